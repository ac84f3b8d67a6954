// What a call needs of a transport, whichever carries it: tracks out, tracks in, and word of how it goes.
import type { Quality, StageWishes, TrackKind } from '@comptoir/shared/protocol/talk';
import type { LinkState } from './CallModel.ts';

export interface Wish {
  personId: string;
  as: 'camera' | 'screen';
  quality: Quality;
}

/** Since the transport began; both only grow. */
export interface LinkCounts {
  audioPackets: number;
  framesDecoded: number;
}

export interface SessionEvents {
  track(personId: string, as: TrackKind, track: MediaStreamTrack): void;
  trackGone(personId: string, as: TrackKind): void;
  link(personId: string, state: LinkState): void;
  /** In a talk: whom the server shows as speaking, and who presents or spoke before. */
  stage?(active: string | undefined, presenter: string | undefined): void;
  /** Not connected in time. */
  iceFailed(): void;
  /** This machine cannot encode for so many. */
  overloaded(): void;
}

export interface MediaSession {
  readonly transport: 'mesh' | 'sfu';
  /** Everybody else who is in the call now. */
  setMembers(personIds: readonly string[]): void;
  /** Sends it from now on, instead of what was sent as that before; undefined: nothing. */
  publish(as: TrackKind, track: MediaStreamTrack | undefined): void;
  /** What is shown, most wanted first; what is not in it need not come. The last call counts. */
  want(list: readonly Wish[]): void;
  /** In the audience of a talk, where the server chooses whose pictures come. */
  wantStage?(wishes: StageWishes): void;
  /** Sends less: a slow or costly line. */
  setLowData(on: boolean): void;
  /** By hand, after it failed. */
  retry(personId: string): void;
  /** By personId. */
  stats(): Promise<ReadonlyMap<string, LinkCounts>>;
  close(): void;
}
