// Vite plugin: besides the page scripts with names of their own. /sw.js and /offline.js are one file each, whatever the page is made of;
// /talkSlides.js, of pages that the server makes, shares pieces with it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const ROOT = path.join(import.meta.dirname, '..');
const SCRIPTS = { sw: 'src/offline/worker.ts', offline: 'src/offline/page.ts', talkSlides: 'src/replay/page.ts' } as const;
/** There when nothing else is. */
const ALONE: readonly string[] = ['sw', 'offline'] satisfies (keyof typeof SCRIPTS)[];
/** Kept by the worker beside /offline.js. */
const KEPT = ['public/offline.html', 'public/icons/icon-192.png'];
const VERSION = '__OFFLINE_VERSION__';

const isBeside = (name: string): boolean => Object.hasOwn(SCRIPTS, name);

export function besideThePage(): Plugin {
  return {
    name: 'beside-the-page',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          input: {
            index: path.join(ROOT, 'index.html'),
            ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, file]) => [name, path.join(ROOT, file)])),
          },
          output: { entryFileNames: ({ name }: { name: string }) => (isBeside(name) ? '[name].js' : 'assets/[name]-[hash].js') },
        },
      },
    }),
    generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      for (const file of KEPT) hash.update(readFileSync(path.join(ROOT, file)));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry || !ALONE.includes(chunk.name)) continue;
        if (chunk.imports.length > 0) this.error(`${chunk.fileName} would need ${chunk.imports.join(', ')}: it must be one file`);
        if (chunk.name === 'offline') hash.update(chunk.code);
      }
      const version = hash.digest('hex').slice(0, 12);
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.name === 'sw') chunk.code = chunk.code.replace(VERSION, JSON.stringify(version));
    },
  };
}
