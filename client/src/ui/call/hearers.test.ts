import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { describe, expect, it } from 'vitest';
import { hearersOf, listNames } from './hearers.ts';

const member = (personId: string, role: ConversationMember['role'] = 'member'): ConversationMember => ({
  personId,
  role,
  microphone: true,
  camera: false,
  screen: false,
  hidden: false,
  lost: false,
});
const view = (members: ConversationMember[], role: ConversationView['role'] = 'member'): ConversationView => ({
  id: 'c',
  number: 1,
  kind: 'bubble',
  state: 'outLoud',
  place: { kind: 'near' },
  role,
  members,
  call: null,
  large: false,
});

describe('who hears me', () => {
  it('[U30] is the server’s list without me, listeners last', () => {
    const hearers = hearersOf(view([member('lou', 'listener'), member('me'), member('noor'), member('ada')]), 'me');
    expect(hearers.kind).toBe('heard');
    expect(hearers.people.map(({ personId }) => personId)).toEqual(['noor', 'ada', 'lou']);
  });

  it.each([
    ['in no conversation', undefined, 'out'],
    ['alone in a meeting room', view([member('me')]), 'alone'],
    ['as a listener', view([member('noor'), member('me', 'listener')], 'listener'), 'silent'],
    ['in the audience', view([member('noor', 'speaker'), member('me', 'audience')], 'audience'), 'silent'],
  ] as const)('[U30] is nobody %s', (_, conversation, kind) => {
    expect(hearersOf(conversation, 'me')).toEqual({ kind, people: [] });
  });

  const more = (n: number): string => `${n} more`;
  it.each([
    [['Noor'], 'Noor'],
    [['Noor', 'Ada'], 'Noor and Ada'],
    [['Noor', 'Ada', 'Lou'], 'Noor, Ada, and Lou'],
    [['Noor', 'Ada', 'Lou', 'Zoe', 'Kim'], 'Noor, Ada, and 3 more'],
  ])('[U30] is said in one sentence: %j', (names, sentence) => {
    expect(listNames(names, 'en', more)).toBe(sentence);
  });
});
