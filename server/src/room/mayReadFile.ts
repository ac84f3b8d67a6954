// W43: who may open a file that somebody sent: whoever sent it, and whoever may read a line or a shelf that holds it.
import { officeChannel, otherOf, pairChannel, topicOf } from '../store/channelKeys.ts';
import type { FileUse, StoredFile } from '../store/files.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** @param personId of somebody who is in this office */
export function mayReadFile(room: OfficeRoom, personId: string, { file, uses }: { file: StoredFile; uses: readonly FileUse[] }): boolean {
  return file.byId === personId || uses.some((use) => mayReadUse(room, personId, use));
}

function mayReadUse({ floor, talk, threads, parts }: OfficeRoom, personId: string, { channel, fromId, hiddenFrom }: FileUse): boolean {
  const occupant = floor.office.occupants.get(personId);
  if (!occupant) return false;
  if (fromId !== personId && talk.words.apartOf(personId).includes(fromId)) return false;
  const other = otherOf(channel, personId);
  if (other !== undefined) return channel === pairChannel(personId, other) && hiddenFrom !== personId;
  if (occupant.visit) return false;
  const topic = topicOf(channel);
  return topic === undefined ? channel === officeChannel(parts.officeId) : threads.topics.find(topic) !== undefined;
}
