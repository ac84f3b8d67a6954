// A blitter of the engine that follows the camera on a canvas too.
import Phaser from 'phaser';

/** The engine's canvas drawing, which its types leave out. */
interface DrawnOnCanvas {
  renderCanvas(
    renderer: Phaser.Renderer.Canvas.CanvasRenderer,
    blitter: Phaser.GameObjects.Blitter,
    camera: Phaser.Cameras.Scene2D.Camera,
  ): void;
}

/** Without WebGL the engine forgets the camera's zoom where it draws bobs. Cameras begin at their top left (`setOrigin(0, 0)`). */
export function addBlitter(scene: Phaser.Scene, texture: string): Phaser.GameObjects.Blitter {
  const blitter = scene.add.blitter(0, 0, texture);
  if (!(scene.game.renderer instanceof Phaser.Renderer.Canvas.CanvasRenderer)) return blitter;
  const drawn = blitter as unknown as DrawnOnCanvas;
  const draw = drawn.renderCanvas.bind(blitter);
  drawn.renderCanvas = (renderer, src, camera) => {
    const context = renderer.currentContext;
    context.save();
    context.setTransform(camera.zoom, 0, 0, camera.zoom, 0, 0);
    draw(renderer, src, camera);
    context.restore();
  };
  return blitter;
}
