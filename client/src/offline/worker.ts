// The service worker, /sw.js: says what is missing when a page is opened and nobody answers. It keeps nothing else: what may be kept, the
// browser keeps by the server's word, and calls and sockets never come by here. And it says who wrote or knocked while no page is open.
import { howToAnswer, OFFLINE_FILES, OFFLINE_PAGE, pageOr } from './offlineRules.ts';
import { noteOf, pageFor } from './pushNotes.ts';

/** Of the files that are kept; put in by the build, so that another one is a new worker. */
declare const __OFFLINE_VERSION__: string;

// of the DOM's types for pages there are none for workers
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface PushEvent extends ExtendableEvent {
  readonly data: { json(): unknown } | null;
}
interface NoteEvent extends ExtendableEvent {
  readonly notification: Notification;
}
interface Page {
  readonly url: string;
  readonly focused: boolean;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}
interface Worker {
  readonly clients: {
    matchAll(how: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NoteEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const PREFIX = 'comptoir-offline-';
const CACHE = PREFIX + __OFFLINE_VERSION__;
const worker = globalThis as unknown as Worker;

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(OFFLINE_FILES.map((path) => new Request(path, { cache: 'reload' })));
  // no page is ever made of two versions: whatever is open goes on, and the next one that is opened comes from the server
  await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  // the page is asked for while the worker starts; newer than some browsers
  await (worker.registration.navigationPreload as NavigationPreloadManager | undefined)?.enable();
}

function dataOf({ data }: PushEvent): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

async function show(event: PushEvent): Promise<void> {
  const note = noteOf(dataOf(event), navigator.language);
  if (!note) return;
  const { title, body, tag, url } = note;
  await worker.registration.showNotification(title, { body, tag, icon: '/icons/icon-192.png', data: { url } });
}

async function open({ notification }: NoteEvent): Promise<void> {
  notification.close();
  const { url } = notification.data as { url: string };
  const page = pageFor(url, await worker.clients.matchAll({ type: 'window', includeUncontrolled: true }), location.origin);
  if (!page) return void (await worker.clients.openWindow(url));
  await page.focus();
  page.postMessage({ open: url });
}

worker.addEventListener('push', (event) => event.waitUntil(show(event)));
worker.addEventListener('notificationclick', (event) => event.waitUntil(open(event)));
worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const how = howToAnswer(request, location.origin);
  if (how === 'page')
    event.respondWith(
      pageOr(
        async () => (await event.preloadResponse) ?? fetch(request),
        () => caches.match(OFFLINE_PAGE),
      ),
    );
  else if (how === 'kept') event.respondWith(caches.match(new URL(request.url).pathname).then((kept) => kept ?? fetch(request)));
});
