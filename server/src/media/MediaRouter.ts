// The seam between an office and whatever carries its media when a mesh does not: tracks and rights, never session descriptions of one engine.
import type { ClientMediaSignal, ServerMediaSignal, TrackKind } from '@comptoir/shared/protocol/talk';

/** What one person may do in one call. */
export interface MediaRights {
  publish: readonly TrackKind[];
  subscribe: boolean;
}

export interface MediaStats {
  calls: number;
  people: number;
  packetsInPerS: number;
  packetsOutPerS: number;
  /** Cores, of all media workers together. */
  cpu: number;
  loopLateP99Ms: number;
}

export interface MediaRouterEvents {
  /** To be told to this person of this call. */
  signal(callId: string, personId: string, signal: ServerMediaSignal): void;
  /** Every call that this worker carried is over: open it anew under another epoch. */
  workerDied(callIds: readonly string[]): void;
}

/** A call is named by conversation and epoch. Everything asked of a call that is not open is ignored. */
export interface MediaRouter {
  openCall(callId: string, options: { videoSlots: number; audioSlots: number }): Promise<void>;
  closeCall(callId: string): void;
  /** Lets somebody in, or changes their rights at once: what they may not publish is not forwarded from this packet on. */
  grant(callId: string, personId: string, rights: MediaRights): void;
  /** Ends their connections now. */
  revoke(callId: string, personId: string): void;
  signal(callId: string, personId: string, signal: ClientMediaSignal): void;
  stats(): Promise<MediaStats>;
  close(): Promise<void>;
}
