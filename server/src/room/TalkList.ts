// Which talks are on, told to everybody in the office when it changes.
import type { TalkSummary } from '@comptoir/shared/protocol/auditorium';
import { tuning } from '@comptoir/shared/tuning';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import { mayReachHall } from '../office/visits.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { tellMany } from './tellMany.ts';

const TELL_TICKS = ticksOf(tuning.stageTellMs);

export class TalkList {
  readonly #room: OfficeRoom;
  readonly #now: () => TalkSummary[];
  /** As everybody was told of it. */
  #told = '[]';
  #toldTick = 0;

  constructor(room: OfficeRoom, now: () => TalkSummary[]) {
    this.#room = room;
    this.#now = now;
  }

  /** P12: whoever may be in one area only is told of the talks that they could hear. */
  of({ visit }: Pick<Occupant, 'visit'>): TalkSummary[] {
    const list = this.#now();
    return visit ? list.filter(({ auditorium }) => mayReachHall(visit, this.#room.talk.floor.places, auditorium)) : list;
  }

  tick(nowTick: number): void {
    if (nowTick - this.#toldTick >= TELL_TICKS) this.tell(nowTick);
  }

  /** T12: when it is another one. */
  tell(nowTick: number): void {
    this.#toldTick = nowTick;
    const list = this.#now();
    const told = JSON.stringify(list);
    if (told === this.#told) return;
    this.#told = told;
    const occupants = [...this.#room.floor.office.occupants.values()];
    const free = occupants.filter(({ visit }) => !visit).map(({ personId }) => personId);
    tellMany(this.#room, free, 'talks', list);
    for (const occupant of occupants) if (occupant.visit) this.#room.auditorium.tell(occupant.personId, 'talks', this.of(occupant));
  }
}
