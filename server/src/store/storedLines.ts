// A line as the store gives it, with all that hangs on it.
import type { StoredFile } from './files.ts';
import type { Db, Tables } from './tables.ts';

export interface StoredLine extends Omit<Tables['lines'], 'mentions' | 'folded'> {
  mentions: string[];
  /** In the order they came. */
  reactions: { emoji: string; people: string[] }[];
  files: StoredFile[];
}

/** In the order of the rows. */
export async function withAll(db: Db, rows: readonly Tables['lines'][]): Promise<StoredLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ lineId }) => lineId);
  const reactions = await db.selectFrom('reactions').selectAll().where('lineId', 'in', ids).orderBy('atMs').orderBy('personId').execute();
  const files = await db
    .selectFrom('lineFiles')
    .innerJoin('files', 'files.fileId', 'lineFiles.fileId')
    .selectAll('files')
    .select('lineFiles.lineId')
    .where('lineFiles.lineId', 'in', ids)
    .orderBy('lineFiles.place')
    .execute();
  const reactionsOf = Map.groupBy(reactions, ({ lineId }) => lineId);
  const filesOf = Map.groupBy(files, ({ lineId }) => lineId);
  // PostgreSQL gives what it finds words by, too
  return (rows as readonly (Tables['lines'] & { found?: unknown })[]).map(({ folded: _folded, found: _found, mentions, ...row }) => ({
    ...row,
    mentions: JSON.parse(mentions) as string[],
    reactions: gather(reactionsOf.get(row.lineId) ?? []),
    files: (filesOf.get(row.lineId) ?? []).map(({ lineId: _line, ...file }) => file),
  }));
}

function gather(rows: readonly Tables['reactions'][]): StoredLine['reactions'] {
  const byEmoji = Map.groupBy(rows, ({ emoji }) => emoji);
  return [...byEmoji].map(([emoji, some]) => ({ emoji, people: some.map(({ personId }) => personId) }));
}
