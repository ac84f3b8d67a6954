// Takes somebody out of a recording that is over: their tapes, their lines of the journal, their id wherever it was noted who is in it and what was shown.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../ops/identity.ts';
import { pathsOfPerson } from './readTapes.ts';
import type { RecordingFacts, RecordingPaths } from './recordingFile.ts';

export const namesPerson = ({ by, people, agreed, withdrawn, erased = [] }: RecordingFacts, personId: string): boolean =>
  [by, ...people, ...agreed, ...withdrawn, ...erased].includes(personId);

/** @returns what is known of it then. Throws what the disk threw. */
export function forgetInRecording(facts: RecordingFacts, { tapes }: RecordingPaths, personId: string): Partial<RecordingFacts> {
  if (!facts.areTapesGone) forgetOnTapes(tapes, personId);
  const { by, people, agreed, withdrawn, erased = [] } = facts;
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== personId);
  const lists = { people: without(people), agreed: without(agreed), withdrawn: without(withdrawn), erased: without(erased) };
  return { by: by === personId ? '' : by, ...lists };
}

function forgetOnTapes(dir: string, personId: string): void {
  if (!existsSync(dir)) return;
  for (const path of pathsOfPerson(dir, personId)) rmSync(path, { force: true });
  // where nobody's picture was shown it is black, as where theirs was
  const nobody = newId();
  for (const name of readdirSync(dir)) {
    if (!name.endsWith('.jsonl')) continue;
    const path = join(dir, name);
    const lines = readFileSync(path, 'utf8').split('\n');
    const kept = name === 'journal.jsonl' ? lines.filter((line) => !line.includes(personId)) : lines;
    writeFileSync(path, kept.join('\n').replaceAll(personId, nobody), { mode: 0o600 });
  }
}
