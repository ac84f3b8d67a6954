// The one connection to an office: joins, beats, notices when it is lost and comes back by a fresh join with the same ticket. Only user of the Colyseus SDK.
import { Client, type Room } from '@colyseus/sdk';
import { CLOSE, type JoinOptions } from '@comptoir/shared/protocol/http';
import { type ClientMessages, PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask, RequestName } from '@comptoir/shared/protocol/requests';
import { OfficeState } from '@comptoir/shared/protocol/state';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { type Signal, signal } from '@preact/signals-core';
import { Scope } from '../lib/Scope.ts';
import { withTimeout } from '../lib/withTimeout.ts';
import { AT_THE_DOOR, isRoomMissing, type RefusedJoin, refusalOf, retryAfterOf } from './refusedJoin.ts';

export type Ended = 'left' | 'movedToAnotherTab' | 'removed' | 'badMessages' | 'outdated' | 'gone' | 'visitOver' | 'shutOut' | 'signedOut';
export type ConnectionPhase = 'idle' | 'online' | 'reconnecting' | 'ended';

/** What a join needs to know each time: the ticket and name may have changed since the last one. */
export interface JoinWish {
  roomId: string;
  options: Omit<JoinOptions, 'protocol' | 'tab'>;
}

export interface ConnectionSink {
  welcome(welcome: ServerMessages['welcome']): void;
  message<T extends Heard>(type: T, message: ServerMessages[T]): void;
  /** After each patch: the whole replicated state. */
  state(state: OfficeState): void;
  frame(bytes: Uint8Array): void;
  digest(bytes: Uint8Array): void;
  /** Of what my conversation writes and draws together. */
  note(bytes: Uint8Array): void;
  /** The server knows of no such room: is there no such office any more? It may only be ending or starting anew. */
  isGone(): Promise<boolean>;
  /** One heartbeat came back, by the local clock in ms. */
  heartbeat(sentMs: number, receivedMs: number, tick: number): void;
}

type Heard = Exclude<keyof ServerMessages, 'welcome' | 'heartbeat'>;
type OfficeConnection = Room<unknown, OfficeState>;
const MESSAGES = [
  ...['putBack', 'pathEnded', 'areaCounts', 'brewing', 'mapChanged'],
  ...['conversation', 'conversations', 'asked', 'askGone', 'askAnswered', 'beside', 'walkedAlong'],
  ...['said', 'saidBefore', 'erased', 'typing', 'signal', 'media'],
  ...['appointments'],
  ...['knocked', 'knockGone', 'muted', 'ending', 'gathering', 'announcement', 'notice', 'blocks', 'openReports'],
  ...['stage', 'talks', 'questions', 'polls', 'debate', 'applause', 'chapters', 'slides', 'floor', 'talkOver', 'stageLinks', 'shutRooms'],
  ...['notes', 'recording', 'recordingProblem', 'meetingRecorded'],
  ...['lineChanged', 'topics', 'channels'],
  ...['cardShown', 'desks', 'notesOnDesk'],
] as const satisfies readonly Heard[];
const JOIN_TIMEOUT_MS = 8000;

export class Connection {
  readonly phase: Signal<ConnectionPhase> = signal('idle');
  /** Local time (ms) since when nothing was heard; undefined while online. */
  readonly lostSinceMs = signal<number | undefined>(undefined);
  readonly ended = signal<Ended | undefined>(undefined);
  /** Proves who I am, where it is asked for by HTTP. */
  ticket: string | undefined;
  readonly #client: Client;
  readonly #sink: ConnectionSink;
  readonly #wish: () => JoinWish;
  /** Tells the server which connection is our own earlier one; no secret. */
  readonly #tab = Math.random().toString(36).slice(2);
  #room: OfficeConnection | undefined;
  readonly #scope = new Scope();
  #heardMs = 0;
  /** Since when an answer to a heartbeat is awaited. */
  #askedMs: number | undefined;
  /** Number of the latest attempt to join: what an earlier one brings is not wanted any more. */
  #attempt = 0;
  /** Of the answer to the latest attempt: the SDK hands on its name only. */
  #retryAfterS: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** @param wish asked before every join, the later ones too */
  constructor(endpoint: string, sink: ConnectionSink, wish: () => JoinWish) {
    this.#client = new Client(endpoint, { fetchFn: (url, init) => this.#fetch(url, init) });
    this.#sink = sink;
    this.#wish = wish;
  }

