// Tells people who are not here that somebody wrote to them, or that somebody stands at the door: by the push services of their browsers.
import { createHash } from 'node:crypto';
import type { PushNote } from '@comptoir/shared/protocol/channels';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/openStore.ts';
import type { PushSubscription } from '../store/pushSubscriptions.ts';
import { encryptPush, readBrowserKeys } from './encryptPush.ts';
import { postPush, type Reachable, readEndpoint } from './postPush.ts';
import { makeServerKey, readServerKey, type ServerKey } from './serverKey.ts';

export interface PushesParts {
  store: Pick<Store, 'pushSubscriptions' | 'secrets'>;
  log: Log;
  /** Where this server is reached, if it is told. */
  publicUrl: URL | undefined;
  reach: Reachable;
}

interface How {
  /** So long a push service keeps it for a browser that is switched off. */
  keepS: number;
}

const DAY_S = 24 * 3600;
const KNOCK_S = tuning.doorKnockMs / 1000;
const NAME = 'push key';
const NO_CONTACT = 'mailto:nobody@example.org';
/** The same thing is not told again sooner: whoever is written ten lines is called once. */
const CALM_MS = 20_000;
const MOST_WAITING = 2000;
const AT_ONCE = 8;
/** RFC 8030: such a subscription is over. */
const GONE: readonly number[] = [404, 410];

export class Pushes {
  readonly #parts: PushesParts;
  readonly #key: ServerKey;
  /** personId and tag -> when it was told. */
  readonly #toldMs = new Map<string, number>();
  readonly #waiting: { to: PushSubscription; note: PushNote; how: How }[] = [];
  #running = 0;

  private constructor(parts: PushesParts, key: ServerKey) {
    this.#parts = parts;
    this.#key = key;
  }

  static async open(parts: PushesParts): Promise<Pushes> {
    const { store, publicUrl } = parts;
    const kept = await store.secrets.agree({ name: NAME, value: makeServerKey() });
    return new Pushes(parts, readServerKey(kept, publicUrl?.protocol === 'https:' ? publicUrl.origin : NO_CONTACT));
  }

  /** base64url */
  get key(): string {
    return this.#key.publicKey;
  }

  async subscribe(personId: string, { endpoint, keys }: Ask<'subscribePush'>): Promise<Answer<'subscribePush'>> {
    const url = readEndpoint(endpoint, this.#parts.reach);
    if (!url || !readBrowserKeys(keys)) return { refused: 'badEndpoint' };
    const subscription = { endpoint: url.href, personId, p256dh: keys.p256dh, auth: keys.auth, atMs: Date.now() };
    const isKept = await this.#parts.store.pushSubscriptions.add({ subscription, most: tuning.pushesOfPerson }).then(
      () => true,
      () => false,
    );
    return isKept ? { ok: true } : { refused: 'notKept' };
  }

  async unsubscribe(personId: string, { endpoint }: Ask<'unsubscribePush'>): Promise<Answer<'unsubscribePush'>> {
    const url = URL.parse(endpoint);
    if (url) await this.#parts.store.pushSubscriptions.remove({ endpoint: url.href, personId });
    return { ok: true };
  }

  /** W50: who wrote, not what. */
  async wrote(personId: string, from: { id: string; name: string }, office: string): Promise<void> {
    const note: PushNote = {
      ...{
        kind: 'direct',
        name: from.name,
        url: `/o/${encodeURIComponent(office)}#chat=${encodeURIComponent(from.id)}`,
        tag: `direct ${from.id}`,
      },
    };
    if (!this.#isNews(personId, note)) return;
    for (const to of await this.#parts.store.pushSubscriptions.of({ personIds: [personId] })) this.#send(to, note, { keepS: DAY_S });
  }

  /** W51: to those who may let in. @param isThere hosts who see it anyway */
  async knocked(name: string, office: string, isThere: (personId: string) => boolean): Promise<void> {
    const note: PushNote = { kind: 'knock', name, url: `/o/${encodeURIComponent(office)}`, tag: `knock ${office}` };
    for (const to of await this.#parts.store.pushSubscriptions.ofHosts({}))
      if (!isThere(to.personId) && this.#isNews(to.endpoint, note)) this.#send(to, note, { keepS: KNOCK_S });
  }

  #isNews(whom: string, { tag }: PushNote): boolean {
    const nowMs = Date.now();
    for (const [key, toldMs] of this.#toldMs) {
      if (nowMs - toldMs < CALM_MS) break;
      this.#toldMs.delete(key);
    }
    const key = `${whom} ${tag}`;
    if (this.#toldMs.has(key)) return false;
    this.#toldMs.set(key, nowMs);
    return true;
  }

  #send(to: PushSubscription, note: PushNote, how: How): void {
    if (this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push({ to, note, how });
    if (this.#running < AT_ONCE) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running++;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await this.#post(next.to, next.note, next.how).catch((err: unknown) => {
        // a push service that is away is no trouble of ours; addresses are people's, and stay out of the log
        this.#parts.log.debug({ err }, 'a push service was not reached');
      });
    }
    this.#running--;
  }

  async #post(to: PushSubscription, note: PushNote, { keepS }: How): Promise<void> {
    const { reach, store } = this.#parts;
    const url = readEndpoint(to.endpoint, reach);
    const body = encryptPush(JSON.stringify(note), to);
    if (!url || !body) return;
    const headers = {
      Authorization: this.#key.authorize(url.origin, Date.now()),
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
      TTL: String(keepS),
      Urgency: 'high',
      // of several that wait for a browser the last one is enough
      Topic: createHash('sha256').update(note.tag).digest('base64url').slice(0, 32),
    };
    const status = await postPush(url, headers, body, reach);
    if (GONE.includes(status)) await store.pushSubscriptions.remove({ endpoint: to.endpoint });
  }
}
