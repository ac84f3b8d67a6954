// What admins wrote for everybody on this server: the charter, and whom those write to who are not let in.
import { createHash } from 'node:crypto';
import type { Charter, HouseFacts, HouseTexts } from '@comptoir/shared/protocol/admin';
import type { Store } from '../store/openStore.ts';

export type HouseTextName = 'charter' | 'appeal';

/** Another process may have written it: what is told without waiting is at most so old. */
const KNOWN_MS = 2000;
const NOTHING: HouseTexts = { en: '', fr: '' };

/** The same text again is the same version: whoever accepted it need not once more. */
const versionOf = ({ en, fr }: HouseTexts): string =>
  createHash('sha256')
    .update(JSON.stringify([en, fr]))
    .digest('base64url')
    .slice(0, 16);

export class House {
  readonly #store: Pick<Store, 'house'>;
  #facts: HouseFacts = { charter: null, appeal: NOTHING };
  #readMs = Number.NEGATIVE_INFINITY;

  private constructor(store: Pick<Store, 'house'>) {
    this.#store = store;
  }

  static async open(store: Pick<Store, 'house'>): Promise<House> {
    const house = new House(store);
    await house.read();
    return house;
  }

  /** P140: what has to be accepted now; undefined: nothing. */
  get charter(): Charter | undefined {
    // the store says by itself what went wrong
    if (performance.now() - this.#readMs > KNOWN_MS) this.read().catch(() => undefined);
    return this.#facts.charter ?? undefined;
  }

  async read(): Promise<HouseFacts> {
    this.#readMs = performance.now();
    const texts = new Map((await this.#store.house.texts({})).map((text) => [text.name, text]));
    const charter = texts.get('charter');
    const appeal = texts.get('appeal');
    this.#facts = {
      charter: charter ? { version: charter.version, en: charter.en, fr: charter.fr } : null,
      appeal: appeal ? { en: appeal.en, fr: appeal.fr } : NOTHING,
    };
    return this.#facts;
  }

  async set(name: HouseTextName, { en, fr }: HouseTexts): Promise<HouseFacts> {
    await this.#store.house.setText({ name, en, fr, version: versionOf({ en, fr }), changedMs: Date.now() });
    return this.read();
  }
}
