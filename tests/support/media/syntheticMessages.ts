// What tests and the process of synthetic participants say to one another.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import type { MeshSignal } from './MeshAnswer.ts';

/** What one packet holds: where a keyframe was asked for, and elsewhere. */
export interface Sample {
  key: Buffer;
  delta: Buffer;
}

export interface SendingPlan {
  as: TrackKind;
  /** Written into every packet, to be recognised where it arrives: one letter, then the layer's. */
  mark: string;
  packetsPerS: number;
  bytes: number;
  /** Simulcast; a plain track when absent. */
  layers?: readonly string[];
  /** -dBov of a microphone: 20 is speech, 127 silence. */
  level?: number;
  /** The first sequence number. */
  sequence?: number;
  /** Real pictures or sound instead of marks, one a packet, from the first again behind the last; all layers send the same. */
  samples?: readonly Sample[];
  /** They arrive so much later than the rest of what this person sends. */
  delayMs?: number;
}

/** A TURN server, over UDP: the engine speaks it in no other way. */
export interface Relay {
  port: number;
  username: string;
  password: string;
}

export type ToSynthetic =
  | { do: 'receive'; id: string; sdp: string }
  | { do: 'publish'; id: string; plan: SendingPlan }
  | { do: 'published'; id: string; as: TrackKind; sdp: string }
  | { do: 'level'; id: string; level: number }
  /** As a browser would, of what gets through. */
  | { do: 'estimate'; id: string; bitsPerS: number }
  /** Two connections in this process that may use the relay only: do they reach each other? */
  | { do: 'relay'; question: number; relay: Relay }
  /** Of a mesh: what who opened `link` says; a link of the same name before it is over. */
  | { do: 'mesh'; link: string; opens: boolean; signals: readonly MeshSignal[] }
  | { do: 'count'; question: number }
  | { do: 'end'; id: string };

export interface LineCount {
  packets: number;
  /** Gaps in the sequence numbers that nothing filled. */
  lost: number;
  /** How often the sequence number went elsewhere than on: never. */
  jumps: number;
  /** Packets by what is written into them. */
  marks: Record<string, number>;
  /** The mark of the last packet. */
  last: string;
  /** Of the last packet: its RTP time, and when it was taken by the sender's clock, which is written into it. */
  taken: { timestamp: number; atMs: number } | undefined;
  /** Of the sender reports: RTP time and NTP time of the last. */
  report: { timestamp: number; ntpMs: number } | undefined;
}

export interface SentCount {
  packets: number;
  keyframesAsked: number;
  resendsAsked: number;
  bitsPerS: number | undefined;
}

export type FromSynthetic =
  | { say: 'answer'; id: string; sdp: string }
  | { say: 'offer'; id: string; as: TrackKind; sdp: string }
  | { say: 'mesh'; link: string; signal: MeshSignal }
  | { say: 'relayed'; question: number; state: string }
  | { say: 'state'; id: string; what: string; state: string }
  | {
      say: 'counts';
      question: number;
      /** By participant and mid. */
      received: Record<string, Record<string, LineCount>>;
      /** By participant and track kind. */
      sent: Record<string, Record<string, SentCount>>;
    };
