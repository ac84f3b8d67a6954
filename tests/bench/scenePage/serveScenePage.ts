// Serves the page with the scene alone, and the default map for it.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { FolderReader } from '@comptoir/server/maps/MapReader';
import { parseTiledMap } from '@comptoir/server/maps/parseTiledMap';
import { createServer as createVite } from 'vite';

/** Read anew each time, because it is drawn anew while one looks at it. */
function readMap(): string {
  const { map, findings } = parseTiledMap('office.tmj', new FolderReader(MAPS, '/maps/'));
  if (!map) throw new Error(findings.map((finding) => finding.sentence).join(' '));
  return JSON.stringify(map);
}

const MAPS = path.resolve(import.meta.dirname, '../../../assets/maps');

/** @param port 0 = any free one @returns the address and how to stop */
export async function serveScenePage(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const vite = await createVite({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    appType: 'spa',
    server: { middlewareMode: true, hmr: false, ws: false, fs: { strict: false } },
    resolve: { dedupe: ['phaser', '@preact/signals-core'] },
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/map.json') {
      response.setHeader('content-type', 'application/json');
      response.end(readMap());
    } else if (url.pathname.startsWith('/maps/')) {
      response.setHeader('content-type', 'image/png');
      response.setHeader('cache-control', 'no-store');
      createReadStream(path.join(MAPS, path.basename(url.pathname))).pipe(response);
    } else vite.middlewares(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}
