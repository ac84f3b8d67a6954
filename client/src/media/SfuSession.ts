// A call on the media server: one connection receives everybody, one for each kind of track sends mine.
import type { ClientMediaSignal, ServerMediaSignal, StageWishes, TrackKind } from '@comptoir/shared/protocol/talk';
import type { LinkCounts, MediaSession, SessionEvents, Wish } from './MediaSession.ts';
import { SfuPublisher } from './SfuPublisher.ts';
import { SfuReceiver } from './SfuReceiver.ts';

export interface SfuParts {
  iceServers: RTCIceServer[];
  discontinuous: boolean;
  lowData: boolean;
  events: SessionEvents;
  send(signal: ClientMediaSignal): void;
}

const LOOK_MS = 250;
/** As many as a client may wish for at once. */
const MOST_WISHES = 50;

export class SfuSession implements MediaSession {
  readonly transport = 'sfu';
  readonly #parts: SfuParts;
  readonly #receiver: SfuReceiver;
  readonly #publishers = new Map<TrackKind, SfuPublisher>();
  readonly #looking: ReturnType<typeof setInterval>;
  #members: readonly string[] = [];
  #lowData: boolean;

  constructor(parts: SfuParts) {
    this.#parts = parts;
    this.#lowData = parts.lowData;
    const { iceServers, events } = parts;
    this.#receiver = new SfuReceiver({
      ...{ iceServers, send: parts.send },
      track: (personId, as, track) => events.track(personId, as, track),
      trackGone: (personId, as) => events.trackGone(personId, as),
      state: (state) => {
        for (const personId of this.#members) events.link(personId, state);
      },
    });
    this.#looking = setInterval(() => {
      this.#receiver.look();
      for (const publisher of this.#publishers.values()) publisher.look();
    }, LOOK_MS);
  }

  /** A word of the media server. */
  receive(signal: ServerMediaSignal): void {
    switch (signal.kind) {
      case 'offer':
        return void this.#receiver.offered(signal);
      case 'slots':
        this.#receiver.filled(signal.slots);
        if (signal.stage) this.#parts.events.stage?.(signal.stage.active ?? undefined, signal.stage.presenter ?? undefined);
        return;
      case 'published':
        return void this.#publishers.get(signal.as)?.published(signal.sdp);
      case 'closed':
        if (signal.what === 'subscribe') this.#receiver.closed();
        else this.#publishers.get(signal.what)?.closed();
    }
  }

  setMembers(personIds: readonly string[]): void {
    this.#members = personIds;
    for (const personId of personIds) this.#parts.events.link(personId, this.#receiver.state);
  }

  publish(as: TrackKind, track: MediaStreamTrack | undefined): void {
    let publisher = this.#publishers.get(as);
    if (!publisher) {
      if (!track) return;
      const { iceServers, discontinuous, send } = this.#parts;
      publisher = new SfuPublisher({ as, iceServers, discontinuous, send, lowData: this.#lowData });
      this.#publishers.set(as, publisher);
    }
    publisher.send(track);
    if (track || as === 'microphone' || as === 'camera') return;
    // a screen seldom comes back, and another one has another shape
    publisher.close();
    this.#publishers.delete(as);
    this.#parts.send({ kind: 'unpublish', as });
  }

  want(list: readonly Wish[]): void {
    this.#parts.send({ kind: 'want', list: list.slice(0, MOST_WISHES).map((wish) => ({ ...wish })) });
  }

  wantStage(wishes: StageWishes): void {
    this.#parts.send({ kind: 'wantStage', ...wishes });
  }

  setLowData(on: boolean): void {
    this.#lowData = on;
    for (const publisher of this.#publishers.values()) publisher.setLowData(on);
  }

  /** All hang on the same connection. */
  retry(): void {
    this.#receiver.retry();
  }

  async stats(): Promise<ReadonlyMap<string, LinkCounts>> {
    const counts = new Map<string, LinkCounts>();
    await this.#receiver.count(counts);
    return counts;
  }

  close(): void {
    clearInterval(this.#looking);
    this.#receiver.close();
    for (const publisher of this.#publishers.values()) publisher.close();
    this.#publishers.clear();
  }
}
