// The page of `bench -- stage`: somebody on the stage, or in the audience, with the client's own media code and nothing else.
import type { ClientMediaSignal, ServerMediaSignal, StageWishes } from '@comptoir/shared/protocol/talk';
import type { SessionEvents } from '../../../client/src/media/MediaSession.ts';
import { SfuSession } from '../../../client/src/media/SfuSession.ts';

/** What the bench gives the page. */
declare const toServer: (personId: string, signal: ClientMediaSignal) => Promise<void>;

interface Watched {
  seconds: number;
  frames: number;
  freezes: number;
  frozenS: number;
  packets: number;
  lost: number;
  /** Share of the sound that was invented, and how often that began. */
  concealed: number;
  gaps: number;
  /** Heights of the pictures, each time it changed. */
  heights: number[];
}

interface Joined {
  connectedMs: number;
  namedMs: number;
  firstFrameMs: number;
}

const LOOK_MS = 10;

interface Seat {
  session: SfuSession;
  connections: RTCPeerConnection[];
  heights: number[];
}

const seats = new Map<string, Seat>();
const made: RTCPeerConnection[] = [];
const Native = globalThis.RTCPeerConnection;
globalThis.RTCPeerConnection = class extends Native {
  constructor(config?: RTCConfiguration) {
    super(config);
    made.push(this);
  }
};

function open(personId: string, events: Partial<SessionEvents>): Seat {
  const first = made.length;
  const nothing = (): void => undefined;
  const session = new SfuSession({
    ...{ iceServers: [], discontinuous: true, lowData: false },
    events: { track: nothing, trackGone: nothing, link: nothing, iceFailed: nothing, overloaded: nothing, ...events },
    send: (signal) => void toServer(personId, signal),
  });
  const seat: Seat = {
    session,
    heights: [],
    get connections() {
      return made.slice(first);
    },
  };
  seats.set(personId, seat);
  return seat;
}

const page = {
  hear: (personId: string, signal: ServerMediaSignal): void => seats.get(personId)?.session.receive(signal),

  /** Camera of the browser, and its microphone. */
  async publish(personId: string, height: number, isHeard: boolean): Promise<void> {
    const { session } = open(personId, {});
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: (height * 16) / 9, height, frameRate: 20 } });
    if (isHeard) session.publish('microphone', stream.getAudioTracks()[0]);
    session.publish('camera', stream.getVideoTracks()[0]);
  },

  /** Pictures that have been sent. */
  async sent(personId: string): Promise<number> {
    let frames = 0;
    for (const connection of seats.get(personId)?.connections ?? [])
      for (const entry of (await connection.getStats()).values()) if (entry.type === 'outbound-rtp') frames += entry.framesSent ?? 0;
    return frames;
  },

  /** @returns ms from asking for a connection until there is one, until `whom` is named, and until the first decoded picture of them */
  async join(personId: string, whom: string, wishes: StageWishes): Promise<Joined> {
    const beganMs = performance.now();
    const sinceMs = (): number => Math.round(performance.now() - beganMs);
    const joined = { connectedMs: 0, namedMs: 0, firstFrameMs: 0 };
    const looking = setInterval(() => {
      if (joined.connectedMs === 0 && seat?.connections.at(-1)?.connectionState === 'connected') joined.connectedMs = sinceMs();
    }, LOOK_MS);
    let seat: Seat | undefined;
    return new Promise<Joined>((resolve, reject) => {
      setTimeout(() => reject(new Error('no picture came')), 20_000);
      const here = open(personId, {
        track(from, as, track) {
          const element = document.createElement(as === 'camera' ? 'video' : 'audio');
          element.srcObject = new MediaStream([track]);
          void element.play().catch(() => undefined);
          if (from !== whom || !(element instanceof HTMLVideoElement)) return;
          joined.namedMs ||= sinceMs();
          element.muted = true;
          const look = (_now: number, { height }: VideoFrameCallbackMetadata): void => {
            joined.firstFrameMs ||= sinceMs();
            resolve(joined);
            if (here.heights.at(-1) !== height) here.heights.push(height);
            element.requestVideoFrameCallback(look);
          };
          element.requestVideoFrameCallback(look);
        },
      });
      seat = here;
      here.session.wantStage(wishes);
    }).finally(() => clearInterval(looking));
  },

  want: (personId: string, wishes: StageWishes): void => seats.get(personId)?.session.wantStage(wishes),

  /** All that came so far. */
  async watch(personId: string): Promise<Omit<Watched, 'seconds'>> {
    const seat = seats.get(personId);
    const seen = { frames: 0, freezes: 0, frozenS: 0, packets: 0, lost: 0, concealed: 0, gaps: 0, heights: seat?.heights ?? [] };
    let samples = 0;
    for (const connection of seat?.connections ?? [])
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== 'inbound-rtp') continue;
        seen.packets += entry.packetsReceived ?? 0;
        seen.lost += entry.packetsLost ?? 0;
        seen.frames += entry.framesDecoded ?? 0;
        seen.freezes += entry.freezeCount ?? 0;
        seen.frozenS += entry.totalFreezesDuration ?? 0;
        seen.gaps += entry.concealmentEvents ?? 0;
        samples += entry.totalSamplesReceived ?? 0;
        seen.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
      }
    return { ...seen, concealed: samples > 0 ? seen.concealed / samples : 0 };
  },

  leave(personId: string): void {
    seats.get(personId)?.session.close();
    seats.delete(personId);
  },
};

export type StagePage = typeof page;
Object.assign(globalThis, { stagePage: page });
