import type Phaser from 'phaser';
import { expect, test } from 'vitest';
import { plainTint } from './plainTint.ts';

test('[U27] the shader tints in one way; a canvas has none', () => {
  const replaced: [string, { name: string; tags: string[] }][] = [];
  const programManager = { replaceAddition: (...which: (typeof replaced)[number]) => replaced.push(which) };
  plainTint({ renderer: { renderNodes: { getNode: () => ({ programManager }) } } } as unknown as Phaser.Game);
  expect(replaced).toHaveLength(1);
  // the engine keeps compiled shaders by the names of their parts, and finds parts by tag
  expect(replaced[0]?.[0]).toBe('Tint');
  expect(replaced[0]?.[1]).toMatchObject({ name: 'PlainTint', tags: ['TINT'] });
  expect(() => plainTint({ renderer: {} } as unknown as Phaser.Game)).not.toThrow();
});
