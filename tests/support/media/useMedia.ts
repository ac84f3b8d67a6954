// For tests of the media router alone: a router with one worker, one call, and synthetic participants in it.
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import type { MediaRights } from '@comptoir/server/media/MediaRouter';
import { createLog } from '@comptoir/server/ops/log';
import type { ClientMediaSignal } from '@comptoir/shared/protocol/talk';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { BadUdp, type UdpBadness } from './BadUdp.ts';
import { Synthetic, type SyntheticParticipant } from './Synthetic.ts';

export const ALL: MediaRights = { publish: ['microphone', 'camera', 'screen', 'screenAudio'], receive: 'all' };

export interface MediaStage {
  media: EmbeddedMedia;
  callId: string;
  /** Calls that the router said are over. */
  died: string[];
  /** Somebody with these rights; undefined: nobody let them in. */
  join(id: string, rights?: MediaRights): SyntheticParticipant;
  /** To be called before they subscribe. */
  badNetworkOf(participant: SyntheticParticipant, badness: UdpBadness): Promise<BadUdp>;
  grant(id: string, rights: MediaRights): void;
  /** Opens the call, again under another id. */
  open(): void;
}

export function useMedia(): MediaStage {
  const participants = new Map<string, SyntheticParticipant>();
  let synthetic: Synthetic;
  let calls = 0;
  const networks: BadUdp[] = [];
  const stage: MediaStage = {
    media: new EmbeddedMedia({ firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: true }, createLog('silent')),
    callId: '',
    died: [],
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
      stage.media.openCall(callId, {
        signal: (personId, signal) => participants.get(personId)?.receive(signal),
        died: () => stage.died.push(callId),
      });
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
