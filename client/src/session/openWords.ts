// Opens the chat where a note of this device leads: by the address of the page, or by a word of the service worker to an open page.
import { readHash } from '@comptoir/shared/map/findStart';
import type { Actions } from '../actions.ts';
import type { Scope } from '../lib/Scope.ts';

/** Which channel an address names: `#chat=` with its name. */
export const channelIn = (hash: string): string | undefined => readHash(hash).parameters.chat || undefined;

/** The page's own address without it: a reload opens nothing again. */
export function withoutChannel(href: string): string {
  const url = new URL(href);
  const parts = url.hash.replace(/^#/, '').split('&');
  const hash = parts.filter((part) => part !== '' && !part.startsWith('chat=')).join('&');
  return `${url.pathname}${url.search}${hash === '' ? '' : `#${hash}`}`;
}

export function openWords(scope: Scope, { channels }: Pick<Actions, 'channels'>): void {
  const wanted = channelIn(location.hash);
  if (wanted !== undefined) {
    history.replaceState(history.state, '', withoutChannel(location.href));
    channels.open(wanted);
  }
  // absent on plain http
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  scope.listen<MessageEvent>(workers, 'message', ({ data }) => {
    const { open } = (data ?? {}) as { open?: unknown };
    const channel = typeof open === 'string' ? channelIn(URL.parse(open, location.href)?.hash ?? '') : undefined;
    if (channel !== undefined) channels.open(channel);
  });
}
