// What the server and its media workers say to one another.
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';
import type { ClientMediaSignal, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from './MediaRouter.ts';
import type { HomeWord, RelayWord } from './relayWords.ts';
import type { TapeOrder, TapeProblem } from './tapeFormat.ts';

export type CallPart = 'whole' | 'stage' | 'listeners';

export interface WorkerSettings {
  /** Undefined: a free one. */
  udpPort: number | undefined;
  announcedIp: string | undefined;
  /** Only browsers on this machine can reach us: by loopback, which works without a network too. */
  isLocal: boolean;
}

export type ToWorker =
  | { do: 'begin'; settings: WorkerSettings }
  /** All of a call without an audience · the publishers of a hall, and listeners · only listeners. */
  | { do: 'open'; callId: string; part: CallPart }
  | { do: 'close'; callId: string }
  | { do: 'grant'; callId: string; personId: string; rights: MediaRights }
  | { do: 'revoke'; callId: string; personId: string }
  | { do: 'signal'; callId: string; personId: string; signal: ClientMediaSignal }
  | { do: 'present'; callId: string; personId: string | undefined }
  /** Undefined: no longer. */
  | { do: 'record'; callId: string; order: TapeOrder | undefined }
  /** Another worker carries listeners of this call, or does no longer. */
  | { do: 'relay'; callId: string; to: number; on: boolean }
  | { do: 'fromHome'; callId: string; word: HomeWord }
  | { do: 'fromRelay'; callId: string; from: number; word: RelayWord }
  | { do: 'count'; question: number };

export interface WorkerCounts {
  people: number;
  packetsIn: number;
  packetsOut: number;
  cpuS: number;
  lateMs: number;
}

export interface WorkerLoad {
  packetsPerS: number;
  /** 99 of 100 turns of the event loop were less late. */
  lateMs: number;
}

export type FromWorker =
  | { say: 'ready'; udpPort: number }
  | { say: 'signal'; callId: string; personIds: string[]; signal: ServerMediaSignal }
  | { say: 'toRelay'; callId: string; to: number; word: HomeWord }
  | { say: 'toHome'; callId: string; word: RelayWord }
  | { say: 'voices'; callId: string; spoken: Record<string, number> }
  | { say: 'links'; callId: string; links: { personId: string; quality: LinkQuality }[] }
  | { say: 'tapeProblem'; callId: string; problem: TapeProblem }
  /** Once a second. */
  | { say: 'load'; load: WorkerLoad }
  | { say: 'counts'; question: number; counts: WorkerCounts }
  | { say: 'problem'; sentence: string };
