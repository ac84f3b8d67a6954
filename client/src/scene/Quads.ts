// Many parts of pictures drawn as one object of the engine, written straight into its batch: its own ways look at five objects for each part,
// which a crowd feels.
import Phaser from 'phaser';

/** A texture the engine always has; each quad shows a frame of its own. */
const BLANK = '__DEFAULT';
/** Kept of a quad: left, top, right, bottom (px of the map), and the same in its texture (0-1). */
const NUMBERS = 8;
const WHITE = 0xffffff;
/** Of the engine: drawn in its own colours, times the tint. */
const MULTIPLY = 0;

/** The engine's texture on the graphics card. */
interface GlTexture {
  /** Where the batch that is being filled holds it; -1: it does not. */
  batchUnit: number;
}

/** What the engine's types leave out of a frame. */
interface FrameParts {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
  source: { glTexture: GlTexture };
  canvasData: { x: number; y: number };
}

/** The engine's drawing of quads. A vertex is x, y, u, v, unit (floats), the way of tinting, the tint (32 bits each). */
interface QuadBatch {
  instanceCount: number;
  instancesPerBatch: number;
  floatsPerInstance: number;
  currentBatchEntry: { count: number };
  vertexBufferLayout: { buffer: { viewF32: Float32Array; viewU32: Uint32Array } };
  batch: (...args: unknown[]) => void;
}

interface DrawnOnCanvas {
  renderCanvas(renderer: Phaser.Renderer.Canvas.CanvasRenderer, image: unknown, camera: Phaser.Cameras.Scene2D.Camera): void;
}

/** Cameras begin at their top left (`setOrigin(0, 0)`) and are not turned. */
export class Quads {
  /** Depth and blending of all. */
  readonly object: Phaser.GameObjects.Image;
  readonly #options = { multiTexturing: true, lighting: null, smoothPixelArt: false };
  #numbers = new Float64Array(8 * NUMBERS);
  readonly #frames: Phaser.Textures.Frame[] = [];
  readonly #textures: GlTexture[] = [];
  readonly #mirrored: boolean[] = [];
  readonly #alphas: number[] = [];
  #used = 0;

