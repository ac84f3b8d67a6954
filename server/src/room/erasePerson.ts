// Erases somebody: put out of every office, out of every table, off the disk, and out of what those who are here look at. Done again it goes on where it stopped.

import { setTimeout as pause } from 'node:timers/promises';
import { documentsOf, forgetInRecord, isNobodys } from '../auditorium/forgetPerson.ts';
import type { TalkRecord } from '../auditorium/TalkRecord.ts';
import type { News } from '../cluster/news.ts';
import type { SentFiles } from '../files/SentFiles.ts';
import type { Recordings } from '../recording/Recordings.ts';
import type { KeptSlides } from '../slides/KeptSlides.ts';
import type { Store } from '../store/openStore.ts';
import type { TalkRow } from '../store/ownRows.ts';
import { type Forgotten, forgetIn } from './forgetIn.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export interface ErasingParts {
  rooms: ReadonlyMap<string, OfficeRoom>;
  store: Pick<Store, 'erasures' | 'ownRows' | 'talks' | 'flush'>;
  files: Pick<SentFiles, 'remove'>;
  recordings: Pick<Recordings, 'forget'>;
  keptSlides: Pick<KeptSlides, 'remove'>;
  removeTalkFiles(talk: string): Promise<void>;
  /** Undefined: there is no other. */
  tellProcesses?: ((news: News) => void) | undefined;
}

const TALKS_AT_ONCE = 50;
/** The latest lines: what pages of other processes may still show. */
const LINES_TOLD = 500;
/** Other processes hear of it, and write where they stood, within that. */
const ELSEWHERE_MS = 1500;

/**
 * P121. To be noted in `erasures` before. Throws what the store or the disk threw.
 * @returns false: something that is going on now names them still; it is to be done again
 */
export async function erasePerson(parts: ErasingParts, personId: string): Promise<boolean> {
  const { rooms, store, files, recordings, tellProcesses } = parts;
  const forget = (news: Forgotten): void => {
    for (const room of rooms.values()) forgetIn(room, news);
    tellProcesses?.({ kind: 'erased', personId, lines: news.lines.slice(-LINES_TOLD), who: [...news.who] });
  };
  forget({ personId, lines: [], who: [] });
  // as they left: where they stood; also in other processes
  if (tellProcesses) await pause(ELSEWHERE_MS);
  await store.flush();
  const { lineIds, files: held, who } = await store.erasures.erase({ personId, nowMs: Date.now() });
  forget({ personId, lines: lineIds, who });
  await files.remove(held);
  await recordings.forget(personId);
  if (!(await eraseFromTalks(parts, personId))) return false;
  await store.erasures.done({ personId });
  return true;
}

/** @returns false: one that is on names them */
async function eraseFromTalks(parts: ErasingParts, personId: string): Promise<boolean> {
  const { rooms, store, keptSlides, removeTalkFiles } = parts;
  let isOut = true;
  let after = '';
  for (;;) {
    const talks: TalkRow[] = await store.ownRows.talks({ personId, after, limit: TALKS_AT_ONCE });
    for (const { talkId, office, record: text, isOver } of talks) {
      after = talkId;
      const before = JSON.parse(text) as TalkRecord;
      const record = forgetInRecord(before, personId);
      const isGone = isNobodys(record);
      if (isGone && isOver) await store.talks.remove({ talkId });
      else await store.erasures.rewriteTalk({ talkId, record: JSON.stringify(record) });
      if (isGone && isOver) await removeTalkFiles(talkId);
      for (const id of documentsOf(before, personId)) await keptSlides.remove(talkId, id);
      rooms.get(office)?.auditorium.records.shelf.rewritten(talkId, isGone ? undefined : record);
      // a meeting that is being recorded is written again as it goes on
      if (!isOver) isOut = false;
    }
    if (talks.length < TALKS_AT_ONCE) return isOut;
  }
}
