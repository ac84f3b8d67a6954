import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { describe, expect, it } from 'vitest';
import { maySend, stageRole, startableIn } from './stageRole.ts';

const member = (personId: string, role: ConversationMember['role'], floor?: true): ConversationMember => ({
  ...{ personId, role, microphone: false, camera: false, screen: false, hidden: false, lost: false },
  ...(floor ? { floor } : {}),
});
const talk = (role: ConversationView['role'], floor?: true) => ({
  kind: 'talk' as const,
  role,
  members: [member('noor', 'speaker'), member('me', role, floor)],
});
const nothing = { microphone: false, camera: false, screen: false };
const all = { microphone: true, camera: true, screen: true };

it.each([
  ['audience', talk('audience')],
  ['stage', talk('speaker')],
  ['floor', talk('speaker', true)],
] as const)('my part in a talk: %s', (role, view) => {
  expect(stageRole(view, 'me')).toBe(role);
});

it('a bubble gives no part in a talk', () => {
  expect(stageRole({ ...talk('speaker'), kind: 'bubble' }, 'me')).toBeUndefined();
});

describe('[T52] sent in a talk is', () => {
  const floor = (video: boolean) => ({ floor: [{ personId: 'me', video }] });
  it.each([
    ['nothing of the audience', talk('audience'), undefined, nothing],
    ['everything of whoever is on the stage', talk('speaker'), undefined, all],
    ['the voice alone of whoever was given the floor', talk('speaker', true), floor(false), { ...nothing, microphone: true }],
    ['the picture too where it was given with it', talk('speaker', true), floor(true), { ...all, screen: false }],
  ] as const)('%s', (_, view, stage, may) => {
    expect(maySend(view, stage && { floor: [...stage.floor] }, 'me')).toEqual(may);
  });

  it('and elsewhere everything of members, nothing of listeners', () => {
    expect(maySend({ ...talk('member'), kind: 'bubble' }, undefined, 'me')).toEqual(all);
    expect(maySend({ ...talk('listener'), kind: 'bubble' }, undefined, 'me')).toEqual(nothing);
    expect(maySend(undefined, undefined, 'me')).toEqual(nothing);
  });
});

it('[T50] a talk can be begun on a stage where none is on', () => {
  const stage = { conversation: 'stage', auditorium: 'hall' } as const;
  expect(startableIn(stage, [])).toBe('hall');
  expect(startableIn(stage, [{ auditorium: 'attic' }])).toBe('hall');
  expect(startableIn(stage, [{ auditorium: 'hall' }])).toBeUndefined();
  expect(startableIn({ conversation: 'audience', auditorium: 'hall' }, [])).toBeUndefined();
});
