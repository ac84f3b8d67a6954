import { describe, expect, it } from 'vitest';
import { turnAt, turnBeside, turnOfKey } from './turns.ts';

const TURNS = [
  { at: 2, of: 'd1', page: 0 },
  { at: 10, of: 'd1', page: 1 },
  { at: 20, of: null, page: 0 },
  { at: 30, of: 'd2', page: 4 },
];
const [first, second, , last] = TURNS;

describe('slides of a talk that is over', () => {
  it('[T127] are those that were shown at that time, and none where none was', () => {
    expect(turnAt(TURNS, 0)).toBeUndefined();
    // a player that was led to 2 s may stand a little before it
    expect(turnAt(TURNS, 1.99)).toBe(first);
    expect(turnAt(TURNS, 9.9)).toBe(first);
    expect(turnAt(TURNS, 19.9)).toBe(second);
    expect(turnAt(TURNS, 25)).toBeUndefined();
    expect(turnAt(TURNS, 9999)).toBe(last);
  });

  it('[T128] lead back and forward to when they were shown, over moments without any', () => {
    expect(turnBeside(TURNS, 0, 1)).toBe(first);
    expect(turnBeside(TURNS, 0, -1)).toBeUndefined();
    expect(turnBeside(TURNS, 2, 1)).toBe(second);
    expect(turnBeside(TURNS, 15, -1)).toBe(first);
    expect(turnBeside(TURNS, 15, 1)).toBe(last);
    expect(turnBeside(TURNS, 25, -1)).toBe(second);
    expect(turnBeside(TURNS, 40, -1)).toBe(second);
    expect(turnBeside(TURNS, 40, 1)).toBeUndefined();
  });

  it('[T128] are led by keys', () => {
    expect(turnOfKey('ArrowRight', TURNS, 2)).toBe(second);
    expect(turnOfKey('ArrowLeft', TURNS, 12)).toBe(first);
    expect(turnOfKey('Home', TURNS, 40)).toBe(first);
    expect(turnOfKey('End', TURNS, 0)).toBe(last);
    expect(turnOfKey('a', TURNS, 0)).toBeUndefined();
    expect(turnOfKey('End', [], 0)).toBeUndefined();
  });
});