  /** The first join; later ones happen by themselves. */
  async join(): Promise<{ ok: true } | RefusedJoin> {
    const outcome = await this.#enter();
    if (!outcome) return { refused: 'unreachable' };
    if ('refused' in outcome) {
      const { refused, retryAfterS } = outcome;
      return { refused, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
    }
    this.#watch();
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
    const phase = this.phase.peek();
    // the first join is on its way
    if (phase === 'ended' || (phase === 'idle' && !this.#room)) return;
    this.#lose();
    clearTimeout(this.#retry);
    void this.#tryAgain();
  }

  async #fetch(url: string | URL | Request, init: RequestInit | undefined): Promise<Response> {
    const response = await fetch(url, init);
    this.#retryAfterS = retryAfterOf(response);
    return response;
  }

  #watch(): void {
    this.#scope.every(tuning.heartbeatMs, () => this.#beat());
    this.#scope.onEnd(() => clearTimeout(this.#retry));
    if (typeof addEventListener !== 'function') return;
    this.#scope.listen(globalThis as unknown as EventTarget, 'online', () => this.reconnectNow());
    this.#scope.listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake();
    });
  }

  #beat(): void {
    // before the welcome too: a line can fall silent at any time
    const room = this.#room;
    if (!room) return;
    const nowMs = performance.now();
    // silence alone says nothing: a hidden page's timers run once a minute, and nobody was asked meanwhile
    const isAwaited = nowMs - (this.#askedMs ?? nowMs) > tuning.lostMs - tuning.heartbeatMs;
    if (isAwaited && nowMs - this.#heardMs > tuning.lostMs) this.reconnectNow();
    else this.#ask(room);
  }

  #ask(room: OfficeConnection): void {
    this.#askedMs ??= performance.now();
    room.send('heartbeat', { sent: performance.now() });
  }

