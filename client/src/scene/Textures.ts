// Canvases and images as Phaser textures, with uploads of only the part that changed.
import type Phaser from 'phaser';

export type Pixels = HTMLImageElement | HTMLCanvasElement;

/** Phaser's WebGL parts that its types leave out or hide behind the renderer union. */
interface WebGLParts {
  gl: WebGLRenderingContext;
  glTextureUnits: { bind(texture: GLTexture, unit: number): void };
  glWrapper: { updateTexturing(state: { texturing: { flipY: boolean; premultiplyAlpha: boolean } }): void };
}

interface GLTexture {
  flipY: boolean;
  pma: boolean;
  height: number;
}

/** WebGL's number for it. */
const CLAMP_TO_EDGE = 33071;

export class Textures {
  readonly #game: Phaser.Game;
  #made = 0;

  constructor(game: Phaser.Game) {
    this.#game = game;
  }

  /** Adds a picture under a new key. Filtering is nearest unless `smooth`. */
  add(key: string, pixels: Pixels, smooth = false): Phaser.Textures.Texture {
    const texture = this.#game.textures.create(key, pixels as HTMLImageElement, pixels.width, pixels.height);
    if (!texture) throw new Error(`the texture ${key} exists already`);
    texture.add('__BASE', 0, 0, 0, pixels.width, pixels.height);
    if (smooth) this.#smoothen(texture);
    return texture;
  }

  /** A key that no texture has. */
  freshKey(name: string): string {
    return `${name} ${this.#made++}`;
  }

  has(key: string): boolean {
    return this.#game.textures.exists(key);
  }

  get(key: string): Phaser.Textures.Texture {
    return this.#game.textures.get(key);
  }

  remove(key: string): void {
    if (this.has(key)) this.#game.textures.remove(key);
  }

  /** The canvas of a texture changed as a whole. */
  renew(texture: Phaser.Textures.Texture, smooth = false): void {
    texture.source[0]?.update();
    if (smooth) this.#smoothen(texture);
  }

  /** The engine lets pictures of 2^n pixels repeat: smoothed, their edges would mix with the opposite ones. */
  #smoothen(texture: Phaser.Textures.Texture): void {
    texture.setFilter(0);
    for (const source of texture.source) source.setWrap(CLAMP_TO_EDGE, CLAMP_TO_EDGE);
  }

  /** Only `part` changed, and it is at (x, y) of the texture's canvas already. */
  renewPart(texture: Phaser.Textures.Texture, part: HTMLCanvasElement, x: number, y: number): void {
    const renderer = this.#game.renderer as unknown as WebGLParts;
    const wrapper = texture.source[0]?.glTexture as unknown as GLTexture | undefined;
    if (!renderer.gl || !wrapper) return;
    renderer.glTextureUnits.bind(wrapper, 0);
    renderer.glWrapper.updateTexturing({ texturing: { flipY: wrapper.flipY, premultiplyAlpha: wrapper.pma } });
    const { gl } = renderer;
    const top = wrapper.flipY ? wrapper.height - y - part.height : y;
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, top, gl.RGBA, gl.UNSIGNED_BYTE, part);
  }
}

/** A canvas that is drawn by the processor: uploading it does not wait for the graphics card. */
export function makeCanvas(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(width));
  canvas.height = Math.max(1, Math.ceil(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no canvas');
  return { canvas, context };
}
