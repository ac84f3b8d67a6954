// `/maps/...`: the files beside a map: pictures and sounds as inert files, pages in a sandbox that does not know our origin.
import { Router } from 'express';
import { assetPolicy } from '../maps/assetKinds.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Maps } from './Offices.ts';

export function mapFiles(maps: Maps): Router {
  const router = Router();
  router.get('/*path', (req, res, next) => {
    const { path } = req.params;
    const asked = Array.isArray(path) ? path.join('/') : '';
    const file = asked.includes('\0') ? undefined : maps.file(asked);
    if (file === undefined) throw new HttpRefusal(404, 'notFound', 'There is no such file beside a map.');
    const isVersioned = typeof req.query.v === 'string' && req.query.v !== '';
    const options = {
      // Which files exist is MapStore's decision; the folder above may well be hidden.
      dotfiles: 'allow',
      maxAge: isVersioned ? 31_536_000_000 : 0,
      immutable: isVersioned,
      headers: {
        'Content-Security-Policy': assetPolicy(asked),
        'X-Content-Type-Options': 'nosniff',
      },
    } as const;
    res.sendFile(file, options, (err: unknown) => {
      if (err && !res.headersSent) next(new HttpRefusal(404, 'notFound', 'There is no such file beside a map.'));
    });
  });
  return router;
}
