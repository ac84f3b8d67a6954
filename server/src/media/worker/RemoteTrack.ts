// A track that is published at another worker of the same call: fills slots here as one of our own would.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import { PersonClock } from '../packets/SenderClock.ts';
import type { Medium } from '../packets/sdp.ts';
import type { RelayedTrack } from '../relayWords.ts';
import { mediumOf } from './PublishedTrack.ts';
import { keyOf, type SourceTrack } from './SourceTrack.ts';
import { Stream } from './Stream.ts';

export class RemoteTrack implements SourceTrack {
  readonly key: string;
  readonly personId: string;
  readonly as: TrackKind;
  readonly medium: Medium;
  isAllowed = false;
  isWantedLarge = false;
  spokeMs = Number.NEGATIVE_INFINITY;
  /** By id. */
  #streams: ReadonlyMap<number, Stream> = new Map();
  #flowing: readonly Stream[] = [];
  readonly #askKeyframe: (id: number) => void;

  constructor({ personId, as }: RelayedTrack, askKeyframe: (id: number) => void) {
    this.personId = personId;
    this.as = as;
    this.key = keyOf(personId, as);
    this.medium = mediumOf(as);
    this.#askKeyframe = askKeyframe;
  }

  get streams(): readonly Stream[] {
    return [...this.#streams.values()];
  }

  /** Ids of those that somebody here plays or waits for. */
  taken(): number[] {
    return [...this.#streams].filter(([, { slots }]) => slots.size > 0).map(([id]) => id);
  }

  stream(id: number): Stream | undefined {
    return this.#streams.get(id);
  }

  flowing(): readonly Stream[] {
    return this.#flowing;
  }

  update({ isAllowed, streams }: RelayedTrack): void {
    const before = this.#streams;
    // of what is sent upstream there is only the wish for a keyframe: nothing gets lost on the way here
    const begin = (id: number, rid: string | undefined): Stream =>
      new Stream(this.medium, id, rid, new PersonClock(), () => this.#askKeyframe(id));
    this.#streams = new Map(streams.map(({ id, rid }) => [id, before.get(id) ?? begin(id, rid)]));
    this.#flowing = streams.filter(({ isFlowing }) => isFlowing).map(({ id }) => this.#streams.get(id) as Stream);
    for (const [id, stream] of before) if (!this.#streams.has(id)) stream.end();
    if (this.isAllowed && !isAllowed)
      for (const stream of this.#streams.values()) {
        stream.recent.clear();
        for (const slot of stream.slots) slot.stop();
      }
    this.isAllowed = isAllowed;
  }

  end(): void {
    for (const stream of this.#streams.values()) stream.end();
    this.#streams = new Map();
    this.#flowing = [];
  }
}
