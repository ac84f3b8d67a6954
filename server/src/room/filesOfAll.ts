// Files as the routes see them: who may send and open one is a matter of who is in which office.
import { tuning } from '@comptoir/shared/tuning';
import type { AskingForFile, Files } from '../http/fileRoutes.ts';
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
    const mayRead = [...rooms.values()].some((room) => peopleOf(room, who).some((personId) => mayReadFile(room, personId, held)));
    return mayRead ? held.file : undefined;
  },
});

/** Whoever is in this office by this ticket, or in this browser. */
function peopleOf({ clientOf }: OfficeRoom, { personId, deviceId }: AskingForFile): string[] {
  if (personId !== undefined) return clientOf.has(personId) ? [personId] : [];
  if (deviceId === undefined) return [];
  return [...clientOf].flatMap(([id, { auth }]) => (auth?.deviceId === deviceId ? [id] : []));
}
