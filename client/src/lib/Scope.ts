// Owner of lifetimes: whoever creates something that must end gives its end to a scope, and the scope ends them all, last first.

export class Scope {
  #ends: (() => void)[] = [];
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs `end` when the scope ends; at once when it already has. */
  onEnd(end: () => void): void {
    if (this.#ended) end();
    else this.#ends.push(end);
  }

  /** Adds a DOM or event-target listener that goes with the scope. */
  listen<E extends Event>(target: EventTarget, type: string, listener: (event: E) => void, options?: AddEventListenerOptions): void {
    const wrapped = listener as (event: Event) => void;
    target.addEventListener(type, wrapped, options);
    this.onEnd(() => target.removeEventListener(type, wrapped, options));
  }

  /** setInterval that goes with the scope. */
  every(ms: number, run: () => void): void {
    const timer = setInterval(run, ms);
    this.onEnd(() => clearInterval(timer));
  }

  child(): Scope {
    const scope = new Scope();
    this.onEnd(() => scope.end());
    return scope;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const end of this.#ends.reverse()) end();
    this.#ends = [];
  }
}
