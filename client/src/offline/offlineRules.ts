// What the service worker stands between: pages that the browser opens, and the few files of the page that says what is missing.

/** The page that stands in, and all it needs: kept when the worker is installed. */
export const OFFLINE_PAGE = '/offline.html';
export const OFFLINE_FILES: readonly string[] = [OFFLINE_PAGE, '/offline.js', '/icons/icon-192.png'];

/** Answers of a proxy in front of a server that is not there. */
const NOBODY_HOME: readonly number[] = [502, 503, 504];

const NO_PAGES = /^\/(?:api|matchmake|maps|assets)\//;

export interface Asked {
  method: string;
  mode: string;
  /** What the browser makes of the answer: a page of its own, a frame in one ... */
  destination: string;
  url: string;
}

/**
 * How an answer is found: from the server, and the offline page without one; from what was kept; or undefined: the worker leaves the
 * request alone, as it does with everything that could go stale.
 */
export function howToAnswer({ method, mode, destination, url }: Asked, origin: string): 'page' | 'kept' | undefined {
  const { origin: asked, pathname } = new URL(url);
  if (asked !== origin || method !== 'GET') return undefined;
  if (mode === 'navigate') return destination === 'document' && !NO_PAGES.test(pathname) ? 'page' : undefined;
  return OFFLINE_FILES.includes(pathname) ? 'kept' : undefined;
}

/** The server's page; the one that stands in when nobody answers. Rejects only when there is neither. */
export async function pageOr(fromServer: () => Promise<Response>, standIn: () => Promise<Response | undefined>): Promise<Response> {
  const answer = await fromServer().catch(() => undefined);
  if (answer && !NOBODY_HOME.includes(answer.status)) return answer;
  const page = (await standIn()) ?? answer;
  if (!page) throw new Error('no answer, and no page that could say so');
  return page;
}
