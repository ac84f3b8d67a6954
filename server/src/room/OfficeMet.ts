// Notes who has met whom in one office; hearing a talk is not meeting.
import { tuning } from '@comptoir/shared/tuning';
import { forgetTogether, type MetTimes, spendTogether } from '../office/met.ts';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { RoomPart } from './roomParts.ts';

export class OfficeMet implements RoomPart {
  readonly #room: OfficeRoom;
  readonly #times: MetTimes = new Map();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  eachSecond(): void {
    const { talks } = this.#room.talk;
    const isThere = (personId: string): boolean => talks.talkers.get(personId)?.occupant.lostTick === undefined;
    for (const { kind, members } of talks.conversations.values()) {
      if (kind === 'talk') continue;
      const people = [...members.keys()].filter(isThere);
      for (const [oneId, otherId] of spendTogether(this.#times, people, talks.apart, tuning.digestMs, tuning.metMs))
        void this.#room.parts.store.met.add({ oneId, otherId, atMs: Date.now() });
    }
  }

  left({ personId }: Occupant): void {
    forgetTogether(this.#times, personId);
  }
}
