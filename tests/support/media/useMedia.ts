// For tests of the media router alone: a router, one call, and synthetic participants in it.
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import type { MediaRights } from '@comptoir/server/media/MediaRouter';
import { createLog } from '@comptoir/server/ops/log';
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';
import type { ClientMediaSignal, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { BadUdp, type UdpBadness } from './BadUdp.ts';
import { Synthetic, type SyntheticParticipant } from './Synthetic.ts';

export const ALL: MediaRights = { publish: ['microphone', 'camera', 'screen', 'screenAudio'], receive: 'all' };

export interface MediaStage {
  media: EmbeddedMedia;
  callId: string;
  /** Calls that the router said are over. */
  died: string[];
  /** Of a hall: ms of speech so far by person, and how their links were last. */
  spoken: Map<string, number>;
  links: Map<string, LinkQuality>;
  /** Somebody with these rights; undefined: nobody let them in. */
  join(id: string, rights?: MediaRights): SyntheticParticipant;
  /** To be called before they subscribe. */
  badNetworkOf(participant: SyntheticParticipant, badness: UdpBadness): Promise<BadUdp>;
  grant(id: string, rights: MediaRights): void;
  /** Opens the call, again under another id. */
  open(): void;
}

export interface MediaUnderTest {
  workers?: number;
  isHall?: boolean;
  listenersPerWorker?: number;
}

export function useMedia({ workers = 1, isHall = false, ...more }: MediaUnderTest = {}): MediaStage {
  const participants = new Map<string, SyntheticParticipant>();
  let synthetic: Synthetic;
  let calls = 0;
  const networks: BadUdp[] = [];
  const stage: MediaStage = {
    media: new EmbeddedMedia({ firstUdpPort: undefined, workers, announcedIp: undefined, isLocal: true, ...more }, createLog('silent')),
    callId: '',
    died: [],
    spoken: new Map(),
    links: new Map(),
    join(id, rights) {
      const { callId } = stage;
      const participant = synthetic.add(id, (signal: ClientMediaSignal) => stage.media.signal(callId, id, signal));
      participants.set(id, participant);
      if (rights) stage.media.grant(callId, id, rights);
      return participant;
    },
    async badNetworkOf(participant, badness) {
      const network = await BadUdp.open(badness);
      networks.push(network);
      participant.network = network;
      return network;
    },
    grant: (id, rights) => stage.media.grant(stage.callId, id, rights),
    open() {
      const callId = `call-${++calls}`;
      stage.callId = callId;
      const events = {
        signal: (personIds: readonly string[], signal: ServerMediaSignal) => {
          for (const personId of personIds) participants.get(personId)?.receive(signal);
        },
        died: () => stage.died.push(callId),
        voices: (spoken: Readonly<Record<string, number>>) => {
          for (const [personId, ms] of Object.entries(spoken)) stage.spoken.set(personId, (stage.spoken.get(personId) ?? 0) + ms);
        },
        links: (links: readonly { personId: string; quality: LinkQuality }[]) => {
          stage.links = new Map(links.map(({ personId, quality }) => [personId, quality]));
        },
      };
      stage.spoken.clear();
      stage.media.openCall(callId, events, { isHall });
    },
  };
  beforeAll(() => {
    synthetic = new Synthetic();
  });
  afterEach(async () => {
    stage.media.closeCall(stage.callId);
    for (const participant of participants.values()) participant.end();
    participants.clear();
    await Promise.all(networks.splice(0).map((network) => network.close()));
  });
  afterAll(async () => {
    await stage.media.close();
    await synthetic.close();
  });
  return stage;
}
