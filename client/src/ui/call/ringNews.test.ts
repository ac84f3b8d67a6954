import type { Ring } from '@comptoir/shared/conversation';
import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { describe, expect, it } from 'vitest';
import { ringNews } from './ringNews.ts';

const dwelling: Ring = { number: 3, state: 'amongUs', role: 'dwelling', room: false, walking: false };
const member = (personId: string, role: ConversationMember['role'] = 'member'): ConversationMember => ({
  personId,
  role,
  microphone: false,
  camera: false,
  screen: false,
  hidden: false,
  lost: false,
});
const seven = ['me', 'a', 'b', 'c', 'd', 'e', 'f'].map((id) => member(id));
const circle: ConversationView = {
  id: 'c',
  number: 3,
  kind: 'bubble',
  state: 'amongUs',
  place: { kind: 'near' },
  role: 'member',
  members: seven,
  call: null,
  large: true,
};

describe('the card of the ring', () => {
  it('[U32] says that I am about to join, until I have', () => {
    expect(ringNews(dwelling, undefined, undefined, false)).toEqual({ kind: 'joining' });
    expect(ringNews({ ...dwelling, role: 'member' }, { ...circle, large: false }, undefined, false)).toBeUndefined();
    expect(ringNews(undefined, undefined, undefined, false)).toBeUndefined();
  });

  it.each([
    ['full', 'free'],
    ['closed', 'knock'],
    ['away', 'word'],
    ['goodbye', 'comeBack'],
    ['focused', 'wave'],
    ['doNotDisturb', 'word'],
  ] as const)('[U32] beside what does not take me (%s) it offers: %s', (reason, verb) => {
    expect(ringNews(undefined, undefined, { reason, number: 3, person: 'noor' }, false)).toEqual({ kind: 'beside', reason, verb });
  });

  it('[U32] offers nothing that it does not know whom to do to', () => {
    expect(ringNews(undefined, undefined, { reason: 'closed', number: null, person: null }, false)).toMatchObject({ verb: undefined });
  });

  it('[U32] tells a listener that they listen', () => {
    const listens = { ...circle, role: 'listener' as const };
    expect(ringNews(undefined, listens, undefined, false)).toEqual({ kind: 'listening' });
  });

  it('[U32] asks once whether seven would rather be two circles, never at a table or in a room', () => {
    const withListener = { ...circle, members: [...seven, member('lou', 'listener')] };
    expect(ringNews(undefined, withListener, undefined, false)).toEqual({ kind: 'split', n: 7 });
    expect(ringNews(undefined, circle, undefined, true)).toBeUndefined();
    expect(ringNews(undefined, { ...circle, place: { kind: 'table', table: 't' } }, undefined, false)).toBeUndefined();
    expect(ringNews(undefined, { ...circle, kind: 'meeting' }, undefined, false)).toBeUndefined();
  });
});