  /** Seen again: timers slept, and so may the line have died unnoticed, or be as well as ever. A call is not torn for asking. */
  #wake(): void {
    const room = this.#room;
    const heardMs = this.#heardMs;
    if (performance.now() - heardMs <= tuning.lostMs) return this.#beat();
    if (!room) return this.reconnectNow();
    this.#ask(room);
    this.#retry = setTimeout(() => {
      if (this.#room === room && this.#heardMs === heardMs) this.reconnectNow();
    }, tuning.wakeAnswerMs);
  }

  /** @returns undefined when the outcome matters no more: a newer attempt has begun, or all is over */
  async #enter(): Promise<{ ok: true } | (RefusedJoin & { isRoomMissing: boolean }) | undefined> {
    const attempt = ++this.#attempt;
    this.#retryAfterS = undefined;
    const { roomId, options } = this.#wish();
    let room: OfficeConnection;
    try {
      const joining = this.#client.joinById<OfficeState>(roomId, { ...options, tab: this.#tab, protocol: PROTOCOL_VERSION }, OfficeState);
      room = (await withTimeout(joining, JOIN_TIMEOUT_MS, (late) => this.#dismiss(late as OfficeConnection))) as OfficeConnection;
    } catch (error) {
      if (attempt !== this.#attempt) return undefined;
      const wait = this.#retryAfterS === undefined ? {} : { retryAfterS: this.#retryAfterS };
      return { refused: refusalOf(error), isRoomMissing: isRoomMissing(error), ...wait };
    }
    if (attempt !== this.#attempt) {
      this.#dismiss(room);
      return undefined;
    }
    this.#use(room);
    return { ok: true };
  }

  /** For a join that got through when nobody waited for it any more. Goodbye ends the visit, so it is only said when we are not inside. */
  #dismiss(room: OfficeConnection): void {
    room.reconnection.enabled = false;
    const phase = this.phase.peek();
    if (phase === 'online' || phase === 'reconnecting') room.connection.close();
    else void room.leave().catch(() => undefined);
  }

  #use(room: OfficeConnection): void {
    room.reconnection.enabled = false;
    this.#room = room;
    this.#heardMs = performance.now();
    this.#askedMs = undefined;
    /** Whatever is heard is a sign of life. */
    const hears =
      <T>(take: (news: T) => void) =>
      (news: T): void => {
        if (this.#room !== room) return;
        this.#heardMs = performance.now();
        this.#askedMs = undefined;
        take(news);
      };
    room.onMessage(
      'welcome',
      hears((welcome: ServerMessages['welcome']) => {
        this.phase.value = 'online';
        this.lostSinceMs.value = undefined;
        this.ticket = welcome.ticket;
        this.#sink.welcome(welcome);
      }),
    );
    room.onMessage(
      'heartbeat',
      hears((beat: ServerMessages['heartbeat']) => this.#sink.heartbeat(beat.sent, performance.now(), beat.tick)),
    );
    for (const type of MESSAGES)
      room.onMessage(
        type,
        hears((message: never) => this.#sink.message(type, message)),
      );
    room.onMessage(
      WIRE.frame,
      hears((bytes: Uint8Array) => this.#sink.frame(bytes)),
    );
    room.onMessage(
      WIRE.digest,
      hears((bytes: Uint8Array) => this.#sink.digest(bytes)),
    );
    room.onMessage(
      WIRE.note,
      hears((bytes: Uint8Array) => this.#sink.note(bytes)),
    );
    room.onStateChange(hears((state: OfficeState) => this.#sink.state(state)));
    room.onLeave((code) => {
      if (this.#room === room) this.#closed(code);
    });
    room.onError(() => undefined);
    this.#ask(room);
  }

  #closed(code: number): void {
    if (this.phase.peek() === 'ended') return;
    if (code === CLOSE.movedToAnotherTab) return this.#finish('movedToAnotherTab');
    if (code === CLOSE.removed) return this.#finish('removed');
    if (code === CLOSE.badMessages) return this.#finish('badMessages');
    if (code === CLOSE.officeGone) return this.#finish('gone');
    if (code === CLOSE.visitOver) return this.#finish('visitOver');
    if (code === CLOSE.signedOut) return this.#finish('signedOut');
    this.reconnectNow();
  }

  #lose(): void {
    const room = this.#room;
    this.#room = undefined;
    if (this.lostSinceMs.peek() === undefined) this.lostSinceMs.value = this.#askedMs ?? performance.now();
    this.phase.value = 'reconnecting';
    room?.removeAllListeners();
    room?.connection.close();
  }

  async #tryAgain(): Promise<void> {
    const outcome = await this.#enter();
    if (!outcome || 'ok' in outcome) return;
    if (outcome.refused === 'protocol') return this.#finish('outdated');
    if (outcome.refused === 'banned') return this.#finish('removed');
    if (outcome.refused === 'signIn') return this.#finish('signedOut');
    if (AT_THE_DOOR.has(outcome.refused)) return this.#finish('shutOut');
    const attempt = this.#attempt;
    if (outcome.isRoomMissing && (await this.#sink.isGone()) && attempt === this.#attempt) return this.#finish('gone');
    if (attempt !== this.#attempt) return;
    const lostMs = performance.now() - (this.lostSinceMs.peek() ?? 0);
    const pauseMs = lostMs > tuning.slowRetryAfterMs ? tuning.slowRetryMs : tuning.retryMs;
    const spread = 1 + (Math.random() * 2 - 1) * tuning.retrySpread;
    this.#retry = setTimeout(() => void this.#tryAgain(), pauseMs * spread);
  }

  #finish(why: Ended): void {
    this.#attempt++;
    this.#scope.end();
    this.phase.value = 'ended';
    this.ended.value = why;
    const room = this.#room;
    this.#room = undefined;
    if (why === 'left' && room?.connection.isOpen) void room.leave().catch(() => undefined);
  }
}
