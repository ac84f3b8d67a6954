// For which site passkeys are made and asked for: the name in the address of the page, where browsers allow that.

import { isIP } from 'node:net';
import type { Request } from 'express';
import { originFor } from '../pages.ts';

export interface PasskeySite {
  /** Host name, without port. */
  rpId: string;
  origin: string;
}

/**
 * PUBLIC_URL where it is set. Else what the request says: whoever lies about it gets a passkey that no browser offers to another site.
 * @returns undefined on plain http but for localhost, and for addresses that are no names: there browsers have no passkeys
 */
export function passkeySite(
  req: Request,
  { publicUrl, isSecure }: { publicUrl: URL | undefined; isSecure(req: Request): boolean },
): PasskeySite | undefined {
  const { origin, protocol, hostname } = new URL(originFor(req, publicUrl, isSecure(req)));
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  return isName && (protocol === 'https:' || isLocal) ? { rpId: hostname, origin } : undefined;
}
