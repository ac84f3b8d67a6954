// A channel's lines as they are laid out: days, where the unread ones begin, and lines of one person in one minute together.
import type { Line } from '@comptoir/shared/protocol/talk';

export type Block =
  | { kind: 'day'; key: string; atMs: number }
  | { kind: 'unread'; key: string }
  | { kind: 'group'; key: string; from: string; name: string; atMs: number; mine: boolean; lines: Line[] };

const MINUTE_MS = 60_000;

/** Names the viewer's own day. */
export const dayOf = (atMs: number): string => {
  const day = new Date(atMs);
  return `${day.getFullYear()}-${day.getMonth()}-${day.getDate()}`;
};

/**
 * @param unreadFrom id of the first line that was not read when one looked here
 * @param day names the day of a moment, as the viewer counts days
 */
export function groupLines(lines: readonly Line[], myId: string | undefined, unreadFrom?: string, day = dayOf): Block[] {
  const blocks: Block[] = [];
  let today: string | undefined;
  for (const line of lines) {
    const thatDay = day(line.atMs);
    if (thatDay !== today) {
      today = thatDay;
      blocks.push({ kind: 'day', key: `day ${thatDay}`, atMs: line.atMs });
    }
    if (line.id === unreadFrom) blocks.push({ kind: 'unread', key: 'unread' });
    const last = blocks.at(-1);
    if (last?.kind === 'group' && belongsTo(last, line)) last.lines.push(line);
    else {
      const { id, from, name, atMs } = line;
      blocks.push({ kind: 'group', key: id, from, name, atMs, mine: from === myId, lines: [line] });
    }
  }
  return blocks;
}

const belongsTo = (group: Extract<Block, { kind: 'group' }>, line: Line): boolean =>
  group.from === line.from && group.name === line.name && Math.floor(group.atMs / MINUTE_MS) === Math.floor(line.atMs / MINUTE_MS);

/** The first of the last `unread` lines that others said; undefined when nothing is unread. */
export function firstUnread(lines: readonly Line[], unread: number, myId: string | undefined): string | undefined {
  let left = unread;
  for (let n = lines.length - 1; n >= 0 && left > 0; n--) {
    const line = lines[n];
    if (!line || line.from === myId) continue;
    left--;
    if (left === 0) return line.id;
  }
  // more unread than are kept: all of them
  return unread > 0 ? lines.find(({ from }) => from !== myId)?.id : undefined;
}
