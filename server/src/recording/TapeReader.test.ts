import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { TapeReader } from './TapeReader.ts';
import { tapeBytes, tapesFolder } from './testTapes.ts';

const dir = tapesFolder();
afterAll(() => rmSync(dir, { recursive: true }));

const HEAD = { personId: 'ada', as: 'camera' } as const;
const records = fc.array(fc.record({ ms: fc.nat(1_000_000), isKey: fc.boolean(), payload: fc.uint8Array({ maxLength: 3000 }) }), {
  maxLength: 30,
});

function readAll(bytes: Buffer): { ms: number; payload: string }[] | undefined {
  const path = join(dir, 'one.tape');
  writeFileSync(path, bytes);
  const reader = TapeReader.open(path);
  if (!reader) return undefined;
  const read: { ms: number; payload: string }[] = [];
  for (let record = reader.next(); record; record = reader.next()) read.push({ ms: record.ms, payload: record.payload.toString('hex') });
  reader.close();
  return read;
}

const plain = ({ ms, payload }: { ms: number; payload: Uint8Array }) => ({ ms, payload: Buffer.from(payload).toString('hex') });

describe('a tape', () => {
  it('[K63] that is cut anywhere is read up to its last whole record', () => {
    fc.assert(
      fc.property(records, fc.nat(), (written, anywhere) => {
        const whole = tapeBytes(HEAD, written);
        const at = anywhere % (whole.length + 1);
        const read = readAll(whole.subarray(0, at));
        // how many of them lie before the cut
        const count = written.findLastIndex((_, n) => tapeBytes(HEAD, written.slice(0, n + 1)).length <= at) + 1;
        if (at < tapeBytes(HEAD, []).length) expect(read).toBeUndefined();
        else expect(read).toEqual(written.slice(0, count).map(plain));
      }),
    );
  });

  it('[K63] with nothing but rubbish behind a whole record is read up to it', () => {
    fc.assert(
      fc.property(records, fc.uint8Array({ minLength: 1, maxLength: 9 }), (written, rubbish) => {
        const read = readAll(Buffer.concat([tapeBytes(HEAD, written), rubbish]));
        expect(read).toEqual(written.map(plain));
      }),
    );
    expect(readAll(Buffer.concat([tapeBytes(HEAD, []), Buffer.alloc(5000, 0xff)]))).toEqual([]);
  });

  it('[K63] with pictures larger than what is read at once gives them whole, and leaves them as they are', () => {
    const written = [1, 2, 3].map((n) => ({ ms: n, payload: new Uint8Array(900_000).fill(n) }));
    const path = join(dir, 'large.tape');
    writeFileSync(path, tapeBytes(HEAD, written));
    const reader = TapeReader.open(path);
    const kept = written.map(() => reader?.next()?.payload);
    expect(kept.map((payload, n) => payload?.length === 900_000 && payload.every((byte) => byte === n + 1))).toEqual([true, true, true]);
    reader?.close();
  });

  it('[K63] of which not even the beginning was written is none', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('nothing of ours'), tapeBytes(HEAD, []).subarray(0, 20)])
      expect(readAll(bytes)).toBeUndefined();
  });
});
