// `/api/house`: what admins wrote for everybody; who stands at the entrance reads it, and who is not let in.
import { HOUSE_PATH, type HouseFacts } from '@comptoir/shared/protocol/admin';
import { Router } from 'express';

export interface HouseReader {
  read(): Promise<HouseFacts>;
}

export function houseRoute(house: HouseReader): Router {
  const router = Router();
  router.get(HOUSE_PATH, async (_req, res) => {
    res.set('Cache-Control', 'no-store').json(await house.read());
  });
  return router;
}
