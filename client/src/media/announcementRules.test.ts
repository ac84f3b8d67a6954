import { describe, expect, it } from 'vitest';
import { gainsOf, goesToEverybody, listeningState, nameOf, phaseAt, speakingState, waitBeforeAsking } from './announcementRules.ts';

const heard = { phase: 'on', delivers: true, isTurnedDown: false, volume: 1 } as const;

describe('an announcement', () => {
  it('[K43] is made ready, goes out, and is over', () => {
    const view = { by: 'ada', fromTick: 150, untilTick: 1650 };
    expect([0, 149.9, 150, 1649.9, 1650].map((tick) => phaseAt(view, tick))).toEqual(['ready', 'ready', 'on', 'on', 'over']);
    expect(nameOf(view)).not.toBe(nameOf({ ...view, fromTick: 151 }));
  });

  it('[K43] is not asked for by hundreds in one moment, and by nobody too late', () => {
    expect(waitBeforeAsking(20, 3000, 1)).toBe(100);
    expect(waitBeforeAsking(1000, 3000, 0.5)).toBe(500);
    expect(waitBeforeAsking(1000, 1000, 1)).toBe(0);
  });

  it('[K44] leaves my conversation only for a way that is there, and does not fall back into it when a line is cut for a moment', () => {
    expect(goesToEverybody('connected', 'ready', false)).toBe(false);
    expect(goesToEverybody('connecting', 'on', false)).toBe(false);
    expect(goesToEverybody('connected', 'on', false)).toBe(true);
    expect(goesToEverybody('reconnecting', 'on', true)).toBe(true);
    expect(goesToEverybody('failed', 'on', true)).toBe(false);
    expect(goesToEverybody('connected', 'over', true)).toBe(false);
  });

  it('[K45] turns my conversation down by 12 dB while it comes, and only then', () => {
    expect(gainsOf(heard)).toEqual({ voice: 1, conversation: expect.closeTo(0.251, 3) });
    for (const other of [{ phase: 'ready' }, { phase: 'over' }, { delivers: false }] as const)
      expect(gainsOf({ ...heard, ...other }).conversation).toBe(1);
  });

  it('[K45] is as loud as I set this person, and silent when I turned it down; what is silent turns nothing down', () => {
    expect(gainsOf({ ...heard, volume: 0.4 }).voice).toBe(0.4);
    for (const silent of [{ volume: 0 }, { isTurnedDown: true }])
      expect(gainsOf({ ...heard, ...silent })).toEqual({ voice: 0, conversation: 1 });
  });

  it('[K45] says where it stands to who listens and to who speaks', () => {
    expect((['connecting', 'reconnecting', 'connected', 'failed'] as const).map((link) => listeningState(link, false))).toEqual([
      ...['connecting', 'connecting', 'heard', 'failed'],
    ]);
    expect(listeningState('connected', true)).toBe('turnedDown');
    expect(speakingState('connected', 'ready', true)).toBe('connecting');
    expect(speakingState('connected', 'on', false)).toBe('connecting');
    expect(speakingState('connected', 'on', true)).toBe('speaking');
    expect(speakingState('failed', 'on', true)).toBe('failed');
  });
});
