// A worker that carries listeners of a call only, towards the worker of its publishers: what it is told becomes tracks here.
import { type HomeWord, type RelayWord, readBatch, type StageSight } from '../relayWords.ts';
import { RemoteTrack } from './RemoteTrack.ts';
import { keyOf } from './SourceTrack.ts';
import type { Stream } from './Stream.ts';

export interface RelayInParts {
  say(word: RelayWord): void;
  /** What there is, or who speaks, changed. */
  onChange(): void;
}

export class RelayIn {
  readonly tracks = new Map<string, RemoteTrack>();
  sight: StageSight | undefined;
  readonly #parts: RelayInParts;
  readonly #streams = new Map<number, { stream: Stream; track: RemoteTrack }>();
  #takes = '';
  #large = '';

  constructor(parts: RelayInParts) {
    this.#parts = parts;
  }

  /** @returns how many packets went to how many */
  hear(word: HomeWord, nowMs: number): number {
    if ('packets' in word) return this.#pass(word.packets, nowMs);
    if ('tracks' in word) this.#update(word.tracks);
    else if ('sight' in word) this.sight = word.sight;
    else
      for (const key of word.speaking) {
        const track = this.tracks.get(key);
        if (track) track.spokeMs = nowMs;
      }
    this.#parts.onChange();
    return 0;
  }

  /** Every 20 ms. */
  care(nowMs: number): void {
    for (const { streams } of this.tracks.values()) for (const stream of streams) stream.care(nowMs);
    const takes = [...this.tracks.values()].flatMap((track) => track.taken());
    const text = takes.join();
    if (text === this.#takes) return;
    this.#takes = text;
    this.#parts.say({ takes });
  }

  /** Once a second. */
  report(): void {
    const large = [...this.tracks.values()].filter(({ isWantedLarge }) => isWantedLarge).map(({ key }) => key);
    const text = large.join();
    if (text === this.#large) return;
    this.#large = text;
    this.#parts.say({ large });
  }

  end(): void {
    for (const track of this.tracks.values()) track.end();
    this.tracks.clear();
  }

  #update(told: Extract<HomeWord, { tracks: unknown }>['tracks']): void {
    const keys = new Set(told.map(({ personId, as }) => keyOf(personId, as)));
    for (const [key, track] of this.tracks)
      if (!keys.has(key)) {
        track.end();
        this.tracks.delete(key);
      }
    for (const one of told) {
      const key = keyOf(one.personId, one.as);
      const track = this.tracks.get(key) ?? new RemoteTrack(one, (id) => this.#parts.say({ keyframe: id }));
      this.tracks.set(key, track);
      track.update(one);
    }
    this.#streams.clear();
    for (const track of this.tracks.values())
      for (const { id } of told.find(({ personId, as }) => keyOf(personId, as) === track.key)?.streams ?? []) {
        const stream = track.stream(id);
        if (stream) this.#streams.set(id, { stream, track });
      }
  }

  #pass(batch: Buffer, nowMs: number): number {
    let sent = 0;
    readBatch(batch, (id, packet, moment) => {
      const { stream, track } = this.#streams.get(id) ?? {};
      if (stream && track?.isAllowed) sent += stream.forward(packet, nowMs, moment);
    });
    return sent;
  }
}
