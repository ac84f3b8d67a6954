import type { Request } from 'express';

/** Whether the browser that asks speaks https, to us or to the proxy in front that we were told about. */
export function isSecureRequest(req: Request, publicUrl: URL | undefined): boolean {
  return req.secure || (publicUrl?.protocol === 'https:' && req.headers.host?.toLowerCase() === publicUrl.host);
}
