// What whoever runs the server writes to everybody: for a while it is shown to all who may be disturbed, also to those who come. The latest counts.
import { tuning } from '@comptoir/shared/tuning';
import { ticksOf } from '../office/mayTalk.ts';
import { mayBeDisturbed } from './OfficeAnnouncement.ts';
import type { OfficeClient, OfficeRoom } from './OfficeRoom.ts';

const NOTICE_TICKS = ticksOf(tuning.noticeMs);
/** Who comes, or may be disturbed again, sees it within this. */
const LOOK_TICKS = ticksOf(500);

interface Notice {
  text: string;
  untilTick: number;
  lookedTick: number;
  /** The page that was told, by personId. */
  told: Map<string, OfficeClient>;
}

export class OfficeNotice {
  readonly #room: OfficeRoom;
  #now: Notice | undefined;

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** @returns how many see it at once */
  show(text: string, nowTick: number): number {
    const notice = { text, untilTick: nowTick + NOTICE_TICKS, lookedTick: nowTick, told: new Map() };
    this.#now = notice;
    this.#look(notice);
    return notice.told.size;
  }

  tick(nowTick: number): void {
    const now = this.#now;
    if (!now) return;
    // pages count down by themselves
    if (nowTick >= now.untilTick) this.#now = undefined;
    else if (nowTick - now.lookedTick >= LOOK_TICKS) {
      now.lookedTick = nowTick;
      this.#look(now);
    }
  }

  #look(notice: Notice): void {
    const { clientOf, floor } = this.#room;
    for (const occupant of floor.office.occupants.values()) {
      const client = clientOf.get(occupant.personId);
      // nothing is said before the welcome, and nothing of the rest of the office to whom a visit keeps in one area
      if (!client?.userData || occupant.visit || !mayBeDisturbed(occupant) || notice.told.get(occupant.personId) === client) continue;
      notice.told.set(occupant.personId, client);
      client.send('notice', { text: notice.text, untilTick: notice.untilTick });
    }
  }
}
