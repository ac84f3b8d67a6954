// The built client: its pages and hashed files, in the encodings the build prepared.
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Response, Router } from 'express';
import { HttpRefusal } from './HttpRefusal.ts';

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

const PAGE_CACHE = 'no-cache';
const FOREVER = 'public, max-age=31536000, immutable';

function filesBelow(dir: string): Set<string> {
  const entries = existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : [];
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).split(sep).join('/'))
      .filter((path) => !path.includes('/.')),
  );
}

/**
 * Serves only what was in the folder at start, by exact name: there is no path to escape with. `/` and `/o/...` are the page;
 * what lies in assets/ has its content's hash in its name.
 */
export function serveClient(distDir: string): Router {
  const files = filesBelow(distDir);
  const router = Router({ caseSensitive: true });

  const send = (path: string, cacheControl: string, accepts: (encoding: string) => boolean, res: Response): void => {
    const packed = ENCODINGS.find(({ name, suffix }) => files.has(path + suffix) && accepts(name));
    res.type(path.slice(path.lastIndexOf('.')));
    res.set({ 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' });
    if (packed) res.set('Content-Encoding', packed.name);
    res.sendFile(join(distDir, path + (packed?.suffix ?? '')), { cacheControl: false, dotfiles: 'allow' });
  };

  router.get(['/', '/o/*office'], (req, res) => {
    if (!files.has('/index.html')) throw new HttpRefusal(503, 'notBuilt', 'The client is not built: run `npm start`.');
    send('/index.html', PAGE_CACHE, (encoding) => req.acceptsEncodings(encoding) !== false, res);
  });
  router.get('/*path', (req, res, next) => {
    if (!files.has(req.path) || req.path === '/index.html') return next();
    const cache = req.path.startsWith('/assets/') ? FOREVER : PAGE_CACHE;
    send(req.path, cache, (encoding) => req.acceptsEncodings(encoding) !== false, res);
  });
  return router;
}
