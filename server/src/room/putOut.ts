// Puts somebody out of an office, at once, whether or not their browser takes the hint.
import type { CLOSE } from '@comptoir/shared/protocol/http';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** A browser that does not answer the goodbye is not told anything any more. */
const CLOSING_MS = 1000;

export function putOut(room: OfficeRoom, occupant: Occupant, why: (typeof CLOSE)['removed' | 'visitOver' | 'signedOut']): void {
  const client = room.clientOf.get(occupant.personId);
  room.clientOf.delete(occupant.personId);
  if (client) {
    room.floor.crowd.detach(occupant.avatarNumber);
    delete client.userData;
    client.leave(why);
    const socket = client.ref as unknown as { terminate(): void };
    setTimeout(() => socket.terminate(), CLOSING_MS).unref();
  }
  room.depart(occupant);
}
