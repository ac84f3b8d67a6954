// Searches in a database as years of writing fill it, one after the other, as people ask.
import { createLog } from '@comptoir/server/ops/log';
import { createMetrics } from '@comptoir/server/ops/metrics';
import { allOf } from '@comptoir/server/store/foldedLine';
import { openDatabase } from '@comptoir/server/store/openDatabase';
import { openStore } from '@comptoir/server/store/openStore';
import { type PlaceSettings, placeOf } from '@comptoir/server/store/place';
import { wantedWords } from '@comptoir/shared/foldWords';
import { fillLines, searchesFor } from './fillLines.ts';
import { spread } from './spread.ts';

const SEARCHES = 300;
const OFFICE = 'office';
/** As an answer has them, and one to know whether there are more. */
const LIMIT = 51;

export async function measureSearch(place: PlaceSettings, lines: number) {
  const startedMs = performance.now();
  const db = await openDatabase(placeOf(place));
  await fillLines(db, { count: lines, office: OFFICE });
  await db.destroy();
  const fillS = Math.round((performance.now() - startedMs) / 1000);
  const store = await openStore({ ...place, log: createLog('warn'), metrics: createMetrics() });
  const tookMs: number[] = [];
  let found = 0;
  for (const text of searchesFor(SEARCHES)) {
    const askedMs = performance.now();
    const wanted = wantedWords(text);
    if (!wanted) continue;
    const hits = await store.search.open({ scope: allOf(OFFICE), wanted, reader: { personId: 'somebody', apart: [] }, limit: LIMIT });
    tookMs.push(performance.now() - askedMs);
    found += hits.length > 0 ? 1 : 0;
  }
  await store.close();
  return { lines, fillS, searches: tookMs.length, found, ...spread(tookMs) };
}
