// One office without somebody who is being erased: out of it, and out of all that it holds in memory.
import { CLOSE } from '@comptoir/shared/protocol/http';
import { ERASED_NAME } from '../store/eraseRows.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { putOut } from './putOut.ts';

export interface Forgotten {
  personId: string;
  /** What they wrote. */
  lines: readonly string[];
  /** As whom they answered. */
  who: readonly string[];
}

/** To be called before their rows are erased, and after. */
export function forgetIn(room: OfficeRoom, { personId, lines, who }: Forgotten): void {
  const occupant = room.floor.office.occupants.get(personId);
  if (occupant) putOut(room, occupant, CLOSE.signedOut);
  room.auditorium.records.forget(personId);
  room.threads.forget(personId, lines);
  room.desks.forget(personId);
  room.agenda.forget(personId, who, ERASED_NAME);
}
