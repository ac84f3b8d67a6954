// What the server and its media workers say to one another.
import type { ClientMediaSignal, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from './MediaRouter.ts';

export interface WorkerSettings {
  /** Undefined: a free one. */
  udpPort: number | undefined;
  announcedIp: string | undefined;
  /** Only browsers on this machine can reach us: by loopback, which works without a network too. */
  isLocal: boolean;
}

export type ToWorker =
  | { do: 'begin'; settings: WorkerSettings }
  | { do: 'open' | 'close'; callId: string }
  | { do: 'grant'; callId: string; personId: string; rights: MediaRights }
  | { do: 'revoke'; callId: string; personId: string }
  | { do: 'signal'; callId: string; personId: string; signal: ClientMediaSignal }
  | { do: 'count'; question: number };

export interface WorkerCounts {
  people: number;
  packetsIn: number;
  packetsOut: number;
  cpuS: number;
  lateMs: number;
}

export type FromWorker =
  | { say: 'ready'; udpPort: number }
  | { say: 'signal'; callId: string; personId: string; signal: ServerMediaSignal }
  | { say: 'counts'; question: number; counts: WorkerCounts }
  | { say: 'problem'; sentence: string };
