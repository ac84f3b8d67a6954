// `/api/offices`: which offices there are, what the entrance shows of one, and its map.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { type Request, Router } from 'express';
import { opening } from './elsewhereRoutes.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Maps, Offices } from './Offices.ts';

interface PackedMap {
  json: string;
  zipped: Buffer;
}

/** A map as it is sent, packed once however many people open the office at nine. */
function packer(): (map: OfficeMap) => Promise<PackedMap> {
  const packed = new WeakMap<OfficeMap, Promise<PackedMap>>();
  const pack = async (map: OfficeMap): Promise<PackedMap> => {
    const json = JSON.stringify(map);
    return { json, zipped: await promisify(gzip)(json, { level: constants.Z_BEST_COMPRESSION }) };
  };
  return (map) => {
    const known = packed.get(map) ?? pack(map);
    packed.set(map, known);
    return known;
  };
}

/**
 * The office id and what is asked of it. Ids may hold slashes, written as they are or as %2F: `/floor/2` is the office floor/2,
 * `/floor/map` the map of floor (if there is such an office), `/floor%2Fmap` the office floor/map.
 */
function readAsk(req: Request, isOffice: (id: string) => boolean): { id: string; wantsMap: boolean } {
  const parts = req.path.replace(/^\/|\/$/g, '').split('/');
  const decode = (list: string[]): string => list.map(decodeURIComponent).join('/');
  const owner = parts.at(-1) === 'map' ? decode(parts.slice(0, -1)) : '';
  return isOffice(owner) ? { id: owner, wantsMap: true } : { id: decode(parts), wantsMap: false };
}

export function officeRoutes(offices: Offices, maps: Maps): Router {
  const router = Router();
  const pack = packer();

  router.get('/', (_req, res) => {
    res.set('Cache-Control', 'no-store').json(offices.list());
  });

  router.get('/*id', async (req, res) => {
    const { id, wantsMap } = readAsk(req, (owner) => offices.facts(owner) !== undefined || offices.isOpening?.(owner) === true);
    const facts = offices.facts(id) ?? (await offices.whenOpen?.(id));
    const map = wantsMap ? maps.mapOf(id) : undefined;
    const problem = facts ? undefined : offices.problem(id);
    if (problem !== undefined) throw new HttpRefusal(503, 'brokenMap', problem);
    if (!facts && offices.isOpening?.(id)) throw opening();
    if (!facts || (wantsMap && !map)) throw new HttpRefusal(404, 'noOffice', 'There is no such office here.');
    if (!map) {
      res.set('Cache-Control', 'no-store').json(facts);
      return;
    }
    const isNamedVersion = req.query.v === map.version;
    res.set({
      'Cache-Control': isNamedVersion ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${encodeURIComponent(map.version)}"`,
      Vary: 'Accept-Encoding',
      'Content-Type': 'application/json; charset=utf-8',
    });
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    const { json, zipped } = await pack(map);
    if (req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').end(zipped);
    else res.end(json);
  });
  return router;
}
