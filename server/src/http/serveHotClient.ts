// The client from its sources, with hot reload: Vite inside this process, its socket on a port of its own.
import { createServer } from 'node:net';
import type { RequestHandler } from 'express';

const LOCAL = '127.0.0.1';

/** Vite's socket may not share the office's port: both would answer every upgrade. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOCAL, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export interface HotClient {
  middleware: RequestHandler;
  hotReloadPort: number;
  close(): Promise<void>;
}

/** On `host` as the office itself: what only this machine may open stays on this machine. */
export async function serveHotClient(clientDir: string, host: string): Promise<HotClient> {
  const { createServer: createVite } = await import('vite');
  const hotReloadPort = await freePort();
  // Without a host Vite listens everywhere, and the page asks for the name it was opened by.
  const hmr = { port: hotReloadPort, ...(host === LOCAL || host === 'localhost' ? { host: LOCAL } : {}) };
  const vite = await createVite({ root: clientDir, appType: 'spa', server: { middlewareMode: true, hmr } });
  return { middleware: vite.middlewares, hotReloadPort, close: () => vite.close() };
}
