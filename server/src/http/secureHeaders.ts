// Security headers of every answer: the content security policy and what helmet adds.
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

export interface HeaderRules {
  /** Port of the hot-reload socket; undefined outside development. */
  hotReloadPort?: number | undefined;
  isSecure(req: Request): boolean;
}

type Directives = Record<string, string[]>;

/** The page's policy. On plain http the sites of a map may be plain http too: the page itself is no safer than they are. */
export function contentSecurityPolicy(isSecure: boolean, hostName: string, hotReloadPort?: number): Directives {
  const isDev = hotReloadPort !== undefined;
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...(isDev ? ["'unsafe-inline'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'worker-src': ["'self'", ...(isDev ? ['blob:'] : [])],
    'connect-src': ["'self'", ...(isDev ? [`ws://${hostName}:${hotReloadPort}`, `ws://127.0.0.1:${hotReloadPort}`] : [])],
    'frame-src': ["'self'", 'https:', ...(isSecure ? [] : ['http:'])],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  };
}

const asText = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

/** A host name that may stand in a header; anything else becomes `localhost`. */
const plainHostName = (hostName: string | undefined): string => (hostName && /^[\w.-]+$/.test(hostName) ? hostName : 'localhost');

export function secureHeaders({ isSecure, hotReloadPort }: HeaderRules): RequestHandler {
  const common = {
    contentSecurityPolicy: false,
    // Some players refuse to start in a frame when they are not told which site shows them.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  } as const;
  const onHttps = helmet({ ...common, strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false } });
  // Browsers ignore these three on plain http and say so in the console.
  const onHttp = helmet({ ...common, strictTransportSecurity: false, crossOriginOpenerPolicy: false, originAgentCluster: false });
  return (req, res, next) => {
    const secure = isSecure(req);
    res.setHeader('Content-Security-Policy', asText(contentSecurityPolicy(secure, plainHostName(req.hostname), hotReloadPort)));
    (secure ? onHttps : onHttp)(req, res, next);
  };
}
