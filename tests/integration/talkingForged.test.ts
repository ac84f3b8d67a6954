// Clients that say what they may not: refused, dropped and counted, and nothing changes for the others.
import type { TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { circleOf, listenersOf, meetAt, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();

async function threeOfWhomTwoTalk(): Promise<[Inside, Inside, Inside]> {
  const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
  await standAt(eve, 43, 31);
  await meetAt(37, 30, ada, bob);
  return [ada, bob, eve];
}

/** Signals that reach somebody. */
function heardBy(person: Inside): TalkServerMessages['signal'][] {
  const heard: TalkServerMessages['signal'][] = [];
  person.signalling.onMember((from, epoch, data) => heard.push({ from, epoch, data }));
  return heard;
}

const epochOf = (person: Inside): number => person.world.talk.conversation.peek()?.call?.epoch ?? -1;

it('[P6] signals go between members of one conversation and of its present call only', async () => {
  const [ada, bob, eve] = await threeOfWhomTwoTalk();
  const heard = heardBy(ada);
  const epoch = epochOf(ada);
  expect(epochOf(bob)).toBe(epoch);
  eve.signalling.toMember(ada.id, epoch, 'from outside');
  bob.signalling.toMember(ada.id, epoch - 1, 'of an earlier call');
  bob.signalling.toMember(ada.id, epoch + 1, 'of a later call');
  bob.signalling.toMember(eve.id, epoch, 'to somebody outside');
  bob.signalling.toMember(bob.id, epoch, 'to myself');
  bob.signalling.toMember(ada.id, epoch, 'in order');
  await until(() => heard.length > 0, 'Ada hears Bob');
  expect(heard).toEqual([{ from: bob.id, epoch, data: 'in order' }]);
});

it('[P6] whoever has left signals nobody, and their call is another one when they come back', async () => {
  const [ada, bob] = await threeOfWhomTwoTalk();
  const heard = heardBy(ada);
  const epoch = epochOf(ada);
  bob.actions.talk.goodbye.peek()?.();
  await until(() => circleOf(ada).length === 0, 'they have parted');
  bob.signalling.toMember(ada.id, epoch, 'too late');
  expect(await bob.actions.talk.approach(ada.id)).toEqual({ ok: true });
  await until(() => talkTogether(ada, bob), 'they talk again');
  expect(epochOf(ada)).not.toBe(epoch);
  bob.signalling.toMember(ada.id, epochOf(bob), 'anew');
  await until(() => heard.length > 0, 'Ada hears Bob');
  expect(heard.map(({ data }) => data)).toEqual(['anew']);
});

it('[P6] an outsider sets no door, splits nothing, invites nobody, answers for nobody', async () => {
  const [ada, bob, eve] = await threeOfWhomTwoTalk();
  await ada.actions.talk.setState('closed');
  const { connection } = eve;
  expect(await connection.request('setState', { state: 'amongUs' })).toEqual({ refused: 'notInConversation' });
  expect(await connection.request('split', {})).toEqual({ refused: 'notInConversation' });
  expect(await connection.request('ask', { kind: 'walk' })).toEqual({ refused: 'notInConversation' });
  expect(await connection.request('ask', { kind: 'join', person: ada.id })).toEqual({ refused: 'notInConversation' });
  expect(await connection.request('ask', { kind: 'knock', person: 'nobody' })).toEqual({ refused: 'notHere' });
  expect(await connection.request('say', { to: { kind: 'conversation' }, text: 'hello' })).toEqual({ refused: 'notInConversation' });
  const asked = await connection.request('ask', { kind: 'knock', person: ada.id });
  if ('refused' in asked) throw new Error(asked.refused);
  // she lets herself in
  expect(await connection.request('answerAsk', { ask: asked.ask, answer: 'yes' })).toEqual({ refused: 'notAllowed' });
  expect(await connection.request('answerAsk', { ask: 'guessed', answer: 'yes' })).toEqual({ refused: 'notThere' });
  await until(() => ada.world.talk.asks.peek().length === 1, 'Ada is asked');
  // another's ask is not withdrawn
  bob.connection.send('withdraw', { ask: asked.ask });
  expect(await bob.connection.request('answerAsk', { ask: asked.ask, answer: 'notNow' })).toEqual({ ok: true });
  expect(talkTogether(ada, bob)).toBe(true);
  expect(ada.world.talk.conversation.peek()?.state).toBe('closed');
});

it('[P6] a listener sends nothing, whatever their client says, and has no say', async () => {
  const [ada, bob, eve] = await threeOfWhomTwoTalk();
  await ada.actions.talk.setState('outLoud');
  await standAt(eve, 41, 31);
  await until(() => listenersOf(ada).includes(eve.id), 'Eve listens');
  eve.signalling.publishing({ microphone: true, camera: true, screen: true });
  eve.connection.send('media', { epoch: epochOf(eve), signal: { kind: 'unpublish', as: 'microphone' } });
  expect(await eve.connection.request('setState', { state: 'closed' })).toEqual({ refused: 'notInConversation' });
  expect(await eve.connection.request('say', { to: { kind: 'conversation' }, text: 'hello' })).toEqual({ refused: 'notInConversation' });
  bob.signalling.publishing({ microphone: true, camera: false, screen: false });
  const row = (person: Inside) => ada.world.talk.conversation.peek()?.members.find(({ personId }) => personId === person.id);
  await until(() => row(bob)?.microphone === true, "Bob's microphone is on");
  expect(row(eve)).toMatchObject({ role: 'listener', microphone: false, camera: false, screen: false });
});
