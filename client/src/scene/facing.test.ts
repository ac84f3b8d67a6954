import { AVATAR_FRAMES } from '@comptoir/assets/avatar/frames';
import { GAITS } from '@comptoir/shared/movement';
import { EMOTES } from '@comptoir/shared/people';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bearing, shownAs, sideOf } from './facing.ts';

const STANDING: Bearing = { direction: 2, gait: 'still', moving: false, seat: undefined, cup: false, emote: undefined, phase: 0.5 };

test('[U24] eight directions are four sides', () => {
  const sides = ([0, 1, 2, 3, 4, 5, 6, 7] as const).map(sideOf);
  expect(sides).toEqual(['right', 'right', 'down', 'left', 'left', 'left', 'up', 'right']);
});

test('[U24] left is right, mirrored', () => {
  expect(shownAs({ ...STANDING, direction: 4 }, 0)).toEqual({ frame: 'right-0', mirrored: true });
  expect(shownAs({ ...STANDING, direction: 0 }, 0)).toEqual({ frame: 'right-0', mirrored: false });
});

test('[U24] four steps follow one another while it moves', () => {
  const walking: Bearing = { ...STANDING, phase: 0, gait: 'walk', moving: true };
  expect([0, 120, 240, 360, 480].map((ms) => shownAs(walking, ms).frame)).toEqual(['down-0', 'down-1', 'down-2', 'down-3', 'down-0']);
});

test('[U24] a sitter faces as the seat does, whatever the direction', () => {
  expect(shownAs({ ...STANDING, direction: 6, seat: 'left' }, 0)).toEqual({ frame: 'sit-right', mirrored: true });
  expect(shownAs({ ...STANDING, seat: 'up', cup: true }, 0).frame).toBe('cup-sit-up');
});

test('[U24] every bearing has a drawn picture', () => {
  const bearing = fc.record({
    direction: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<Bearing['direction']>,
    gait: fc.constantFrom(...GAITS),
    moving: fc.boolean(),
    seat: fc.constantFrom(undefined, 'down', 'up', 'left', 'right') as fc.Arbitrary<Bearing['seat']>,
    cup: fc.boolean(),
    emote: fc.constantFrom(undefined, ...EMOTES),
    phase: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });
  fc.assert(fc.property(bearing, fc.nat(100_000), (one, ms) => void expect(AVATAR_FRAMES).toContain(shownAs(one, ms).frame)));
});
