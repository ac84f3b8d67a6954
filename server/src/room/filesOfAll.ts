// Files as the routes see them: who may send and open one is a matter of who is in which office.
import { tuning } from '@comptoir/shared/tuning';
import type { AskingForFile, Files } from '../http/fileRoutes.ts';
import type { StoredFile } from '../store/files.ts';
import type { Store } from '../store/openStore.ts';
import { mayReadFile } from './mayReadFile.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export const filesOfAll = (rooms: ReadonlyMap<string, OfficeRoom>, store: Pick<Store, 'files'>): Files => ({
  isHere: (personId) => [...rooms.values()].some(({ clientOf }) => clientOf.has(personId)),
  bytesOf: (personId) => store.files.bytesOf({ personId }),
  add: (file) => store.files.add({ file, mostBytes: tuning.fileBytesOfPerson }),
  async readable(fileId, who) {
    const held = await store.files.find({ fileId });
    if (!held) return undefined;
    const readers = [...rooms.values()].flatMap((room) => peopleOf(room, who).map((personId) => ({ room, personId })));
    if (readers.some(({ room, personId }) => mayReadFile(room, personId, held))) return held.file;
    for (const { room, personId } of readers) if (await isOnCardFor(room, personId, held.file)) return held.file;
    return undefined;
  },
});

async function isOnCardFor({ floor, cards }: OfficeRoom, personId: string, { fileId, byId }: StoredFile): Promise<boolean> {
  const occupant = floor.office.occupants.get(personId);
  return occupant !== undefined && cards.maySeePicture(occupant, byId, fileId);
}

/** Whoever is in this office by this ticket, or in this browser. */
function peopleOf({ clientOf }: OfficeRoom, { personId, deviceId }: AskingForFile): string[] {
  if (personId !== undefined) return clientOf.has(personId) ? [personId] : [];
  if (deviceId === undefined) return [];
  return [...clientOf].flatMap(([id, { auth }]) => (auth?.deviceId === deviceId ? [id] : []));
}
