// A blend mode that makes what is below brighter by its own colour: light that changes no colour and hardly shows on dark things.
import Phaser from 'phaser';

/** Draws what is below again, times the picture, on top of itself. @returns the number of the blend mode */
export function brightening(game: Phaser.Game): number {
  const { renderer } = game;
  if (!(renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer)) return Phaser.BlendModes.COLOR_DODGE;
  const { gl, blendModes } = renderer;
  const index = blendModes.length;
  renderer.addBlendMode([gl.DST_COLOR, gl.ONE], gl.FUNC_ADD);
  return index;
}
