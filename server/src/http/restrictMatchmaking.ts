// Takes back what Colyseus allows by default: any origin, and creating offices from outside.
import { matchMaker } from '@colyseus/core';

/** `isAllowed` gets the Origin and Host headers. The framework's settings are global: calling this again with another rule replaces it. */
export function restrictMatchmaking(isAllowed: (origin: string | null, host: string | null) => boolean): void {
  const { controller } = matchMaker;
  controller.exposedMethods = ['joinById'];
  // By default every answer of the port, ours too, would carry "any origin, with credentials".
  for (const name of Object.keys(controller.DEFAULT_CORS_HEADERS)) Reflect.deleteProperty(controller.DEFAULT_CORS_HEADERS, name);
  controller.getCorsHeaders = (headers): Record<string, string> => {
    const origin = headers.get('origin');
    return origin && isAllowed(origin, headers.get('host')) ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {};
  };
}
