// What changes in my conversation, for who does not see the floor: in and out at once, who joins and leaves gathered and at most every few seconds.
import type { ConversationState } from '@comptoir/shared/conversation';
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { NEWS_EVERY_MS } from './ArrivalNews.ts';

export type TalkChange =
  | { kind: 'in' | 'listening'; people: string[] }
  | { kind: 'out' }
  | { kind: 'joined' | 'listens' | 'left' | 'hand'; people: string[] }
  | { kind: 'state'; state: ConversationState };

export class TalkNews {
  readonly #myId: string | undefined;
  #before: ConversationView | undefined;
  #toldMs = Number.NEGATIVE_INFINITY;
  readonly #waiting = new Map<string, 'joined' | 'listens' | 'left'>();

  constructor(myId: string | undefined) {
    this.#myId = myId;
  }

  /** The server's newest word. @returns what is to be said at once */
  look(now: ConversationView | undefined): TalkChange[] {
    const before = this.#before;
    this.#before = now;
    if (!now) {
      this.#waiting.clear();
      return before ? [{ kind: 'out' }] : [];
    }
    const changedRole = before && (before.role === 'listener') !== (now.role === 'listener');
    if (before?.id !== now.id || changedRole) {
      this.#waiting.clear();
      const people = now.members.filter(
        ({ personId, role, apart }) => personId !== this.#myId && !apart && (now.role !== 'listener' || role !== 'listener'),
      );
      return [{ kind: now.role === 'listener' ? 'listening' : 'in', people: people.map(({ personId }) => personId) }];
    }
    const others = ({ members }: ConversationView) => members.filter(({ personId, apart }) => personId !== this.#myId && !apart);
    const was = new Map(others(before).map((member) => [member.personId, member]));
    for (const { personId, role } of others(now)) {
      const listens = role === 'listener';
      const old = was.get(personId);
      if (!old) this.#note(personId, listens ? 'listens' : 'joined');
      else if ((old.role === 'listener') !== listens) this.#waiting.set(personId, listens ? 'listens' : 'joined');
      was.delete(personId);
    }
    for (const personId of was.keys()) this.#note(personId, 'left');
    const { hands = [] } = before;
    const raised = (now.hands ?? []).filter((personId) => personId !== this.#myId && !hands.includes(personId));
    return [
      ...(before.state === now.state ? [] : [{ kind: 'state', state: now.state } as const]),
      ...(raised.length > 0 ? [{ kind: 'hand', people: raised } as const] : []),
    ];
  }

  /** Who came and went meanwhile, at most once in five seconds: joined, then listening, then left. */
  take(nowMs: number): TalkChange[] {
    if (this.#waiting.size === 0 || nowMs - this.#toldMs < NEWS_EVERY_MS) return [];
    this.#toldMs = nowMs;
    const changes = (['joined', 'listens', 'left'] as const).map((kind) => ({
      kind,
      people: [...this.#waiting].flatMap(([personId, what]) => (what === kind ? [personId] : [])),
    }));
    this.#waiting.clear();
    return changes.filter(({ people }) => people.length > 0);
  }

  /** Came and gone before it was told, or the other way round: nothing happened. */
  #note(personId: string, what: 'joined' | 'listens' | 'left'): void {
    const waits = this.#waiting.get(personId);
    if (waits !== undefined && (waits === 'left') !== (what === 'left')) this.#waiting.delete(personId);
    else this.#waiting.set(personId, what);
  }
}
