// Notes of a talk: lines stamped with its time, written by whoever leads it and a few scribes, read by all as they come.
import type { NoteLine } from '@comptoir/shared/protocol/replay';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { readWording } from './wording.ts';

export interface TalkNotes {
  /** In the order of their times. */
  lines: NoteLine[];
  /** personIds, beside whoever leads the talk. */
  scribes: Set<string>;
}

export const newNotes = (): TalkNotes => ({ lines: [], scribes: new Set() });

/** T81 @param atMs since the talk began */
export function writeNote({ lines }: TalkNotes, note: Omit<NoteLine, 'atMs'>, atMs: number): NoteLine | { refused: Refusal } {
  const wording = readWording(note.text, tuning.noteLineLength);
  if ('refused' in wording) return wording;
  if (lines.length >= tuning.notesMost) return { refused: 'tooMany' };
  const line: NoteLine = { ...note, text: wording.text, atMs };
  lines.push(line);
  return line;
}

/** @returns the line as it is now; undefined: it is gone */
export function changeNote(
  { lines }: TalkNotes,
  { note: id, text, remove }: { note: string; text: string; remove: boolean },
): { line: NoteLine | undefined } | { refused: Refusal } {
  const at = lines.findIndex((one) => one.id === id);
  const found = lines[at];
  if (!found) return { refused: 'notThere' };
  if (remove) {
    lines.splice(at, 1);
    return { line: undefined };
  }
  const wording = readWording(text, tuning.noteLineLength);
  if ('refused' in wording) return wording;
  const line = { ...found, text: wording.text };
  lines[at] = line;
  return { line };
}

/** T81: three at most. */
export function nameScribe({ scribes }: TalkNotes, personId: string, writes: boolean): { refused: Refusal } | undefined {
  if (!writes) scribes.delete(personId);
  else if (!scribes.has(personId) && scribes.size >= tuning.scribesMost) return { refused: 'tooMany' };
  else scribes.add(personId);
  return undefined;
}
