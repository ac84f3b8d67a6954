// For tests: tapes as a media worker writes them.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { END, HEAD, KEYFRAME, recordHead, type SightLine, type TapeHead, writeHead } from '../media/tapeFormat.ts';

export interface TestRecord {
  ms: number;
  isKey?: boolean;
  payload: Uint8Array;
}

export const tapesFolder = (): string => mkdtempSync(join(tmpdir(), 'tapes-'));

const record = (ms: number, flags: number, payload: Uint8Array): Buffer => Buffer.concat([recordHead(payload.length, ms, flags), payload]);

/** @param endMs undefined: whoever wrote it was killed */
export function tapeBytes(head: TapeHead, records: readonly TestRecord[], endMs?: number): Buffer {
  const bytes = records.map(({ ms, isKey = true, payload }) => record(ms, isKey ? KEYFRAME : 0, payload));
  const end = endMs === undefined ? [] : [record(endMs, END, new Uint8Array())];
  return Buffer.concat([record(records[0]?.ms ?? 0, HEAD, writeHead(head)), ...bytes, ...end]);
}

export function writeTape(dir: string, name: string, ...of: Parameters<typeof tapeBytes>): string {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${name}.tape`);
  writeFileSync(path, tapeBytes(...of));
  return path;
}

/** @param key person and kind; null: nothing is shown */
export const writeSights = (dir: string, name: string, sights: readonly { atMs: number; shows: TapeHead | null }[]): void =>
  writeFileSync(
    join(dir, `${name}.jsonl`),
    sights
      .map(({ atMs, shows }): SightLine => ({ atMs, active: null, presenter: null, pictures: shows ? [shows] : [] }))
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
