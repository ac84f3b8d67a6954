// What one may do with a line, and what doing it needs: handed down from the channel to its lines.
import { may } from '@comptoir/shared/permissions';
import type { Line } from '@comptoir/shared/protocol/talk';
import type { World } from '../../../world/World.ts';

export interface LineTools {
  /** Something may be said here: what answers a line, too. */
  isOpen: boolean;
  reply(line: Line): void;
  edit(line: Line): void;
  erase(line: Line): void;
  react(line: Line, emoji: string): void;
  /** @param how what the keyboard is to be on: the first emoji, or the first act */
  openMenu(line: Line, button: HTMLElement, how: 'emoji' | 'acts'): void;
  /** Looks at another line of this channel. */
  show(lineId: string): void;
}

export interface LineRights {
  reply: boolean;
  edit: boolean;
  react: boolean;
  erase: boolean;
}

const isKept = ({ to }: Line): boolean => to.kind !== 'conversation';

/** U132: what stays is answered, edited and reacted to; words of a conversation go with it. */
export function lineRights(world: World, line: Line, isOpen: boolean): LineRights {
  const isMine = line.from === world.myId.value;
  const kept = isKept(line);
  const tends = may(world.me.value?.rank ?? 'visitor', 'eraseLines') && (line.to.kind === 'office' || line.to.kind === 'topic');
  return { reply: kept && isOpen, edit: kept && isOpen && isMine, react: kept && isOpen, erase: isMine || tends };
}

/** The six that are asked for most; the picker has all others. */
export const QUICK_EMOJI = ['👍', '❤️', '😄', '🎉', '🙏', '👀'] as const;
