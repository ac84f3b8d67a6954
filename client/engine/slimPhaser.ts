// Vite plugin: `phaser` in a build is only what engine/phaser.cjs names of it.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const SOURCES = path.join(path.dirname(createRequire(import.meta.url).resolve('phaser/package.json')), 'src');
const ENTRY = path.join(import.meta.dirname, 'phaser.cjs');

/** Both renderers, no sound, no debugging: Phaser's sources ask for these words as its own build defines them. */
const withFeatures = (code: string): string =>
  code
    .replace(/typeof (?:CANVAS_RENDERER|WEBGL_RENDERER)/g, 'true')
    .replace(/typeof (?:WEBGL_DEBUG|FEATURE_SOUND|PLUGIN_CAMERA3D|PLUGIN_FBINSTANT)/g, 'false');

export function slimPhaser(): Plugin {
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ define: { global: 'globalThis' } }),
    resolveId(source) {
      if (source === 'phaser') return ENTRY;
      return source.startsWith('#phaser/') ? path.join(SOURCES, source.slice('#phaser/'.length)) : undefined;
    },
    transform(code, id) {
      return id.startsWith(SOURCES) ? { code: withFeatures(code), map: null } : undefined;
    },
  };
}
