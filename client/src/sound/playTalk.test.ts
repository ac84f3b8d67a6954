import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { soundOfChange } from './playTalk.ts';

const talk = (id: string, ...people: string[]): ConversationView =>
  ({ id, members: people.map((personId) => ({ personId })) }) as unknown as ConversationView;

test.each([
  ['I come to somebody', undefined, talk('a', 'bob', 'me'), 'comes'],
  ['somebody comes', talk('a', 'bob', 'me'), talk('a', 'bob', 'me', 'eve'), 'comes'],
  ['somebody goes', talk('a', 'bob', 'me', 'eve'), talk('a', 'bob', 'me'), 'goes'],
  ['I go', talk('a', 'bob', 'me'), undefined, 'goes'],
  ['I go from one circle to another', talk('a', 'bob', 'me'), talk('b', 'eve', 'me'), 'comes'],
  ['a door is closed', talk('a', 'bob', 'me'), talk('a', 'me', 'bob'), undefined],
  ['I am alone in a meeting room', undefined, talk('a', 'me'), undefined],
  ['I leave a meeting room where I was alone', talk('a', 'me'), undefined, undefined],
])('[U51] %s', (_what, before, now, sound) => {
  expect(soundOfChange(before, now)).toBe(sound);
});
