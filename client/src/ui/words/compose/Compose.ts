// What one is writing in a channel, beside the words: which line it answers, or which of mine it changes, and files.
import type { Line } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals';
import { FileTray, type SendFile } from '../files/FileTray.ts';

export class Compose {
  readonly replyTo = signal<Line | undefined>(undefined);
  readonly editing = signal<Line | undefined>(undefined);
  readonly tray: FileTray;

  constructor(send: SendFile) {
    this.tray = new FileTray(send);
  }

  reply(line: Line): void {
    this.editing.value = undefined;
    this.replyTo.value = line;
  }

  edit(line: Line): void {
    this.editing.value = line;
  }
}

/** The last line of mine, to be edited by the arrow up. */
export const lastOf = (lines: readonly Line[], myId: string | undefined, erasing: ReadonlySet<string>): Line | undefined =>
  lines.findLast((line) => line.from === myId && !erasing.has(line.id));
