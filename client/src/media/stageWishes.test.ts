import type { Quality } from '@comptoir/shared/protocol/talk';
import { describe, expect, it } from 'vitest';
import { FIRST_STAGE_WISHES, type Shown, stageWishes } from './stageWishes.ts';

const speaker = (personId: string, camera: Quality | 'none' | undefined, screen?: Quality): Shown => ({
  personId,
  shownSize: (as) => (as === 'camera' ? camera : screen),
  sends: (as) => as === 'camera' || screen !== undefined,
});

describe('what a listener wishes of a stage', () => {
  it('[K47] is by part: it stays the same when somebody else speaks and is shown in the same place', () => {
    const before = stageWishes(FIRST_STAGE_WISHES, [speaker('ada', 'high'), speaker('bob', 'low')], 'ada');
    expect(before).toEqual({ active: 'high', second: 'low', screen: 'high' });
    expect(stageWishes(before, [speaker('ada', 'low'), speaker('bob', 'high')], 'bob')).toEqual(before);
  });

  it('[K47] asks for nothing that is not shown, and again when it is', () => {
    const hidden = stageWishes(FIRST_STAGE_WISHES, [speaker('ada', 'none'), speaker('bob', 'none')], 'ada');
    expect(hidden).toMatchObject({ active: 'none', second: 'none' });
    // a newcomer whom the page has not drawn yet is no reason to ask
    expect(stageWishes(hidden, [speaker('ada', 'none'), speaker('eve', undefined)], 'eve')).toEqual(hidden);
    expect(stageWishes(hidden, [speaker('ada', 'medium')], 'ada').active).toBe('medium');
  });

  it('[K47] a screen is as large as it is shown', () => {
    expect(stageWishes(FIRST_STAGE_WISHES, [speaker('ada', 'low', 'medium')], 'ada').screen).toBe('medium');
  });
});
