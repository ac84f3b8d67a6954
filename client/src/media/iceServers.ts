// The servers that help two browsers find each other: asked of the office, and used until half of their time is over.

const FRESH_MS = 30 * 60_000;

export class IceServers {
  readonly #ask: () => Promise<RTCIceServer[]>;
  #known: { servers: Promise<RTCIceServer[]>; atMs: number } | undefined;

  constructor(ask: () => Promise<RTCIceServer[]>) {
    this.#ask = ask;
  }

  get(): Promise<RTCIceServer[]> {
    if (this.#known && performance.now() - this.#known.atMs < FRESH_MS) return this.#known.servers;
    const servers = this.#ask().catch(() => {
      // without them two browsers of one network still find each other
      this.#known = undefined;
      return [];
    });
    this.#known = { servers, atMs: performance.now() };
    return servers;
  }
}
