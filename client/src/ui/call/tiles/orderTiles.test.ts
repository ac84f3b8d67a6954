import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import { expect, it } from 'vitest';
import { keyOfTile, orderTiles, type TileFacts } from './orderTiles.ts';

function facts(personId: string, change: Partial<TileFacts> = {}, role: ConversationMember['role'] = 'member'): TileFacts {
  const member = { personId, role, microphone: true, camera: false, screen: false, hidden: false, lost: false };
  return { member, hasScreen: false, hasCamera: false, ...change };
}
const order = (all: TileFacts[]): string[] => orderTiles(all, 'me').map(keyOfTile);

it('[U34] everybody else has a tile, in the order they came; I and who only listens have none', () => {
  expect(order([facts('noor'), facts('me'), facts('lou', {}, 'listener'), facts('ada')])).toEqual(['camera noor', 'camera ada']);
});

it('[U34] screens come first, and whoever shows one has their own tile too', () => {
  expect(order([facts('noor'), facts('ada', { hasScreen: true }), facts('kim', { hasScreen: true })])).toEqual([
    'screen ada',
    'screen kim',
    'camera noor',
    'camera ada',
    'camera kim',
  ]);
});

it('[U34] who stands on the stage comes before who shows a picture, and that before the rest', () => {
  expect(order([facts('a'), facts('b', { hasCamera: true }), facts('c', {}, 'speaker'), facts('d', { hasCamera: true })])).toEqual([
    'camera c',
    'camera b',
    'camera d',
    'camera a',
  ]);
});

it('[T55] slides come first, also those that I show', () => {
  expect(orderTiles([facts('noor', { hasScreen: true }, 'speaker')], 'me', 'me').map(keyOfTile)).toEqual([
    'slides me',
    'screen noor',
    'camera noor',
  ]);
});
