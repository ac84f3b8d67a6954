// What the client's own code finds around it when it runs without a browser: a window, a document, and addresses relative to an office.
import { setMaxListeners } from 'node:events';

/**
 * Makes `globalThis` enough of a page for session/ and net/: events go nowhere unless dispatched, the page is visible, and relative
 * addresses are those of `origin`. One page a test file.
 */
export function standInPage(origin: string): { window: EventTarget; document: EventTarget & { visibilityState: 'visible' | 'hidden' } } {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  setMaxListeners(0, window, document);
  const fetchAnywhere = globalThis.fetch;
  Object.assign(globalThis, {
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    document,
    fetch: (resource: RequestInfo | URL, init?: RequestInit) =>
      fetchAnywhere(typeof resource === 'string' ? new URL(resource, origin) : resource, init),
  });
  return { window, document };
}
