import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../net/Connection.ts';
import { World } from '../world/World.ts';
import { buildTalkActions } from './buildTalkActions.ts';

type Answer = { ok: true } | { ok: true; ask: string; untilTick: number } | { refused: string };

/** A server that answers each request with the next of the answers given for it; walks arrive unless told otherwise. */
function officeWith(answers: Record<string, Answer[]>, arrives = true) {
  const world = new World('office', groundOf(drawnOffice('....')));
  world.myId.value = 'me';
  const sent: string[] = [];
  const told: string[] = [];
  const connection = {
    async request(name: string, ask: { kind?: string; personId?: string; person?: string }) {
      sent.push([name, ask.kind, ask.personId ?? ask.person].filter(Boolean).join(' '));
      return answers[name]?.shift() ?? { refused: 'invalid' };
    },
    send: (type: string) => sent.push(type),
  } as unknown as Connection;
  const built = buildTalkActions({
    world: signal(world),
    inside: () => ({ world, connection }),
    async walkToPerson(personId) {
      sent.push(`walk to ${personId}`);
      return { arrived: arrives, x: 0, y: 0 };
    },
    openChat: () => sent.push('chat'),
    readUpTo: (channel) => sent.push(`read ${channel}`),
    refused: (refusal) => told.push(refusal),
  });
  return { world, sent, told, ...built };
}

const ASKED: Answer = { ok: true, ask: 'a1', untilTick: 100 };
const FAR: Answer = { refused: 'tooFar' };

describe('[U28] approaching somebody', () => {
  test.each<[string, Answer[], string[], string[]]>([
    ['joins at once where that is allowed', [{ ok: true }], ['approach bob'], []],
    ['walks over first when they are far', [FAR, { ok: true }], ['approach bob', 'walk to bob', 'approach bob'], []],
    ['waves to whoever is to be asked first', [{ refused: 'askFirst' }], ['approach bob', 'ask talk bob'], []],
    ['knocks at a closed door', [FAR, { refused: 'closed' }], ['approach bob', 'walk to bob', 'approach bob', 'ask knock bob'], []],
    ['says what is refused', [{ refused: 'doNotDisturb' }], ['approach bob'], ['doNotDisturb']],
  ])('%s', async (_what, approach, sent, told) => {
    const office = officeWith({ approach, ask: [ASKED] });
    await office.actions.approach('bob');
    expect(office.sent).toEqual(sent);
    expect(office.told).toEqual(told);
  });

  test('goes after somebody who walks on, but not for ever', async () => {
    const office = officeWith({ approach: [FAR, FAR, FAR, FAR, FAR, FAR] });
    expect(await office.actions.approach('bob')).toEqual({ refused: 'tooFar' });
    expect(office.sent.filter((what) => what.startsWith('walk'))).toHaveLength(3);
  });

  test('a key of mine on the way ends it without a word', async () => {
    const office = officeWith({ approach: [FAR] }, false);
    await office.actions.approach('bob');
    expect(office.sent).toEqual(['approach bob', 'walk to bob']);
    expect(office.told).toEqual([]);
  });
});

test('[B12] what I asked is remembered until it is answered or taken back', async () => {
  const office = officeWith({ ask: [ASKED] });
  await office.actions.ask('talk', 'bob');
  expect(office.world.talk.myAsks.peek()).toEqual([{ id: 'a1', kind: 'talk', person: 'bob', untilTick: 100 }]);
  office.actions.withdraw('a1');
  expect(office.world.talk.myAsks.peek()).toEqual([]);
  expect(office.sent.at(-1)).toBe('withdraw');
});

test('[B12] an accepted invitation walks me there', async () => {
  const office = officeWith({ answerAsk: [{ ok: true }], approach: [{ ok: true }] });
  office.world.talk.asks.value = [{ id: 'a2', kind: 'join', from: 'eve', untilTick: 100 }];
  await office.actions.answer('a2', 'yes');
  expect(office.world.talk.asks.peek()).toEqual([]);
  expect(office.sent).toEqual(['answerAsk', 'approach eve']);
});

describe('[B19] walking together', () => {
  const talk = (more: Partial<ConversationView>): ConversationView => ({
    ...{
      id: 'c',
      number: 1,
      kind: 'bubble',
      state: 'amongUs',
      place: { kind: 'near' },
      role: 'member',
      members: [],
      call: null,
      large: false,
    },
    ...more,
  });

  test('is proposed by whoever talks, ended by whoever walks, and not for listeners', () => {
    const office = officeWith({ ask: [ASKED] });
    const { conversation } = office.world.talk;
    expect(office.actions.walk.value).toBeNull();
    conversation.value = talk({ role: 'listener' });
    expect(office.actions.walk.value).toBeNull();
    conversation.value = talk({});
    office.actions.walk.value?.();
    conversation.value = talk({ place: { kind: 'walk', leader: 'me' } });
    office.actions.walk.value?.();
    expect(office.sent).toEqual(['ask walk', 'endWalk']);
  });
});
