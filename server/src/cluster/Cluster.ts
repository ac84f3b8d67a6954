// Several server processes that are one server, as the rest of one of them sees it: who runs which office, and what is told to the others.
import type { MatchMakerDriver, Presence } from '@colyseus/core';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { News } from './news.ts';
import type { ProcessRecord } from './processRecord.ts';

/** What this process does for it; app.ts implements it. */
export interface ClusterWork {
  /** Of every map that could be read. */
  offices(): string[];
  open(officeId: string): Promise<void>;
  /** Another process runs it, or is about to. */
  close(officeId: string): void;
  isEmpty(officeId: string): boolean;
  /** What the others are told of the offices that are open here. */
  state(): Pick<ProcessRecord, 'offices' | 'people'>;
  hear(news: News): void;
  /** News may have been missed: the database knows. */
  lookAgain(): void;
}

export interface Cluster {
  /** For Colyseus. */
  presence: Presence;
  driver: MatchMakerDriver;
  /** Where sockets of this process's offices go, without scheme. */
  publicAddress: string;
  /** Resolves when every office is open somewhere. */
  work(work: ClusterWork): Promise<void>;
  tell(news: News): void;
  /** Everybody else who answers, as they were a second ago. */
  others(): readonly ProcessRecord[];
  /** The process that runs this office, if it is another one. */
  ownerOf(officeId: string): ProcessRecord | undefined;
  /** The office in another process in which this person is, connected. */
  officeOf(personId: string): string | undefined;
  /** Counts for all processes together; alone while Redis is away. */
  makeLimiter(options: { keyPrefix: string; points: number; duration: number }): RateLimiterAbstract;
  /** What the processes know one another by. */
  secret: string;
  /** Does nothing fail between us and Redis, for as long as a lease holds? */
  isSteady(): boolean;
  /** Why nothing passes between the processes now, in one sentence. */
  problem(): string | undefined;
  /** Others may have its offices. */
  close(): Promise<void>;
}
