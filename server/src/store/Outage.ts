// The times at which the database does not work: who asks meanwhile waits a little, then hears so at once until it works again.
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, faultOf } from './faults.ts';
import { StoreProblem } from './StoreProblem.ts';

/** A restart of PostgreSQL takes less. */
const PATIENCE_MS = 5000;
const RETRY_MS = 250;
/** After that long without an answer it is tried so often; whoever asks between hears that it does not work. */
const NEXT_TRY_MS = 1000;

export class Outage {
  readonly #tell: (sentence: string | undefined) => void;
  #fault: Fault | undefined;
  #sinceMs = 0;
  #triedMs = 0;
  #hasEnded = false;

  /** @param tell is told when it begins, becomes another, and ends (undefined) */
  constructor(tell: (sentence: string | undefined) => void) {
    this.#tell = tell;
  }

  get isOn(): boolean {
    return this.#fault !== undefined;
  }

  /** Nobody waits any more. */
  end(): void {
    this.#hasEnded = true;
  }

  /** @throws StoreProblem while the database does not work, else what `step` threw */
  async through<T>(step: () => Promise<T>, isWrite: boolean): Promise<T> {
    for (;;) {
      if (this.#isHopeless()) throw new StoreProblem(this.#fault?.sentence);
      try {
        this.#triedMs = performance.now();
        const result = await step();
        this.#works(isWrite);
        return result;
      } catch (reason) {
        const fault = faultOf(reason);
        if (!fault) {
          this.#works(false);
          throw reason;
        }
        this.#notes(fault);
        if (fault.kind !== 'unreachable' || this.#isTooLong()) throw new StoreProblem(fault.sentence);
        await pause(RETRY_MS);
      }
    }
  }

  #isTooLong = (): boolean => this.#hasEnded || performance.now() - this.#sinceMs > PATIENCE_MS;

  #isHopeless(): boolean {
    return this.#fault?.kind === 'unreachable' && this.#isTooLong() && performance.now() - this.#triedMs < NEXT_TRY_MS;
  }

  /** That it answers does not mean that it takes writes again. */
  #works(isWritten: boolean): void {
    if (!this.#fault || (this.#fault.kind !== 'unreachable' && !isWritten)) return;
    this.#fault = undefined;
    this.#tell(undefined);
  }

  #notes(fault: Fault): void {
    if (this.#fault?.kind === fault.kind) return;
    this.#fault = fault;
    this.#sinceMs = performance.now();
    this.#tell(fault.sentence);
  }
}
