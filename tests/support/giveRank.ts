// Gives somebody a rank as the command line of an office would, while its server runs: it counts from the next time they come in.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Rank } from '@comptoir/shared/people';

export function giveRank(dataDir: string, personId: string, rank: Rank): void {
  const file = new DatabaseSync(join(dataDir, 'comptoir.db'), { timeout: 5000 });
  const { changes } = file.prepare('update persons set rank = ? where personId = ?').run(rank, personId);
  file.close();
  if (changes !== 1) throw new Error(`nobody is known as ${personId}`);
}
