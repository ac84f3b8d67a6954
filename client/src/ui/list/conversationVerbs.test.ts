import { expect, it } from 'vitest';
import { conversationVerbs } from './conversationVerbs.ts';

it.each([
  ['among us', { state: 'amongUs', full: false, walking: false }, ['join']],
  ['out loud', { state: 'outLoud', full: false, walking: false }, ['join', 'listen']],
  ['with the door closed', { state: 'closed', full: false, walking: false }, ['knock']],
  ['full', { state: 'amongUs', full: true, walking: false }, []],
  ['full and out loud', { state: 'outLoud', full: true, walking: false }, ['listen']],
  ['walking together', { state: 'amongUs', full: false, walking: true }, []],
] as const)('[L7] the way into a conversation %s', (_, facts, verbs) => {
  expect(conversationVerbs(facts)).toEqual(verbs);
});
