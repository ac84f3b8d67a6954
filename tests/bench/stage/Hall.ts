// A talk for a bench: the media server alone, a synthetic speaker, a synthetic crowd, and whoever else is given a wire.
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import type { MediaRights } from '@comptoir/server/media/MediaRouter';
import { createLog } from '@comptoir/server/ops/log';
import type { ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { eventually, Synthetic, type SyntheticParticipant } from '../../support/media/Synthetic.ts';

const CALL = 'bench';
/** 30 pictures a second of three packets, 600 kbit/s; and a voice. */
const CAMERA = { as: 'camera', mark: 'a', packetsPerS: 90, bytes: 833 } as const;
const VOICE = { as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 80 } as const;
export const PACKETS_PER_S = CAMERA.packetsPerS + VOICE.packetsPerS;
const AT_ONCE = 10;
const JOIN_MS = 120_000;
export const SEATED: MediaRights = { publish: [], receive: 'stage' };
export const ON_STAGE: MediaRights = { publish: ['microphone', 'camera'], receive: 'all' };

export class Hall {
  readonly media: EmbeddedMedia;
  readonly synthetic = new Synthetic();
  readonly crowd: SyntheticParticipant[] = [];
  readonly #wires = new Map<string, (signal: ServerMediaSignal) => void>();

  constructor(workers: number, listenersPerWorker: number, say: (line: string) => void) {
    this.media = new EmbeddedMedia(
      { firstUdpPort: undefined, workers, announcedIp: undefined, isLocal: true, listenersPerWorker },
      createLog('error'),
    );
    const events = {
      signal: (personIds: readonly string[], signal: ServerMediaSignal): void => {
        for (const personId of personIds) this.#wires.get(personId)?.(signal);
      },
      died: () => say('a media worker died'),
    };
    this.media.openCall(CALL, events, { isHall: true });
  }

  /** @param hear what the server says to them @returns how they say something to the server */
  enter(personId: string, rights: MediaRights, hear: (signal: ServerMediaSignal) => void) {
    this.#wires.set(personId, hear);
    this.media.grant(CALL, personId, rights);
    return (signal: Parameters<EmbeddedMedia['signal']>[2]): void => this.media.signal(CALL, personId, signal);
  }

  leave(personId: string): void {
    this.media.revoke(CALL, personId);
    this.#wires.delete(personId);
  }

  /** 600 kbit/s and a voice. */
  speak(): void {
    const speaker = this.#synthetic('speaker', ON_STAGE);
    speaker.publish(CAMERA);
    speaker.publish(VOICE);
  }

  async fill(listeners: number): Promise<void> {
    while (this.crowd.length < listeners) {
      const batch = Array.from({ length: Math.min(AT_ONCE, listeners - this.crowd.length) }, (_, k) =>
        this.#synthetic(`r${this.crowd.length + k}`, SEATED),
      );
      for (const listener of batch) {
        listener.subscribe();
        listener.wantStage({ active: 'medium', second: 'none', screen: 'high' });
      }
      await eventually('ten more are connected', () => batch.every(({ states }) => states.includes('receive connected')), JOIN_MS);
      this.crowd.push(...batch);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.media.close(), this.synthetic.close()]);
  }

  #synthetic(id: string, rights: MediaRights): SyntheticParticipant {
    const participant = this.synthetic.add(id, (signal) => this.media.signal(CALL, id, signal));
    participant.comesBack = true;
    this.#wires.set(id, (signal) => participant.receive(signal));
    this.media.grant(CALL, id, rights);
    return participant;
  }
}
