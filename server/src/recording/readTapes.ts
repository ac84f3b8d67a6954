// What lies in the folder of a recording: its tapes, when each begins and ends, and what the hall showed when.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYFRAME, type SightLine, type TapeHead } from '../media/tapeFormat.ts';
import { isMedia, TapeReader } from './TapeReader.ts';

export interface TapeFacts extends TapeHead {
  path: string;
  /** Since the recording began. Of its first and its last record. */
  fromMs: number;
  toMs: number;
}

/** From then on, until the next. */
export interface Wish {
  fromMs: number;
  /** Person and kind; undefined: nobody shows a picture. */
  key: string | undefined;
}

export interface Taped {
  tapes: TapeFacts[];
  wishes: Wish[];
  durationMs: number;
  /** Of the largest picture. */
  width: number;
  height: number;
}

export const keyOfTape = ({ personId, as }: TapeHead): string => `${personId} ${as}`;

/** @param onRead after each tape */
export function readTapes(dir: string, onRead: (share: number) => void): Taped {
  const names = readdirSync(dir);
  const taped: Taped = { tapes: [], wishes: [], durationMs: 0, width: 320, height: 180 };
  const paths = names.filter((name) => name.endsWith('.tape')).map((name) => join(dir, name));
  for (const [n, path] of paths.entries()) {
    const facts = look(path, taped);
    if (facts) taped.tapes.push(facts);
    onRead((n + 1) / paths.length);
  }
  taped.tapes.sort((a, b) => a.fromMs - b.fromMs);
  taped.durationMs = Math.max(0, ...taped.tapes.map(({ toMs }) => toMs));
  for (const name of names) if (name.endsWith('.jsonl') && name !== 'journal.jsonl') taped.wishes.push(...wishesIn(join(dir, name)));
  taped.wishes.sort((a, b) => a.fromMs - b.fromMs);
  return taped;
}

/** Their tapes. */
export function pathsOfPerson(dir: string, personId: string): string[] {
  const paths = readdirSync(dir)
    .filter((name) => name.endsWith('.tape'))
    .map((name) => join(dir, name));
  return paths.filter((path) => {
    const reader = TapeReader.open(path);
    reader?.close();
    return reader?.head.personId === personId;
  });
}

function look(path: string, size: Pick<Taped, 'width' | 'height'>): TapeFacts | undefined {
  const reader = TapeReader.open(path);
  if (!reader) return undefined;
  let fromMs: number | undefined;
  let toMs = 0;
  for (let record = reader.next(); record; record = reader.next()) {
    toMs = record.ms;
    if (!isMedia(record)) continue;
    fromMs ??= record.ms;
    const { payload, flags } = record;
    if (!isPicture(reader.head) || !(flags & KEYFRAME) || payload.length < 10) continue;
    const [width, height] = [payload.readUInt16LE(6) & 0x3fff, payload.readUInt16LE(8) & 0x3fff];
    if (width * height > size.width * size.height) Object.assign(size, { width, height });
  }
  reader.close();
  return fromMs === undefined ? undefined : { ...reader.head, path, fromMs, toMs };
}

export const isPicture = ({ as }: TapeHead): boolean => as === 'camera' || as === 'screen';

/** By person and kind, each in its order. */
export function groupTapes(tapes: readonly TapeFacts[]): Map<string, TapeFacts[]> {
  const groups = new Map<string, TapeFacts[]>();
  for (const tape of tapes) groups.set(keyOfTape(tape), [...(groups.get(keyOfTape(tape)) ?? []), tape]);
  return groups;
}

/** A line that was cut is none. */
function wishesIn(path: string): Wish[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): Wish[] => {
      try {
        const { atMs, pictures } = JSON.parse(line) as SightLine;
        const [first] = pictures;
        return [{ fromMs: atMs, key: first && keyOfTape(first) }];
      } catch {
        return [];
      }
    });
}
