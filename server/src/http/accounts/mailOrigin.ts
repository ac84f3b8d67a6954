// Where links in mails lead.
import type { Request } from 'express';
import { originFor } from '../pages.ts';

/**
 * Never where the request says: whoever asks for somebody else's mail could have it lead to themself.
 * Without PUBLIC_URL mail is sent on a server for this machine only.
 */
export function mailOrigin(req: Request, { publicUrl, isSecure }: { publicUrl: URL | undefined; isSecure(req: Request): boolean }): string {
  if (publicUrl) return publicUrl.origin;
  const { origin, hostname, protocol, port } = new URL(originFor(req, undefined, isSecure(req)));
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? origin : `${protocol}//localhost${port ? `:${port}` : ''}`;
}
