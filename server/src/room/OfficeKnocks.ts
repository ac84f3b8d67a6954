// Who stands at the door of an office and asks to be let in: told to the hosts inside, for a while. In memory only.

import { may } from '@comptoir/shared/permissions';
import type { DoorServerMessages, KnockState, KnockView } from '@comptoir/shared/protocol/door';
import type { Answer } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Knocker, Knocks } from '../http/knockRoutes.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { newId } from '../ops/identity.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** Let in by a host: until the next morning at the latest. */
const PASS_MS = 12 * 3_600_000;
/** Whoever waits asks every few seconds: for so long after its end they are still told how it ended. */
const KEPT_MS = 60_000;

interface Knock extends Knocker {
  id: string;
  untilMs: number;
  /** `answered`: told to wait, which nobody is told; `gone`: withdrawn, or there is no door to knock at any more. */
  state: 'waiting' | 'answered' | 'letIn' | 'gone';
}

export interface KnocksPort {
  isKnockedAt(): boolean;
  occupants(): Iterable<Occupant>;
  tell<T extends keyof DoorServerMessages>(occupant: Occupant, type: T, message: DoorServerMessages[T]): void;
  grant(personId: string, expiresMs: number): Promise<void>;
  /** W51: hosts who are not here. */
  tellAbsent(name: string): void;
  nowMs(): number;
  tickNow(): number;
}

export const knocksOf = (room: OfficeRoom): OfficeKnocks =>
  new OfficeKnocks({
    isKnockedAt: () => room.parts.door.mode === 'knock',
    occupants: () => room.floor.office.occupants.values(),
    tell: (occupant, type, message) => room.tell(occupant, type, message as never),
    grant: (personId, expiresMs) => room.parts.door.letIn(personId, expiresMs),
    tellAbsent(name) {
      const { push, officeId } = room.parts;
      push.knocked(name, officeId, (personId) => room.clientOf.has(personId)).catch(() => undefined);
    },
    nowMs: () => Date.now(),
    tickNow: () => room.tickNow(),
  });

/** For the routes, which know a knock by its id alone. */
export const knocksOfAll = (rooms: ReadonlyMap<string, OfficeRoom>): Knocks => {
  const ofKnock = (id: string): OfficeKnocks | undefined =>
    [...rooms.values()].map(({ knocks }) => knocks).find((knocks) => knocks.has(id));
  return {
    knock: (officeId, knocker) => rooms.get(officeId)?.knocks.knock(knocker) ?? { refused: 'noOffice' },
    stateOf: (id) => ofKnock(id)?.stateOf(id) ?? { state: 'over', leftS: 0 },
    withdraw: (id) => ofKnock(id)?.withdraw(id),
  };
};

export class OfficeKnocks {
  readonly #port: KnocksPort;
  /** The longest waiting first. */
  readonly #knocks = new Map<string, Knock>();

  constructor(port: KnocksPort) {
    this.#port = port;
  }

  /** P15. @returns the knock's id; a person who waits already keeps theirs */
  knock(knocker: Knocker): { knock: string } | { refused: 'door' | 'tooMany' } {
    if (!this.#port.isKnockedAt()) return { refused: 'door' };
    const waiting = [...this.#knocks.values()].filter((knock) => this.#isOpen(knock));
    const mine = waiting.find(({ personId }) => personId === knocker.personId);
    if (mine) return { knock: mine.id };
    if (waiting.length >= tuning.doorKnocks) return { refused: 'tooMany' };
    const knock: Knock = { ...knocker, id: newId(), untilMs: this.#port.nowMs() + tuning.doorKnockMs, state: 'waiting' };
    this.#knocks.set(knock.id, knock);
    this.#tellHosts('knocked', this.#viewOf(knock));
    this.#port.tellAbsent(knock.name);
    return { knock: knock.id };
  }

  has(id: string): boolean {
    return this.#knocks.has(id);
  }

  /** What whoever knocked is told: that somebody said no is not told, only that time went by. */
  stateOf(id: string): KnockState {
    const knock = this.#knocks.get(id);
    const leftS = Math.max(0, Math.ceil(((knock?.untilMs ?? 0) - this.#port.nowMs()) / 1000));
    if (knock?.state === 'letIn') return { state: 'letIn', leftS };
    return knock && this.#isOpen(knock) ? { state: 'waiting', leftS } : { state: 'over', leftS: 0 };
  }

  /** Whose knock it is; undefined: there is none. */
  personOf(id: string): string | undefined {
    return this.#knocks.get(id)?.personId;
  }

  withdraw(id: string): void {
    const knock = this.#knocks.get(id);
    if (knock && knock.state !== 'letIn') this.#end(knock, 'gone');
  }

  async answer(id: string, yes: boolean): Promise<Answer<'answerKnock'> & { name?: string }> {
    const knock = this.#knocks.get(id);
    if (knock?.state !== 'waiting' || !this.#isOpen(knock)) return { refused: 'notThere' };
    const { name, personId } = knock;
    if (!yes) this.#end(knock, 'answered');
    else {
      // first for the other hosts: two who answer at once are one answer
      this.#end(knock, 'letIn');
      await this.#port.grant(personId, this.#port.nowMs() + PASS_MS);
    }
    return { ok: true, name };
  }

  /** A host has come in, or somebody has become one, or is none any more. */
  rankChanged(occupant: Occupant): void {
    const opens = may(rankOf(occupant), 'letIn');
    for (const knock of this.#knocks.values()) {
      if (knock.state !== 'waiting') continue;
      if (opens) this.#port.tell(occupant, 'knocked', this.#viewOf(knock));
      else this.#port.tell(occupant, 'knockGone', { knock: knock.id });
    }
  }

  /** To be called once a second. */
  tick(): void {
    const nowMs = this.#port.nowMs();
    const isKnockedAt = this.#port.isKnockedAt();
    for (const knock of this.#knocks.values()) {
      if (this.#isOpen(knock) && isKnockedAt) continue;
      if (knock.state === 'waiting') this.#end(knock, 'gone');
      if (nowMs >= knock.untilMs + KEPT_MS) this.#knocks.delete(knock.id);
    }
  }

  #isOpen({ state, untilMs }: Knock): boolean {
    return (state === 'waiting' || state === 'answered') && this.#port.nowMs() < untilMs;
  }

  #end(knock: Knock, state: Knock['state']): void {
    const wasWaiting = knock.state === 'waiting';
    knock.state = state;
    if (wasWaiting) this.#tellHosts('knockGone', { knock: knock.id });
  }

  #viewOf({ id, name, trade, appearance, untilMs }: Knock): KnockView {
    const leftTicks = (untilMs - this.#port.nowMs()) / tuning.tickMs;
    return { id, name, trade, appearance, untilTick: Math.ceil(this.#port.tickNow() + leftTicks) };
  }

  #tellHosts<T extends keyof DoorServerMessages>(type: T, message: DoorServerMessages[T]): void {
    for (const occupant of this.#port.occupants()) if (may(rankOf(occupant), 'letIn')) this.#port.tell(occupant, type, message);
  }
}