  constructor(scene: Phaser.Scene) {
    this.object = scene.add.image(0, 0, BLANK);
    // the first step draws, and asks for no other
    this.object.addRenderStep((_renderer, _object, context) => this.#drawWithWebGL(context), 0);
    (this.object as unknown as DrawnOnCanvas).renderCanvas = (renderer, _image, camera) => this.#drawOnCanvas(renderer, camera);
  }

  /** Before the first of a frame: those of the frame before go away. */
  begin(): void {
    this.#used = 0;
    this.object.visible = false;
  }

  /** @param xPx left edge @param yPx top edge, both px of the map, mirrored or not @param scale px of the map per px of the frame */
  put(frame: Phaser.Textures.Frame, xPx: number, yPx: number, mirrored: boolean, alpha: number, scale = 1): void {
    if (this.#used === 0) this.object.visible = true;
    const quad = this.#used++;
    const at = quad * NUMBERS;
    if (at === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    const { u0, v0, u1, v1, source } = frame as unknown as FrameParts;
    numbers[at] = xPx;
    numbers[at + 1] = yPx;
    numbers[at + 2] = xPx + frame.width * scale;
    numbers[at + 3] = yPx + frame.height * scale;
    numbers[at + 4] = mirrored ? u1 : u0;
    numbers[at + 5] = v0;
    numbers[at + 6] = mirrored ? u0 : u1;
    numbers[at + 7] = v1;
    this.#frames[quad] = frame;
    this.#textures[quad] = source.glTexture;
    this.#mirrored[quad] = mirrored;
    this.#alphas[quad] = alpha;
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  #drawWithWebGL(context: Phaser.Renderer.WebGL.DrawingContext): void {
    const { camera, useCanvas } = context;
    if (!camera) return;
    const { a, d, e, f } = camera.getViewMatrix(!useCanvas);
    const batch = (this.object.defaultRenderNodes as { BatchHandler: QuadBatch }).BatchHandler;
    const { viewF32, viewU32 } = batch.vertexBufferLayout.buffer;
    const numbers = this.#numbers;
    camera.addToRenderList(this.object);
    for (let quad = 0; quad < this.#used; quad++) {
      const texture = this.#textures[quad] as GlTexture;
      const tint = ((((this.#alphas[quad] as number) * 255) & 0xff) << 24) | WHITE;
      const from = quad * NUMBERS;
      const left = (numbers[from] as number) * a + e;
      const top = (numbers[from + 1] as number) * d + f;
      const right = (numbers[from + 2] as number) * a + e;
      const bottom = (numbers[from + 3] as number) * d + f;
      const u0 = numbers[from + 4] as number;
      const v0 = numbers[from + 5] as number;
      const u1 = numbers[from + 6] as number;
      const v1 = numbers[from + 7] as number;
      // the engine begins a batch, adds a texture to it and draws it when it is full
      if (quad === 0 || batch.instanceCount === 0 || texture.batchUnit < 0 || batch.instanceCount + 1 >= batch.instancesPerBatch) {
        batch.batch(
          context,
          texture,
          left,
          top,
          left,
          bottom,
          right,
          top,
          right,
          bottom,
          u0,
          v0,
          u1 - u0,
          v1 - v0,
          MULTIPLY,
          tint,
          tint,
          tint,
          tint,
          this.#options,
        );
        continue;
      }
      const unit = texture.batchUnit;
      let to = batch.instanceCount * batch.floatsPerInstance;
      viewF32[to++] = left;
      viewF32[to++] = bottom;
      viewF32[to++] = u0;
      viewF32[to++] = v1;
      viewF32[to++] = unit;
      viewU32[to++] = MULTIPLY;
      viewU32[to++] = tint;
      viewF32[to++] = left;
      viewF32[to++] = top;
      viewF32[to++] = u0;
      viewF32[to++] = v0;
      viewF32[to++] = unit;
      viewU32[to++] = MULTIPLY;
      viewU32[to++] = tint;
      viewF32[to++] = right;
      viewF32[to++] = bottom;
      viewF32[to++] = u1;
      viewF32[to++] = v1;
      viewF32[to++] = unit;
      viewU32[to++] = MULTIPLY;
      viewU32[to++] = tint;
      viewF32[to++] = right;
      viewF32[to++] = top;
      viewF32[to++] = u1;
      viewF32[to++] = v0;
      viewF32[to++] = unit;
      viewU32[to++] = MULTIPLY;
      viewU32[to++] = tint;
      batch.instanceCount++;
      batch.currentBatchEntry.count++;
    }
  }

  #drawOnCanvas(renderer: Phaser.Renderer.Canvas.CanvasRenderer, camera: Phaser.Cameras.Scene2D.Camera): void {
    const { currentContext: context } = renderer;
    const { zoom, scrollX, scrollY } = camera;
    camera.addToRenderList(this.object);
    context.save();
    context.globalCompositeOperation = renderer.blendModes[this.object.blendMode as number] as GlobalCompositeOperation;
    for (let quad = 0; quad < this.#used; quad++) {
      const frame = this.#frames[quad] as Phaser.Textures.Frame;
      const from = quad * NUMBERS;
      const [left, top, right, bottom] = this.#numbers.subarray(from, from + 4) as unknown as [number, number, number, number];
      const { x, y } = (frame as unknown as FrameParts).canvasData;
      context.globalAlpha = this.#alphas[quad] as number;
      // soft light is smoothed, pixels are not
      context.imageSmoothingEnabled = frame.source.scaleMode === Phaser.ScaleModes.LINEAR;
      if (this.#mirrored[quad]) context.setTransform(-zoom, 0, 0, zoom, (right - scrollX) * zoom, (top - scrollY) * zoom);
      else context.setTransform(zoom, 0, 0, zoom, (left - scrollX) * zoom, (top - scrollY) * zoom);
      context.drawImage(frame.source.image as CanvasImageSource, x, y, frame.width, frame.height, 0, 0, right - left, bottom - top);
    }
    context.restore();
  }
}
