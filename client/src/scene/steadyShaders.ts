// Keeps the engine from compiling a new shader in mid-walk for every number of pictures that happen to be drawn together.
import type Phaser from 'phaser';

/** The part of the engine's quad drawing that chooses a shader by the number of textures. */
interface QuadBatch {
  maxTexturesPerBatch: number;
  finalizeTextureCount(count: number): void;
}

/** One shader for one texture, then for up to 4, 8 and all; the units that are not used hold an empty picture. */
export function steadyCount(count: number, most: number): number {
  const step = [1, 4, 8].find((few) => count <= few);
  return Math.min(most, step ?? most);
}

/** Nothing to do where the canvas is drawn without WebGL, or where the engine works otherwise. */
export function steadyShaders(game: Phaser.Game): void {
  const { renderer } = game;
  if (!('renderNodes' in renderer)) return;
  const batch = renderer.renderNodes.getNode('BatchHandlerQuad') as unknown as Partial<QuadBatch> | null;
  const choose = batch?.finalizeTextureCount;
  if (!batch || !choose) return;
  batch.finalizeTextureCount = (count) => choose.call(batch, steadyCount(count, batch.maxTexturesPerBatch ?? count));
}
