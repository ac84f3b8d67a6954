// The one connection to an office: joins, beats, notices when it is lost and comes back by a fresh join with the same ticket. Only user of the Colyseus SDK.
import { Client, type Room } from '@colyseus/sdk';
import { CLOSE, JOIN_REFUSED, type JoinOptions } from '@comptoir/shared/protocol/http';
import { type ClientMessages, PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask, RequestName } from '@comptoir/shared/protocol/requests';
import { OfficeState } from '@comptoir/shared/protocol/state';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { type Signal, signal } from '@preact/signals-core';
import { Scope } from '../lib/Scope.ts';

export type JoinRefusal = keyof typeof JOIN_REFUSED | 'unreachable';
export type Ended = 'left' | 'movedToAnotherTab' | 'removed' | 'reload';
export type ConnectionPhase = 'idle' | 'online' | 'reconnecting' | 'ended';

/** What a join needs to know each time: the ticket and name may have changed since the last one. */
export interface JoinWish {
  roomId: string;
  options: Omit<JoinOptions, 'protocol'>;
}

export interface ConnectionSink {
  welcome(welcome: ServerMessages['welcome']): void;
  message<T extends Exclude<keyof ServerMessages, 'welcome' | 'heartbeat'>>(type: T, message: ServerMessages[T]): void;
  /** After each patch: the whole replicated state. */
  state(state: OfficeState): void;
  frame(bytes: Uint8Array): void;
  digest(bytes: Uint8Array): void;
  /** One heartbeat came back, by the local clock in ms. */
  heartbeat(sentMs: number, receivedMs: number, tick: number): void;
}

type OfficeConnection = Room<unknown, OfficeState>;
const MESSAGES = ['putBack', 'pathEnded', 'areaCounts', 'brewing', 'mapChanged', 'mapRefused'] as const;
const JOIN_TIMEOUT_MS = 8000;

const refusalOf = (error: unknown): JoinRefusal => {
  // over HTTP the refusal's name is the message and the status the code; over the socket the code is ours
  const { code, message } = error as { code?: unknown; message?: unknown };
  const names = Object.keys(JOIN_REFUSED) as (keyof typeof JOIN_REFUSED)[];
  return names.find((name) => JOIN_REFUSED[name] === code || name === message) ?? 'unreachable';
};

export class Connection {
  readonly phase: Signal<ConnectionPhase> = signal('idle');
  /** Local time (ms) since when nothing was heard; undefined while online. */
  readonly lostSinceMs = signal<number | undefined>(undefined);
  readonly ended = signal<Ended | undefined>(undefined);
  readonly #client: Client;
  readonly #sink: ConnectionSink;
  readonly #wish: () => JoinWish | Promise<JoinWish | undefined>;
  #room: OfficeConnection | undefined;
  #scope = new Scope();
  #heardMs = 0;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** @param wish asked before every join, the later ones too: the room may have a new id after a restart */
  constructor(endpoint: string, sink: ConnectionSink, wish: () => JoinWish | Promise<JoinWish | undefined>) {
    this.#client = new Client(endpoint);
    this.#sink = sink;
    this.#wish = wish;
  }

  /** The first join; later ones happen by themselves. */
  async join(): Promise<{ ok: true } | { refused: JoinRefusal }> {
    const outcome = await this.#enter();
    if ('ok' in outcome) this.#watch();
    return outcome;
  }

  send<T extends keyof ClientMessages>(type: T, message: ClientMessages[T]): void {
    if (this.phase.peek() === 'online') this.#room?.send(type, message);
  }

  sendBytes(type: (typeof WIRE)[keyof typeof WIRE], bytes: Uint8Array): void {
    if (this.phase.peek() === 'online') this.#room?.sendBytes(type, bytes);
  }

  /** Asks the server; while the connection is lost the answer is `notHere`. */
  async request<R extends RequestName>(name: R, ask: Ask<R>): Promise<Answer<R>> {
    if (this.phase.peek() !== 'online' || !this.#room) return { refused: 'notHere' };
    try {
      return await this.#room.request<Ask<R>, Answer<R>>(name, ask);
    } catch {
      return { refused: 'notHere' };
    }
  }

  /** Leaves for good. */
  leave(): void {
    this.#finish('left');
  }

  /** Forgets the socket and joins anew at once: `online`, a tab that woke up, a heartbeat that failed. */
  reconnectNow(): void {
    if (this.phase.peek() === 'idle' || this.phase.peek() === 'ended') return;
    this.#lose();
    clearTimeout(this.#retry);
    void this.#tryAgain();
  }

  #watch(): void {
    this.#scope.every(tuning.heartbeatMs, () => this.#beat());
    this.#scope.onEnd(() => clearTimeout(this.#retry));
    if (typeof addEventListener !== 'function') return;
    this.#scope.listen(globalThis as unknown as EventTarget, 'online', () => this.reconnectNow());
    this.#scope.listen(document, 'visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      // timers sleep in hidden and frozen tabs: silence longer than a beat is only known to be a loss after asking
      if (performance.now() - this.#heardMs > tuning.lostMs) this.reconnectNow();
      else this.#beat();
    });
  }

