// The keys among the lines: arrows go from one to the next, and one letter does what the line's menu does.
import type { Line } from '@comptoir/shared/protocol/talk';
import type { World } from '../../../world/World.ts';
import { type LineTools, lineRights } from './LineTools.ts';

interface LineKeyParts {
  log: { current: HTMLDivElement | null };
  world: World;
  lines: readonly Line[];
  tools: LineTools;
}

export type LineAct = 'reply' | 'edit' | 'emoji' | 'erase' | 'acts';

/** What a key does on a line; undefined: nothing. */
export function lineAct({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): LineAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  switch (key) {
    case 'r':
    case 'R':
      return 'reply';
    case 'e':
    case 'E':
      return 'edit';
    case '+':
      return 'emoji';
    case 'Delete':
    case 'Backspace':
      return 'erase';
    case 'Enter':
    case 'ContextMenu':
      return 'acts';
  }
  return undefined;
}

/** Which line an arrow leads to, by number; from outside of them the last one is the nearest. */
export function nextLine(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowUp':
      return at < 0 ? count - 1 : Math.max(0, at - 1);
    case 'ArrowDown':
      return at < 0 ? undefined : Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return undefined;
}

export function lineKeys({ log, world, lines, tools }: LineKeyParts): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-line]');
    const isOnLine = row === target;
    if (!isOnLine && target !== log.current) return;
    const rows = [...(log.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const next =
      event.ctrlKey || event.metaKey || event.altKey ? undefined : nextLine(event.key, row ? rows.indexOf(row) : -1, rows.length);
    const act = isOnLine ? lineAct(event) : undefined;
    const line = act && lines.find(({ id }) => id === row?.dataset.line);
    if (next !== undefined) {
      const found = rows[next];
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: 'nearest' });
    } else if (line && act && row) {
      const rights = lineRights(world, line, tools.isOpen);
      if (act === 'reply' && rights.reply) tools.reply(line);
      else if (act === 'edit' && rights.edit) tools.edit(line);
      else if (act === 'erase' && rights.erase) {
        (rows[rows.indexOf(row) - 1] ?? rows[rows.indexOf(row) + 1] ?? log.current)?.focus({ preventScroll: true });
        tools.erase(line);
      } else if ((act === 'emoji' && rights.react) || (act === 'acts' && (rights.reply || rights.erase))) tools.openMenu(line, row, act);
      else return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
