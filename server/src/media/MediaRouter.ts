// The seam between an office and whatever carries its media when a mesh does not: tracks and rights, never session descriptions of one engine.
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';
import type { ClientMediaSignal, ServerMediaSignal, TrackKind } from '@comptoir/shared/protocol/talk';
import type { TapeOrder, TapeProblem } from './tapeFormat.ts';

/** What one person may do in one call. */
export interface MediaRights {
  publish: readonly TrackKind[];
  /**
   * 'nothing' lets them connect beforehand; 'sound' is microphones and the sound of screens; 'stage', in a hall: what the server chooses for
   * all who look there.
   */
  receive: 'nothing' | 'sound' | 'stage' | 'all';
  /** personIds of whom nothing reaches them, whatever they wish. */
  except?: readonly string[];
}

export interface MediaStats {
  workers: number;
  calls: number;
  /** Persons with a connection. */
  people: number;
  /** Since the start. */
  packetsIn: number;
  packetsOut: number;
  /** CPU seconds of all media workers together, since each began. */
  cpuS: number;
  /** The latest turn of an event loop in the last seconds, of the worst worker. */
  lateMs: number;
}

export interface MediaCallEvents {
  /** To be told to these persons of this call. */
  signal(personIds: readonly string[], signal: ServerMediaSignal): void;
  /** What carried this call is gone, and the call with it: open it anew under another epoch. */
  died(): void;
  /** Of a hall, five times a second while somebody speaks: personId -> ms of speech since the last time. */
  voices?(spoken: Readonly<Record<string, number>>): void;
  /** Of a hall, every 2 s: how what everybody sends arrives, who may send anything. */
  links?(links: readonly { personId: string; quality: LinkQuality }[]): void;
  /** It is no longer recorded; what was lies on the disk. */
  tapeStopped?(problem: TapeProblem): void;
}

export interface MediaCallOptions {
  /** A few speak, and hundreds may listen: its listeners may be carried by several workers. */
  isHall?: boolean;
}

/** A call is named by conversation and epoch. Everything asked of a call that is not open is ignored. */
export interface MediaRouter {
  openCall(callId: string, events: MediaCallEvents, options?: MediaCallOptions): void;
  closeCall(callId: string): void;
  /** Lets somebody in, or changes their rights at once: what they may not publish is not forwarded from this packet on. */
  grant(callId: string, personId: string, rights: MediaRights): void;
  /** Ends their connections now. */
  revoke(callId: string, personId: string): void;
  /** Ignored of somebody who was not let in. */
  signal(callId: string, personId: string, signal: ClientMediaSignal): void;
  /** Of a hall: whoever shows slides there, which are not carried here. */
  present(callId: string, personId: string | undefined): void;
  /** Of a hall: everything that is published there is written to the disk, until undefined or the end of the call. */
  record(callId: string, order: TapeOrder | undefined): void;
  stats(): Promise<MediaStats>;
  close(): Promise<void>;
}
