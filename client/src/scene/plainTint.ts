// Keeps, of the engine's eight ways to tint a picture, the one that is used here: where the processor draws in place of a graphics card,
// the shader's other seven cost more than half of a frame.
import type Phaser from 'phaser';

/** A part of a shader, as the engine names it. */
interface ShaderAddition {
  name: string;
  additions: { fragmentHeader: string; fragmentProcess: string };
  tags: string[];
}

/** The part of the engine's quad drawing that puts its shader together. */
interface QuadBatch {
  programManager: { replaceAddition(name: string, addition: ShaderAddition): void };
}

/** Times the tint, as premultiplied colours are. The engine packs tints as blue, green, red. */
const PLAIN: ShaderAddition = {
  name: 'PlainTint',
  additions: {
    fragmentHeader: 'vec4 applyTint(vec4 texture) { return vec4(texture.rgb * outTint.bgr, texture.a) * outTint.a; }',
    fragmentProcess: 'fragColor = applyTint(fragColor);',
  },
  tags: ['TINT'],
};

/** Before the first frame. Nothing to do where the canvas is drawn without WebGL, or where the engine works otherwise. */
export function plainTint({ renderer }: Phaser.Game): void {
  if (!('renderNodes' in renderer)) return;
  const batch = renderer.renderNodes.getNode('BatchHandlerQuad') as unknown as Partial<QuadBatch> | null;
  batch?.programManager?.replaceAddition('Tint', PLAIN);
}
