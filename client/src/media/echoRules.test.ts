import { AreaIndex } from '@comptoir/shared/map/areas';
import type { Area, Thing } from '@comptoir/shared/map/OfficeMap';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, test } from 'vitest';
import type { EchoPhase } from '../world/Echo.ts';
import { ECHO_MS, type EchoFacts, type EchoState, isAlone, nextEcho, repeatedMs, standsBefore } from './echoRules.ts';

const HERE: EchoFacts = { isHere: true, isAlone: true, isAllowed: false, isOpen: false, isSpeaking: false, isPlaying: false };
const OPEN = { isAllowed: true, isOpen: true };
const since = (phase: EchoPhase, sinceMs = 1000): EchoState => ({ phase, sinceMs });

describe('[K32] Echo', () => {
  test.each<[string, EchoPhase | undefined, Partial<EchoFacts>, number, EchoPhase | undefined]>([
    ['notices whoever stands still before it', undefined, {}, 0, 'dwelling'],
    ['waits for the dwell', 'dwelling', { isAllowed: true }, tuning.dwellMs - 1, 'dwelling'],
    ['listens after it when the microphone was allowed before', 'dwelling', { isAllowed: true }, tuning.dwellMs, 'listening'],
    ['asks for it otherwise', 'dwelling', {}, tuning.dwellMs, 'asking'],
    ['listens at once after a click', 'dwelling', OPEN, 100, 'listening'],
    ['asks until the browser says yes', 'asking', {}, 60_000, 'asking'],
    ['listens when it did', 'asking', OPEN, 60_000, 'listening'],
    ['hears a voice', 'listening', { ...OPEN, isSpeaking: true }, 500, 'hearing'],
    ['waits for a voice', 'listening', OPEN, 60_000, 'listening'],
    ['asks again when the browser took the microphone back', 'listening', {}, 500, 'asking'],
    ['lets one finish', 'hearing', { ...OPEN, isSpeaking: true }, ECHO_MS - 1, 'hearing'],
    ['repeats after a pause', 'hearing', OPEN, 800, 'repeating'],
    ['repeats after three seconds', 'hearing', { ...OPEN, isSpeaking: true }, ECHO_MS, 'repeating'],
    ['speaks to the end, whatever it hears', 'repeating', { ...OPEN, isSpeaking: true, isPlaying: true }, 2000, 'repeating'],
    ['listens again then', 'repeating', OPEN, 2000, 'listening'],
    ['is quiet as soon as somebody comes', 'repeating', { ...OPEN, isAlone: false, isPlaying: true }, 100, 'company'],
    ['begins anew when they went', 'company', {}, 5000, 'dwelling'],
    ['stops when I go', 'hearing', { ...OPEN, isSpeaking: true, isHere: false }, 100, undefined],
  ])('%s', (_what, phase, facts, passedMs, then) => {
    expect(nextEcho(phase && since(phase), { ...HERE, ...facts }, 1000 + passedMs)?.phase).toBe(then);
  });

  test('a phase keeps its beginning', () => {
    const state = since('listening');
    expect(nextEcho(state, { ...HERE, ...OPEN }, 9000)).toBe(state);
    expect(nextEcho(state, { ...HERE, ...OPEN, isSpeaking: true }, 9000)).toEqual({ phase: 'hearing', sinceMs: 9000 });
  });

  test('at most three seconds are repeated, and the moment before a voice was noticed', () => {
    expect(repeatedMs(500)).toBe(900);
    expect(repeatedMs(2900)).toBe(ECHO_MS);
  });

  const perch: Thing = { id: 'echo', use: 'echo', labels: {}, shape: { x: 40, y: 40, width: 20, height: 40 } };
  const booth = { id: 'booth', shape: { kind: 'rect', x: 0, y: 0, width: 96, height: 96 }, sizeTiles: 9, traits: {} } as unknown as Area;
  const inBooth = { areas: new AreaIndex([booth], 20, 20), perch };
  const inHall = { areas: new AreaIndex([], 20, 20), perch };

  test('is not reached through a wall', () => {
    expect(standsBefore(inBooth, { x: 50, y: 90 })).toBe(true);
    expect(standsBefore(inBooth, { x: 50, y: 110 })).toBe(false);
    expect(standsBefore(inHall, { x: 50, y: 110 })).toBe(true);
    expect(standsBefore(inHall, { x: 50, y: 140 })).toBe(false);
  });

  test('only who is in its room is company; without a room, who is near', () => {
    expect(isAlone(inBooth, [])).toBe(true);
    expect(isAlone(inBooth, [{ x: 50, y: 110 }])).toBe(true);
    expect(isAlone(inBooth, [{ x: 10, y: 10 }])).toBe(false);
    expect(isAlone(inHall, [{ x: 50, y: 110 }])).toBe(false);
    expect(isAlone(inHall, [{ x: 300, y: 60 }])).toBe(true);
  });
});
