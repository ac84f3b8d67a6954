// People wherever they are on this server: each has at most one page in each office.
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import type { OfficeRoom } from './OfficeRoom.ts';

export interface PeopleAnywhere {
  /** On every page of this person. @returns whether there is one */
  tell<T extends keyof ServerMessages>(personId: string, type: T, message: ServerMessages[T]): boolean;
  /** Every other office in which this person has a page. */
  elsewhere(personId: string, here: OfficeRoom, act: (room: OfficeRoom) => void): void;
  isOnline(personId: string): boolean;
}

export const peopleOfAll = (rooms: ReadonlyMap<string, OfficeRoom>): PeopleAnywhere => ({
  tell(personId, type, message) {
    let isTold = false;
    for (const { clientOf } of rooms.values()) {
      const client = clientOf.get(personId);
      // the types of a generic key do not meet those of the room by themselves
      client?.send(type as string, message);
      isTold ||= client !== undefined;
    }
    return isTold;
  },
  elsewhere(personId, here, act) {
    for (const room of rooms.values()) if (room !== here && room.clientOf.has(personId)) act(room);
  },
  isOnline: (personId) => [...rooms.values()].some(({ clientOf }) => clientOf.has(personId)),
});
