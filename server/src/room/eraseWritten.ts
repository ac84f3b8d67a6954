// Erases all that somebody has written and sent, from the database, from the disk, and for those who look at it now.
import type { SentFiles } from '../files/SentFiles.ts';
import type { Store } from '../store/openStore.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

interface ErasingParts {
  rooms: ReadonlyMap<string, OfficeRoom>;
  store: Pick<Store, 'written'>;
  files: Pick<SentFiles, 'remove'>;
}

/** Throws what the store or the disk threw; done again it goes on where it stopped. */
export async function eraseWritten({ rooms, store, files }: ErasingParts, personId: string): Promise<void> {
  const { lineIds, files: gone } = await store.written.erase({ personId });
  for (const room of rooms.values()) room.threads.forget(personId, lineIds);
  await files.remove(gone);
}
