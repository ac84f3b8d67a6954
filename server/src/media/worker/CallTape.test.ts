import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { PersonClock } from '../packets/SenderClock.ts';
import { KEYFRAME, readRecord, type TapeProblem } from '../tapeFormat.ts';
import { CallTape } from './CallTape.ts';
import { PublishedTrack } from './PublishedTrack.ts';
import type { TapeDisk } from './TapeAppender.ts';

const NTP_MS = 2_208_988_800_000;
const BEGAN_MS = 1_700_000_000_000;
const RID = 4;

let files: Map<string, Buffer>;
let closed: number;
let disk: TapeDisk;
let room: number;
let isFull: boolean;
let problems: TapeProblem[];
let nowMs: number;
let asked: number;

beforeEach(() => {
  files = new Map();
  closed = 0;
  room = 1e12;
  isFull = false;
  problems = [];
  nowMs = 1000;
  asked = 0;
  disk = {
    async open(path) {
      if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      files.set(path, Buffer.alloc(0));
      return {
        async append(bytes) {
          if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), bytes]));
        },
        async close() {
          closed++;
        },
      };
    },
    freeBytes: async () => room,
  };
});

const tapeOf = (people?: readonly string[]): CallTape =>
  new CallTape({
    order: { dir: '/tapes', beganMs: BEGAN_MS, ...(people ? { people } : {}) },
    disk,
    ntpMs: () => NTP_MS + BEGAN_MS + nowMs,
    onProblem: (problem) => problems.push(problem),
  });

function camera(isSimulcast = true): PublishedTrack {
  const track = new PublishedTrack({
    ...{ personId: 'ada', as: 'camera', clock: new PersonClock(), counted: { in: 0, out: 0 } },
    offer: { sdp: '', payloadType: 120, levelExtension: undefined, ridExtension: RID, isSimulcast },
    send: (packet) => {
      // a PLI
      if (packet[1] === 206) asked++;
    },
    onVoice: () => undefined,
    onLayer: () => undefined,
  });
  track.allow(true);
  return track;
}

function picture(rid: 'l' | 'm' | 'h', sequence: number, isKey: boolean): Buffer {
  const header = Buffer.from([0x90, 0x80 | 120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 3000, 4);
  header.writeUInt32BE(rid.charCodeAt(0), 8);
  return Buffer.concat([
    header,
    Buffer.from([0xbe, 0xde, 0, 1, RID << 4, rid.charCodeAt(0), 0, 0, 0x10, isKey ? 0 : 1, sequence, rid.charCodeAt(0)]),
  ]);
}

const receive = (track: PublishedTrack, packet: Buffer): void => track.receive(packet, nowMs, NTP_MS + BEGAN_MS + nowMs);
function pass(tape: CallTape, ms: number): void {
  const untilMs = nowMs + ms;
  while (nowMs < untilMs) {
    nowMs += 20;
    tape.care(nowMs);
  }
}

const NOTHING = { active: undefined, presenter: undefined, pictures: [] };

/** What was written of pictures: when, layer, keyframe or not. */
function written(): { ms: number; layer: string; isKey: boolean }[] {
  const bytes = [...files].find(([path]) => path.endsWith('.tape'))?.[1] ?? Buffer.alloc(0);
  const seen: { ms: number; layer: string; isKey: boolean }[] = [];
  let at = 0;
  for (let record = readRecord(bytes, at); typeof record === 'object'; record = readRecord(bytes, at)) {
    at += 10 + record.payload.length;
    if (record.payload.length === 3)
      seen.push({ ms: record.ms, layer: String.fromCharCode(record.payload[2] ?? 0), isKey: (record.flags & KEYFRAME) !== 0 });
  }
  return seen;
}

describe('the tape of a call', () => {
  it('[K61] takes the largest layer that flows, from its keyframe on, and another when it stops', async () => {
    const tape = tapeOf();
    const track = camera();
    receive(track, picture('l', 1, true));
    tape.follow([track], NOTHING, nowMs);
    receive(track, picture('l', 2, true));
    receive(track, picture('h', 1, false));
    tape.follow([track], NOTHING, nowMs);
    expect(asked).toBeGreaterThan(0);
    receive(track, picture('l', 3, false));
    receive(track, picture('h', 2, false));
    receive(track, picture('h', 3, true));
    receive(track, picture('l', 4, false));
    receive(track, picture('h', 4, false));
    nowMs += 1000;
    receive(track, picture('l', 5, false));
    tape.follow([track], NOTHING, nowMs);
    receive(track, picture('l', 6, true));
    await tape.end();
    expect(written().map(({ layer, isKey }) => `${layer}${isKey ? '!' : ''}`)).toEqual(['l!', 'l', 'h!', 'h', 'l!']);
    expect(written().map(({ ms }) => ms)).toEqual([1000, 1000, 1000, 1000, 2000]);
  });

  it('[T142] takes nothing of whom it is not ordered to take, whatever they send', async () => {
    const track = camera();
    const tape = tapeOf(['bob']);
    for (let n = 1; n < 5; n++) {
      receive(track, picture('h', n, true));
      tape.follow([track], { ...NOTHING, pictures: ['ada camera'] }, nowMs);
    }
    await tape.end();
    expect([...files.keys()].filter((path) => path.endsWith('.tape'))).toEqual([]);
  });

  it('[K61] asks whom the hall shows for a keyframe at once, and every 5 s', () => {
    const tape = tapeOf();
    const track = camera(false);
    receive(track, picture('h', 1, true));
    tape.follow([track], NOTHING, nowMs);
    receive(track, picture('h', 2, true));
    nowMs += 1000;
    asked = 0;
    tape.care(nowMs);
    expect(asked).toBe(0);
    tape.follow([track], { ...NOTHING, pictures: ['ada camera'] }, nowMs);
    expect(asked).toBe(1);
    expect(tape.showsLarge('ada camera')).toBe(true);
    pass(tape, 10_000);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('[K61] writes at least once a second', async () => {
    const tape = tapeOf();
    const track = camera(false);
    receive(track, picture('h', 1, true));
    tape.follow([track], NOTHING, nowMs);
    receive(track, picture('h', 2, true));
    pass(tape, 1000);
    await sleep(10);
    expect(written()).toHaveLength(1);
    await tape.end();
  });

  it.each([
    ['refuses', 'cannotWrite'],
    ['is nearly full', 'noRoom'],
  ] as const)('[K67] stops when the disk %s: what is there is kept, the call goes on', async (what, problem) => {
    const tape = tapeOf();
    const track = camera(false);
    receive(track, picture('h', 1, true));
    tape.follow([track], { ...NOTHING, pictures: ['ada camera'] }, nowMs);
    receive(track, picture('h', 2, true));
    pass(tape, 1000);
    await sleep(10);
    if (what === 'refuses') isFull = true;
    else room = 1_000_000;
    receive(track, picture('h', 3, false));
    pass(tape, 6000);
    await sleep(10);
    expect(problems).toEqual([problem]);
    expect(closed).toBe(2);
    const before = written().length;
    expect(before).toBeGreaterThan(0);
    receive(track, picture('h', 4, true));
    tape.follow([track], NOTHING, nowMs);
    pass(tape, 1000);
    await sleep(10);
    expect(written()).toHaveLength(before);
    expect(tape.showsLarge('ada camera')).toBe(false);
    expect(track.streams[0]?.tape).toBeUndefined();
  });
});
