// How one taped track lies on the disk: records one after another, only ever appended. A file cut anywhere is whole up to its last whole record.
import type { TrackKind } from '@comptoir/shared/protocol/talk';

/** Where a call is taped, and from when its times count. */
export interface TapeOrder {
  dir: string;
  /** ms since 1970: the beginning of the recording. */
  beganMs: number;
  /** personIds: only of these something is taped, whoever else sends. Absent: of everybody who may send. */
  people?: readonly string[];
}

/** noRoom: no more than the database needs is free · cannotWrite: the disk refuses, or is too slow. */
export type TapeProblem = 'noRoom' | 'cannotWrite';

/** The first record of each file, as JSON. */
export interface TapeHead {
  personId: string;
  as: TrackKind;
}

export interface TapeRecord {
  /** Since the recording began. */
  ms: number;
  flags: number;
  payload: Buffer;
}

/** Flags: a picture that needs none before it · the head · the track ended here, nothing was lost. */
export const KEYFRAME = 1;
export const HEAD = 2;
export const END = 4;

/** Length of the payload, ms, flags, and a sum of these: what was cut or overwritten is not taken for a record. */
export const RECORD_BYTES = 10;
/** No picture is larger: a length beyond it is no length. */
export const MOST_PAYLOAD = 4_000_000;

const sumOf = (length: number, ms: number, flags: number): number => ((length ^ ms ^ (ms >>> 8) ^ (length >>> 8) ^ flags) & 0xff) ^ 0xa5;

export function recordHead(length: number, ms: number, flags: number): Buffer {
  const head = Buffer.allocUnsafe(RECORD_BYTES);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(ms, 4);
  head[8] = flags;
  head[9] = sumOf(length, ms, flags);
  return head;
}

/** The record at `at`, as far as it is in these bytes; 'cut': more is needed · 'broken': nothing behind it can be read. */
export function readRecord(bytes: Buffer, at: number): TapeRecord | 'cut' | 'broken' {
  if (at + RECORD_BYTES > bytes.length) return 'cut';
  const length = bytes.readUInt32BE(at);
  const ms = bytes.readUInt32BE(at + 4);
  const flags = bytes[at + 8] ?? 0;
  if (length > MOST_PAYLOAD || bytes[at + 9] !== sumOf(length, ms, flags)) return 'broken';
  const from = at + RECORD_BYTES;
  return from + length > bytes.length ? 'cut' : { ms, flags, payload: bytes.subarray(from, from + length) };
}

export const writeHead = (head: TapeHead): Buffer => Buffer.from(JSON.stringify(head));

/** Undefined of what is no head. */
export function readHead({ flags, payload }: TapeRecord): TapeHead | undefined {
  if (!(flags & HEAD)) return undefined;
  try {
    const { personId, as } = JSON.parse(payload.toString()) as Partial<TapeHead>;
    return typeof personId === 'string' && typeof as === 'string' ? { personId, as } : undefined;
  } catch {
    return undefined;
  }
}

/** A line of `<part>.jsonl` beside the tapes: from then on this is what the hall shows. Key as SourceTrack's. */
export interface SightLine {
  atMs: number;
  active: string | null;
  presenter: string | null;
  /** personId and kind of each picture, the most important first. */
  pictures: TapeHead[];
}
