// Pings everybody in turn and ends connections that no longer answer; a share each tick, because thousands of pings at once make a tick late.

/** The part of a ws socket used here. */
export interface PulseSocket {
  ping(): void;
  terminate(): void;
  on(event: 'pong', listener: () => void): unknown;
}

/** R11: this many pings without an answer end a connection. */
const MOST_UNANSWERED = 2;

export class Pulse {
  readonly #unanswered = new Map<PulseSocket, number>();
  readonly #everyTicks: number;
  #round: Iterator<PulseSocket> = [].values();
  /** Pings that were due and not sent yet; less than one between two beats. */
  #due = 0;

  /** @param everyTicks each socket's turn comes once in so many ticks */
  constructor(everyTicks: number) {
    this.#everyTicks = everyTicks;
  }

  add(socket: PulseSocket): void {
    this.#unanswered.set(socket, 0);
    socket.on('pong', () => {
      if (this.#unanswered.has(socket)) this.#unanswered.set(socket, 0);
    });
  }

  delete(socket: PulseSocket): void {
    this.#unanswered.delete(socket);
  }

  /** `count` ticks have passed. */
  beat(count: number): void {
    // few people are less than one ping a tick: shares are saved up, or everybody would be asked many times before they can answer
    this.#due += (this.#unanswered.size * count) / this.#everyTicks;
    for (; this.#due >= 1; this.#due--) {
      let next = this.#round.next();
      if (next.done) {
        this.#round = this.#unanswered.keys();
        next = this.#round.next();
      }
      if (next.done) {
        this.#due = 0;
        return;
      }
      this.#ping(next.value);
    }
  }

  #ping(socket: PulseSocket): void {
    const unanswered = this.#unanswered.get(socket);
    if (unanswered === undefined) return;
    if (unanswered >= MOST_UNANSWERED) {
      this.#unanswered.delete(socket);
      socket.terminate();
      return;
    }
    this.#unanswered.set(socket, unanswered + 1);
    socket.ping();
  }
}
