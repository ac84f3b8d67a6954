// Lines that stay, for tests of the rules around them: a store in memory that does what the real one is asked to.
import { createSecretKey, randomBytes } from 'node:crypto';
import type { Line } from '@comptoir/shared/protocol/talk';
import type { Store } from '../store/openStore.ts';
import type { StoredLine } from '../store/storedLines.ts';
import { KeptLines, type StayDays } from './KeptLines.ts';

export interface TestKeeper {
  kept: KeptLines;
  /** As they lie on the disk, the oldest first. */
  disk: StoredLine[];
  /** From now on the disk takes nothing. */
  breakDisk(): void;
}

export function testKeeper(nowMs: () => number, stayDays: StayDays = { office: 30, topic: 365, person: 365 }): TestKeeper {
  let isBroken = false;
  const keeper: TestKeeper = { kept: undefined as never, disk: [], breakDisk: () => (isBroken = true) };
  const { disk } = keeper;
  const mustWork = (): void => {
    if (isBroken) throw new Error('the disk is full');
  };
  const mayRead = ({ hiddenFrom, fromId }: StoredLine, { personId, apart }: { personId: string; apart: readonly string[] }): boolean =>
    hiddenFrom !== personId && !apart.includes(fromId);
  const store = {
    lines: {
      async keep({ line }: { line: Omit<StoredLine, 'seq' | 'editedMs' | 'reactions' | 'files'> }) {
        mustWork();
        disk.push({ ...line, seq: disk.length, editedMs: null, reactions: [], files: [] });
        return { files: [] };
      },
      find: async ({ lineId }: { lineId: string }) => disk.find((line) => line.lineId === lineId),
      async erase({ lineIds }: { lineIds: readonly string[] }) {
        mustWork();
        for (const id of lineIds) {
          const at = disk.findIndex(({ lineId }) => lineId === id);
          if (at >= 0) disk.splice(at, 1);
        }
        return { quoting: [], files: [] };
      },
    },
    history: {
      page: async ({ channel }: { channel: string }) => ({
        lines: disk.filter((line) => line.channel === channel),
        more: false,
        later: false,
      }),
      direct: async ({ reader }: { reader: { personId: string; apart: readonly string[] } }) =>
        disk.filter((line) => line.toId !== null && [line.fromId, line.toId].includes(reader.personId) && mayRead(line, reader)),
      between: async ({ one, other }: { one: string; other: string }) =>
        disk.filter(
          ({ fromId, toId, hiddenFrom }) => hiddenFrom === null && [`${one} ${other}`, `${other} ${one}`].includes(`${fromId} ${toId}`),
        ),
      openBy: async ({ personId }: { personId: string }) => disk.filter(({ fromId, toId }) => fromId === personId && toId === null),
    },
  } as unknown as Pick<Store, 'lines' | 'history'>;
  keeper.kept = new KeptLines({
    ...{ store, instanceKey: createSecretKey(randomBytes(32)), officeId: 'office', stayDays, nowMs },
    removeFiles: () => undefined,
  });
  return keeper;
}

/** As it was said before this run. */
export const storedLine = (line: Pick<Line, 'id' | 'from' | 'name' | 'text' | 'atMs'>): StoredLine => ({
  ...{
    seq: 0,
    lineId: line.id,
    office: 'office',
    channel: 'office:office',
    fromId: line.from,
    toId: null,
    name: line.name,
    text: line.text,
  },
  ...{
    mentions: [],
    atMs: line.atMs,
    editedMs: null,
    replyToId: null,
    replyFrom: null,
    replyName: null,
    replyText: null,
    hiddenFrom: null,
  },
  ...{ reactions: [], files: [] },
});
