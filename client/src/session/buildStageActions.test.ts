import type { StageView, TalkOverView } from '@comptoir/shared/protocol/auditorium';
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import type { World } from '../world/World.ts';
import { buildStageActions } from './buildStageActions.ts';

const lounge: TalkOverView = { title: 'Prices', lounge: 'salon', tables: [{ question: 'q1', text: 'How much?', seat: 'sofa-2' }] };

function inTalk(role: ConversationView['role'], myHand = 0) {
  const world = {
    myId: signal('me'),
    talk: { conversation: signal({ kind: 'talk', role, members: [] }) },
    auditorium: { stage: signal({ myHand } as StageView), over: signal<TalkOverView | undefined>(undefined) },
  };
  const done: string[] = [];
  const actions = buildStageActions({
    world: signal(world as unknown as World),
    ask: vi.fn(async (name: string, ask: object) => void done.push(`${name} ${JSON.stringify(ask)}`)) as never,
    walkTo: vi.fn(async (target: object) => void done.push(`walk ${JSON.stringify(target)}`)) as never,
    sit: vi.fn(async (seat: string) => void done.push(`sit ${seat}`)) as never,
    emote: (emote) => void done.push(`emote ${emote}`),
  });
  return { world, actions, done };
}

describe('[T53] the hand', () => {
  it.each([
    ['is raised in the audience', inTalk('audience'), ['emote hand', 'raiseHand {"up":true}']],
    ['is lowered by the same key', inTalk('audience', 2), ['raiseHand {"up":false}']],
    ['is a gesture on the stage', inTalk('speaker'), ['emote hand']],
  ] as const)('%s', (_, { actions, done }, all) => {
    actions.hand();
    expect(done).toEqual(all);
  });

  it('is a gesture outside of a talk', () => {
    const { world, actions, done } = inTalk('audience');
    (world.auditorium.stage as { value: unknown }).value = undefined;
    actions.hand();
    expect(done).toEqual(['emote hand']);
  });
});

it('[B21] in a meeting room the hand is raised, and lowered by the same key', () => {
  const { world, actions, done } = inTalk('member');
  const room = { kind: 'meeting', role: 'member', members: [] };
  const { conversation } = world.talk as { conversation: { value: unknown } };
  conversation.value = room;
  actions.hand();
  conversation.value = { ...room, hands: ['noor', 'me'] };
  actions.hand();
  expect(done).toEqual(['emote hand', 'raiseHand {"up":true}', 'raiseHand {"up":false}']);
});

describe('[T58] after a talk', () => {
  it.each([
    ['one stays in the lounge', undefined, ['walk {"area":"salon"}']],
    ['one sits down at the table of a question', 'sofa-2', ['sit sofa-2']],
  ] as const)('%s', async (_, seat, all) => {
    const { world, actions, done } = inTalk('audience');
    world.auditorium.over.value = lounge;
    await actions.stay(seat);
    expect(done).toEqual(all);
    expect(world.auditorium.over.value).toBeUndefined();
    // the card is gone, and so is what it offered
    await actions.stay(seat);
    expect(done).toEqual(all);
  });

  it('one goes elsewhere', () => {
    const { world, actions, done } = inTalk('audience');
    world.auditorium.over.value = lounge;
    actions.go();
    expect(world.auditorium.over.value).toBeUndefined();
    expect(done).toEqual([]);
  });
});
