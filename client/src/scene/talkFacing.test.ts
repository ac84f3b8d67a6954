import { describe, expect, test } from 'vitest';
import { outerSide, towardsSpeaker } from './talkFacing.ts';

const me = { personId: 'me', x: 0, y: 0 };

describe('[U50] whoever stands still turns to who speaks', () => {
  test.each([
    ['nobody', [], undefined],
    ['only myself', [{ personId: 'me', x: 0, y: 0, level: 1 }], undefined],
    ['somebody to the right', [{ personId: 'a', x: 50, y: 5, level: 0.3 }], 0],
    ['somebody up and left', [{ personId: 'a', x: -40, y: -40, level: 0.3 }], 5],
    [
      'the loudest of two',
      [
        { personId: 'a', x: 50, y: 0, level: 0.2 },
        { personId: 'b', x: -90, y: 0, level: 0.6 },
      ],
      4,
    ],
    [
      'the nearer of two who are as loud',
      [
        { personId: 'a', x: -90, y: 0, level: 0.5 },
        { personId: 'b', x: 50, y: 0, level: 0.45 },
      ],
      0,
    ],
  ] as const)('%s', (_who, talkers, direction) => {
    expect(towardsSpeaker(me, talkers)).toBe(direction);
  });
});

test.each([
  [{ x: 0, y: -40 }, 'above'],
  [{ x: 0, y: 40 }, 'below'],
  [{ x: -40, y: 10 }, 'left'],
  [{ x: 40, y: -10 }, 'right'],
  [{ x: 0, y: 0 }, 'above'],
] as const)('[U50] the tag of somebody at %o of a ring is %s', (at, side) => {
  expect(outerSide(at, { x: 0, y: 0 })).toBe(side);
});
