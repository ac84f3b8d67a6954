// The worker of the publishers of a call, towards the workers of more listeners: tells them what there is, and sends what they have takers for, once.
import { type HomeWord, PacketBatch, type RelayedTrack, type RelayWord, type StageSight } from '../relayWords.ts';
import type { PublishedTrack } from './PublishedTrack.ts';
import type { Stream } from './Stream.ts';

/** Packets are sent on together: each message between processes costs more than what is in it. */
const GATHER_MS = 5;

interface Relay {
  takes: Set<number>;
  large: ReadonlySet<string>;
  batch: PacketBatch;
  /** What they were told last. */
  told: string;
}

export class RelaysOut {
  readonly #say: (to: number, word: HomeWord) => void;
  readonly #relays = new Map<number, Relay>();
  readonly #ids = new Map<Stream, number>();
  #lastId = 0;
  #sending: NodeJS.Timeout | undefined;

  constructor(say: (to: number, word: HomeWord) => void) {
    this.#say = say;
  }

  get isNeeded(): boolean {
    return this.#relays.size > 0;
  }

  /** A worker that begins, also one that begins anew. */
  begin(to: number): void {
    this.#relays.set(to, { takes: new Set(), large: new Set(), batch: new PacketBatch(), told: '' });
    this.#tap();
  }

  end(to: number): void {
    this.#relays.delete(to);
    this.#tap();
  }

  close(): void {
    clearTimeout(this.#sending);
    this.#relays.clear();
    this.#tap();
  }

  /** Whenever something of it may be news. */
  tellTracks(tracks: readonly PublishedTrack[]): void {
    if (!this.isNeeded) return;
    const now = new Set(tracks.flatMap(({ streams }) => streams));
    for (const stream of this.#ids.keys()) if (!now.has(stream)) this.#ids.delete(stream);
    const told = tracks.map((track): RelayedTrack => {
      const flowing = track.flowing();
      const streams = track.streams.map((stream) => ({ id: this.#idOf(stream), rid: stream.rid, isFlowing: flowing.includes(stream) }));
      return { personId: track.personId, as: track.as, isAllowed: track.isAllowed, streams };
    });
    const text = JSON.stringify(told);
    for (const [to, relay] of this.#relays) {
      if (relay.told === text) continue;
      relay.told = text;
      // what went before it was meant under the old word
      this.#flush(to, relay);
      this.#say(to, { tracks: told });
    }
  }

  tellSight(sight: StageSight, to: Iterable<number> = this.#relays.keys()): void {
    for (const one of to) this.#say(one, { sight });
  }

  tellSpeaking(keys: string[]): void {
    for (const to of this.#relays.keys()) this.#say(to, { speaking: keys });
  }

  hear(from: number, word: RelayWord, nowMs: number): void {
    const relay = this.#relays.get(from);
    if (!relay) return;
    if ('large' in word) relay.large = new Set(word.large);
    else if ('takes' in word) {
      relay.takes = new Set(word.takes);
      this.#tap();
    } else {
      if (!relay.takes.has(word.keyframe)) {
        relay.takes.add(word.keyframe);
        this.#tap();
      }
      this.#streamOf(word.keyframe)?.requestKeyframe(nowMs);
    }
  }

  showsLarge(key: string): boolean {
    return [...this.#relays.values()].some(({ large }) => large.has(key));
  }

  #idOf(stream: Stream): number {
    const id = this.#ids.get(stream) ?? ++this.#lastId;
    this.#ids.set(stream, id);
    return id;
  }

  #streamOf(id: number): Stream | undefined {
    return [...this.#ids].find(([, known]) => known === id)?.[0];
  }

  /** Puts our hand on every stream that somebody elsewhere takes, and off the others. */
  #tap(): void {
    for (const [stream, id] of this.#ids) {
      const takers = [...this.#relays].filter(([, { takes }]) => takes.has(id));
      stream.tap =
        takers.length === 0
          ? undefined
          : (packet, moment) => {
              for (const [to, relay] of takers) {
                relay.batch.add(id, packet, moment);
                if (relay.batch.isFull) this.#flush(to, relay);
              }
              this.#sending ??= setTimeout(() => this.#flushAll(), GATHER_MS);
            };
    }
  }

  #flushAll(): void {
    this.#sending = undefined;
    for (const [to, relay] of this.#relays) this.#flush(to, relay);
  }

  #flush(to: number, { batch }: Relay): void {
    if (!batch.isEmpty) this.#say(to, { packets: batch.take() });
  }
}
