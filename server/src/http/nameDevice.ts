// Names a browser by a signed cookie, or keeps the name that it has.
import type { Request, Response } from 'express';
import { DEVICE_COOKIE, type Identity, newId } from '../ops/identity.ts';

/** Browsers keep a cookie for 400 days at most. */
const COOKIE_MS = 400 * 24 * 3_600_000;

/** The device of this request; set again each time, so that the cookie lasts as long as the browser comes back. */
export function nameDevice(identity: Identity, req: Request, res: Response, secure: boolean): string {
  const deviceId = identity.readDevice(req.headers.cookie) ?? newId();
  const cookie = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: COOKIE_MS, encode: String } as const;
  res.cookie(DEVICE_COOKIE, identity.cookieOf(deviceId), cookie);
  return deviceId;
}
