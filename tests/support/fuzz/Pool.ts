// Ids of what there is in the office: planted, and learned from what is answered.
import { readIdToken } from './anyOf.ts';
import { MARK } from './Watch.ts';

/** The newest of each kind; what was planted stays. */
const MOST_LEARNED = 12;
const DEEPEST = 8;
const KINDS = new Set(
  'any person line file topic item desk note talk invitation ban report appointment question poll chapter slides ask knock conversation'.split(
    ' ',
  ),
);
/** Of messages and keys that are not called as what they hold. */
const ALIAS: Record<string, string> = {
  ...{
    personId: 'person',
    by: 'person',
    from: 'person',
    said: 'line',
    saidBefore: 'line',
    found: 'line',
    deskNotes: 'note',
    pastTalks: 'talk',
  },
  ...{ asked: 'ask', knocked: 'knock', invite: 'invitation', slides: 'slides', shelf: 'item', openTopic: 'topic' },
};
/** Lists within them of the same. */
const SAME = new Set(['changed', 'list', 'view']);

export class Pool {
  readonly #planted = new Map<string, string[]>();
  readonly #learned = new Map<string, string[]>();

  add(kind: string, id: string): void {
    if (id === '') throw new Error(`a ${kind} without an id`);
    this.#planted.set(kind, [...(this.#planted.get(kind) ?? []), id]);
  }

  /** Whatever is named in an answer or a message. @param kind of what bears no name but its id: the request or message that tells it */
  learn(value: unknown, kind = 'any', depth = 0): void {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    for (const [name, inner] of Object.entries(value)) {
      const isSame = Array.isArray(value) || SAME.has(name);
      if (typeof inner === 'object') this.learn(inner, isSame ? kind : name, depth + 1);
      else if (typeof inner === 'string' && inner.length > 0 && inner.length <= 60 && !inner.startsWith(MARK)) {
        const named = name === 'id' || Array.isArray(value) ? kind : name;
        this.#keep(ALIAS[named] ?? named.replace(/s$/, ''), inner);
      }
    }
  }

  #keep(kind: string, id: string): void {
    if (!KINDS.has(kind)) return;
    const known = this.#learned.get(kind) ?? [];
    if (!known.includes(id)) this.#learned.set(kind, [...known.slice(1 - MOST_LEARNED), id]);
  }

  pick(kind: string, n: number): string {
    const of = (name: string): readonly string[] => [...(this.#planted.get(name) ?? []), ...(this.#learned.get(name) ?? [])];
    const own = kind === 'any' ? [] : of(kind);
    const all = own.length > 0 ? own : [...new Set([...this.#planted.keys(), ...this.#learned.keys()])].flatMap(of);
    return all[n % Math.max(1, all.length)] ?? 'nobody';
  }

  /** A value with real ids in the places of tokens. */
  fill(value: unknown): unknown {
    if (typeof value === 'string') {
      const token = readIdToken(value);
      return token ? this.pick(token.kind, token.n) : value;
    }
    if (Array.isArray(value)) return value.map((inner) => this.fill(inner));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.fill(inner)]));
  }
}
