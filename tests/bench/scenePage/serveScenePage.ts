// Builds the page with the scene alone as the client is built, and serves it with the default map.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderReader } from '@comptoir/server/maps/MapReader';
import { parseTiledMap } from '@comptoir/server/maps/parseTiledMap';
import { build } from 'vite';
import { slimPhaser } from '../../../client/engine/slimPhaser.ts';

const MAPS = path.resolve(import.meta.dirname, '../../../assets/maps');
const KINDS: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css', png: 'image/png', woff2: 'font/woff2' };

/** Read anew each time, because it is drawn anew while one looks at it. */
function readMap(): string {
  const { map, findings } = parseTiledMap('office.tmj', new FolderReader(MAPS, '/maps/'));
  if (!map) throw new Error(findings.map((finding) => finding.sentence).join(' '));
  return JSON.stringify(map);
}

/** @param port 0 = any free one @returns the address and how to stop */
export async function serveScenePage(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'scene-page-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    plugins: [slimPhaser()],
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('cache-control', 'no-store');
    if (pathname === '/map.json') {
      response.setHeader('content-type', 'application/json');
      response.end(readMap());
      return;
    }
    const file = pathname.startsWith('/maps/')
      ? path.join(MAPS, path.basename(pathname))
      : path.join(outDir, pathname === '/' ? 'index.html' : pathname);
    response.setHeader('content-type', KINDS[path.extname(file).slice(1)] ?? 'application/octet-stream');
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