  #beat(): void {
    if (this.phase.peek() !== 'online') return;
    if (performance.now() - this.#heardMs > tuning.lostMs) this.reconnectNow();
    else this.#room?.send('heartbeat', { sent: performance.now() });
  }

  async #enter(): Promise<{ ok: true } | { refused: JoinRefusal }> {
    const wish = await this.#wish();
    if (!wish) return { refused: 'unreachable' };
    let room: OfficeConnection;
    try {
      const joining = this.#client.joinById<OfficeState>(wish.roomId, { ...wish.options, protocol: PROTOCOL_VERSION }, OfficeState);
      room = (await withTimeout(joining, JOIN_TIMEOUT_MS, (late) => void late.leave())) as OfficeConnection;
    } catch (error) {
      return { refused: refusalOf(error) };
    }
    this.#use(room);
    return { ok: true };
  }

  #use(room: OfficeConnection): void {
    room.reconnection.enabled = false;
    this.#room = room;
    const current = (): boolean => this.#room === room;
    const heard = (): void => {
      this.#heardMs = performance.now();
    };
    heard();
    room.onMessage('welcome', (welcome: ServerMessages['welcome']) => {
      if (!current()) return;
      heard();
      this.#attempt = 0;
      this.phase.value = 'online';
      this.lostSinceMs.value = undefined;
      this.#sink.welcome(welcome);
    });
    room.onMessage('heartbeat', (beat: ServerMessages['heartbeat']) => {
      if (!current()) return;
      heard();
      this.#sink.heartbeat(beat.sent, performance.now(), beat.tick);
    });
    for (const type of MESSAGES) room.onMessage(type, (message: never) => current() && this.#sink.message(type, message));
    room.onMessage(WIRE.frame, (bytes: Uint8Array) => {
      if (!current()) return;
      heard();
      this.#sink.frame(bytes);
    });
    room.onMessage(WIRE.digest, (bytes: Uint8Array) => current() && this.#sink.digest(bytes));
    room.onStateChange((state) => current() && this.#sink.state(state));
    room.onLeave((code) => current() && this.#closed(code));
    room.onError(() => undefined);
    room.send('heartbeat', { sent: performance.now() });
  }

  #closed(code: number): void {
    if (this.phase.peek() === 'ended') return;
    if (code === CLOSE.movedToAnotherTab) return this.#finish('movedToAnotherTab');
    if (code === CLOSE.removed) return this.#finish('removed');
    this.reconnectNow();
  }

  #lose(): void {
    const room = this.#room;
    this.#room = undefined;
    if (this.phase.peek() === 'online') this.lostSinceMs.value = Math.min(performance.now(), this.#heardMs + tuning.heartbeatMs);
    this.phase.value = 'reconnecting';
    room?.removeAllListeners();
    room?.connection.close();
  }

  async #tryAgain(): Promise<void> {
    const attempt = ++this.#attempt;
    const outcome = await this.#enter();
    if (attempt !== this.#attempt || this.phase.peek() !== 'reconnecting' || 'ok' in outcome) return;
    if (outcome.refused === 'protocol') return this.#finish('reload');
    const lostMs = performance.now() - (this.lostSinceMs.peek() ?? 0);
    const pauseMs = lostMs > tuning.slowRetryAfterMs ? tuning.slowRetryMs : tuning.retryMs;
    const spread = 1 + (Math.random() * 2 - 1) * tuning.retrySpread;
    this.#retry = setTimeout(() => void this.#tryAgain(), pauseMs * spread);
  }

  #finish(why: Ended): void {
    this.#scope.end();
    this.#scope = new Scope();
    this.phase.value = 'ended';
    this.ended.value = why;
    const room = this.#room;
    this.#room = undefined;
    if (why === 'left') void room?.leave().catch(() => undefined);
  }
}

/** The promise, or a rejection after `ms`; what arrives later goes to `late`. */
function withTimeout<T>(promise: Promise<T>, ms: number, late: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('no answer in time'));
    }, ms);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) late(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
