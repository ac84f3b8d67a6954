// Gives somebody a rank as the command line of an office would, while its server runs: it counts from the next time they come in.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Rank } from '@comptoir/shared/people';

/** Who has just come in is written down a moment later. */
const TRIES = 20;
const PAUSE_MS = 50;

export function giveRank(dataDir: string, personId: string, rank: Rank): void {
  const file = new DatabaseSync(join(dataDir, 'comptoir.db'), { timeout: 5000 });
  const update = file.prepare('update persons set rank = ? where personId = ?');
  let { changes } = update.run(rank, personId);
  for (let tries = 1; changes !== 1 && tries < TRIES; tries++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    ({ changes } = update.run(rank, personId));
  }
  file.close();
  if (changes !== 1) throw new Error(`nobody is known as ${personId}`);
}
