// Vite plugin: what pdf.js asks for by name (character maps, fonts, decoders, colours) lies beside the page, below a path with its version.
// The canvas that it would bring along is for Node only, and `overrides` in package.json leaves it out.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
const AT = `assets/pdf-${version}`;
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
/** Scripts of documents are never run, and decoders without WebAssembly never needed. */
const LEFT_OUT = /quickjs|_nowasm_/;

/** Path below the page's root -> file. */
const files = (): Map<string, string> =>
  new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(path.join(PACKAGE, folder))
        .filter((name) => !LEFT_OUT.test(name))
        .map((name) => [`${AT}/${folder}/${name}`, path.join(PACKAGE, folder, name)] as const),
    ),
  );

export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [fileName, file] of files()) this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
    configureServer(server) {
      const known = files();
      server.middlewares.use((req, res, next) => {
        const file = known.get((req.url ?? '').slice(1));
        if (!file) return next();
        res.setHeader('Content-Type', file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream');
        res.end(readFileSync(file));
      });
    },
  };
}
