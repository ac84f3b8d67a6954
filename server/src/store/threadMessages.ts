// What crosses between the server and its database thread.

export interface ToThread {
  number: number;
  /** `close` commits, closes the file and ends the thread. */
  ask: { aggregate: string; verb: string; ask: unknown } | 'flush' | 'close';
}

export type FromThread =
  | { opened: true }
  | { problem: string }
  /** The database takes no writes any more, and why; null: it does again. */
  | { outage: string | null }
  | { number: number; answer: unknown }
  | { number: number; failure: string; isOutage: boolean };
