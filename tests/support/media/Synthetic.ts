// Synthetic participants of calls on the media server, as tests use them: they subscribe, publish, and count what arrives.
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ClientMediaSignal, ServerMediaSignal, SlotContent, StageWishes, TrackKind } from '@comptoir/shared/protocol/talk';
import type { BadUdp } from './BadUdp.ts';
import type { MeshSignal } from './MeshAnswer.ts';
import type { FromSynthetic, LineCount, Relay, SendingPlan, SentCount, ToSynthetic } from './syntheticMessages.ts';

type Counts = Omit<Extract<FromSynthetic, { say: 'counts' }>, 'say' | 'question'>;

/** All of one test file. */
export class Synthetic {
  readonly #process: ChildProcess;
  readonly #participants = new Map<string, SyntheticParticipant>();
  readonly #questions = new Map<number, { resolve(counts: Counts): void; reject(reason: Error): void }>();
  #ended: Error | undefined;
  readonly #links = new Map<string, (signal: MeshSignal) => void>();
  readonly #relays = new Map<number, (state: string) => void>();
  #lastQuestion = 0;

  constructor() {
    const path = fileURLToPath(new URL('./syntheticProcess.ts', import.meta.url));
    this.#process = fork(path, [], { serialization: 'advanced', execArgv: [] });
    this.#process.once('exit', (code) => this.#isOver(code));
    this.#process.on('message', (message: FromSynthetic) => {
      if (message.say === 'relayed') {
        this.#relays.get(message.question)?.(message.state);
        this.#relays.delete(message.question);
      } else if (message.say === 'mesh') this.#links.get(message.link)?.(message.signal);
      else if (message.say === 'counts') {
        this.#questions.get(message.question)?.resolve(message);
        this.#questions.delete(message.question);
      } else this.#participants.get(message.id)?.heard(message);
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** @param send how this participant's signals reach the media server */
  add(id: string, send: (signal: ClientMediaSignal) => void): SyntheticParticipant {
    const participant = new SyntheticParticipant(id, send, this);
    this.#participants.set(id, participant);
    return participant;
  }

  /** Of somebody who receives by more than one connection. */
  alias(id: string, participant: SyntheticParticipant): void {
    this.#participants.set(id, participant);
  }

  tell(message: ToSynthetic): void {
    if (this.#process.connected) this.#process.send(message);
  }

  #isOver(code: number | null): void {
    this.#ended = new Error(`the process of the synthetic participants ended with ${code}`);
    for (const { reject } of this.#questions.values()) reject(this.#ended);
  }

  async counts(): Promise<Counts> {
    if (this.#ended) throw this.#ended;
    const question = ++this.#lastQuestion;
    return new Promise((resolve, reject) => {
      this.#questions.set(question, { resolve, reject });
      this.tell({ do: 'count', question });
    });
  }

  /** Answers a link of a mesh; `answer` hears what its end says. @returns takes what the other end says */
  link(name: string, answer: (signal: MeshSignal) => void): (signals: readonly MeshSignal[]) => void {
    this.#links.set(name, answer);
    let opens = true;
    return (signals) => {
      this.tell({ do: 'mesh', link: name, opens, signals });
      opens = false;
    };
  }

  /** Do two reach each other over this relay alone? @returns 'connected' when they do */
  async relay(relay: Relay): Promise<string> {
    const question = ++this.#lastQuestion;
    return new Promise((resolve) => {
      this.#relays.set(question, resolve);
      this.tell({ do: 'relay', question, relay });
    });
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await gone;
  }
}

export class SyntheticParticipant {
  readonly id: string;
  /** What the server said fills the slots, and the line of each. */
  slots: SlotContent[] = [];
  mids = new Map<number, string>();
  /** Of a talk: who speaks, and who presents. */
  stage: { active: string | null; presenter: string | null } | undefined;
  /** As browsers do: begins anew what the server closed, or what did not connect. */
  comesBack = false;
  /** Between the server and what they receive by. */
  network: BadUdp | undefined;
  readonly closed: string[] = [];
  readonly states: string[] = [];
  readonly #send: (signal: ClientMediaSignal) => void;
  readonly #all: Synthetic;
  /** What they receive by: the server may offer another one while the first is well. */
  #receives: string[] = [];
  /** Asked for anew: what is offered next takes the place of all that. */
  #asksAnew = true;
  readonly #plans = new Map<TrackKind, SendingPlan>();

  constructor(id: string, send: (signal: ClientMediaSignal) => void, all: Synthetic) {
    this.id = id;
    this.#send = send;
    this.#all = all;
  }

  subscribe(): void {
    this.#asksAnew = true;
    this.#send({ kind: 'subscribe' });
  }

  publish(plan: SendingPlan): void {
    this.#plans.set(plan.as, plan);
    this.#all.tell({ do: 'publish', id: this.id, plan });
  }

  wantStage(wishes: StageWishes): void {
    this.#send({ kind: 'wantStage', ...wishes });
  }

  want(list: Extract<ClientMediaSignal, { kind: 'want' }>['list']): void {
    this.#send({ kind: 'want', list });
  }

  speak(level: number): void {
    this.#all.tell({ do: 'level', id: this.id, level });
  }

  estimate(bitsPerS: number): void {
    this.#all.tell({ do: 'estimate', id: this.id, bitsPerS });
  }

  end(): void {
    this.comesBack = false;
    for (const id of new Set([this.id, ...this.#receives])) this.#all.tell({ do: 'end', id });
  }

  /** A word of the media server. */
  receive(signal: ServerMediaSignal): void {
    switch (signal.kind) {
      case 'offer': {
        const id = this.#asksAnew ? this.id : `${this.id}+${this.#receives.length}`;
        if (this.#asksAnew) {
          this.mids = new Map();
          this.#receives = [];
        } else this.#all.alias(id, this);
        this.#asksAnew = false;
        this.#receives.push(id);
        for (const { slot, mid } of signal.slots) this.mids.set(slot, mid);
        return this.#all.tell({ do: 'receive', id, sdp: this.network?.lead(signal.sdp) ?? signal.sdp });
      }
      case 'published':
        return this.#all.tell({ do: 'published', id: this.id, as: signal.as, sdp: signal.sdp });
      case 'slots':
        this.slots = signal.slots;
        this.stage = signal.stage ?? this.stage;
        return;
      case 'closed':
        this.closed.push(signal.what);
        this.#beginAnew(signal.what === 'subscribe' ? 'receive' : signal.what);
    }
  }

  heard(message: Exclude<FromSynthetic, { say: 'counts' | 'relayed' | 'mesh' }>): void {
    if (message.say === 'answer') this.#send({ kind: 'answer', sdp: this.network?.hide(message.sdp) ?? message.sdp });
    if (message.say === 'offer') this.#send({ kind: 'publish', as: message.as, sdp: message.sdp });
    if (message.say === 'state') this.states.push(`${message.what} ${message.state}`);
    if (message.say === 'state' && message.state === 'failed') this.#beginAnew(message.what);
  }

  #beginAnew(what: string): void {
    if (!this.comesBack) return;
    const plan = [...this.#plans.values()].find(({ as }) => as === what);
    if (plan) this.publish(plan);
    else if (what === 'receive') this.subscribe();
  }

  midOf(personId: string, as: TrackKind): string | undefined {
    const slot = this.slots.find(({ from }) => from?.personId === personId && from.as === as)?.slot;
    return slot === undefined ? undefined : this.mids.get(slot);
  }

  /** What came on the line that the server says is theirs; undefined while they have none. */
  async lineOf(personId: string, as: TrackKind): Promise<LineCount | undefined> {
    const mid = this.midOf(personId, as);
    return mid === undefined ? undefined : (await this.#all.counts()).received[this.#receives.at(-1) ?? this.id]?.[mid];
  }

  /** Packets with this mark, on whatever line. */
  async marked(mark: string): Promise<number> {
    const lines = await this.#lines();
    return lines.reduce((sum, { marks }) => sum + (marks[mark] ?? 0), 0);
  }

  async all(): Promise<number> {
    const lines = await this.#lines();
    return lines.reduce((sum, { packets }) => sum + packets, 0);
  }

  async #lines(): Promise<LineCount[]> {
    const { received } = await this.#all.counts();
    return this.#receives.flatMap((id) => Object.values(received[id] ?? {}));
  }

  async sent(as: TrackKind): Promise<SentCount | undefined> {
    return (await this.#all.counts()).sent[this.id]?.[as];
  }
}

const LONG_MS = 15_000;

/** Awaits a state that comes by itself. @throws Error naming what did not happen */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean, longestMs = LONG_MS): Promise<void> {
  const endMs = performance.now() + longestMs;
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`did not happen: ${what}`);
    await sleep(50);
  }
}
