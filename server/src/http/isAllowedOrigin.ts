// Same origin only: pages of other sites may neither read nor join.

export interface OriginRule {
  publicUrl: URL | undefined;
}

/**
 * `origin` and `host` are the request's headers. No Origin (programs, bots, plain navigation) is accepted; otherwise its host and port
 * must be those of the Host header or of PUBLIC_URL. `null`, the origin of sandboxed frames, is foreign.
 */
export function isAllowedOrigin(origin: string | null | undefined, host: string | null | undefined, { publicUrl }: OriginRule): boolean {
  if (origin === undefined || origin === null) return true;
  const asked = URL.parse(origin);
  if (!asked || !/^https?:$/.test(asked.protocol)) return false;
  if (publicUrl && asked.origin === publicUrl.origin) return true;
  // Read with the origin's scheme, so that a default port counts the same written or not.
  const own = host && !/[\s/@?#\\]/.test(host) ? URL.parse(`${asked.protocol}//${host}`) : null;
  return own !== null && own.host === asked.host;
}
