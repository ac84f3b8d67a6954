// What hosts do to conversations and to everybody: end one with a warning, call together; and that none of it opens a closed door.
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { enterAs } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { circleOf, meetAt, standAt, talkTogether } from '../support/talking.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const conversationOf = (person: Inside) => person.world.talk.conversation.peek();
const numberOf = (person: Inside): number => conversationOf(person)?.number ?? 0;
const endingOf = (person: Inside) => person.world.hosting.ending.peek();
const leftMs = (person: Inside): number => ((endingOf(person)?.untilTick ?? 0) - office.open.room().tickNow()) * tuning.tickMs;

it('[P33] members are warned, whoever comes as well, then they part and do not fall back together', async () => {
  const [hana, ada, bob, cem] = [
    await enterAs(office, 'host', 'Hana'),
    await office.enter('Ada'),
    await office.enter('Bob'),
    await office.enter('Cem'),
  ];
  await standAt(hana, 44, 34);
  await meetAt(37, 30, ada, bob);
  const number = numberOf(ada);
  const answer = await hana.connection.request('endConversation', { number });
  expect(answer).toEqual({ ok: true, untilTick: expect.any(Number) });
  await until(() => endingOf(ada) !== undefined && endingOf(bob) !== undefined, 'both are warned');
  expect(endingOf(ada)).toEqual({ by: hana.id, untilTick: 'ok' in answer && answer.untilTick });
  expect(leftMs(ada)).toBeGreaterThan(tuning.endingMs - 1500);
  // whoever ends it hears nothing of it
  expect(conversationOf(hana)).toBeUndefined();
  expect(endingOf(hana)).toBeUndefined();
  // a second word of a host changes nothing
  expect(await hana.connection.request('endConversation', { number })).toEqual(answer);

  await standAt(cem, 39, 30);
  await until(() => circleOf(ada).includes(cem.id), 'Cem comes meanwhile');
  await until(() => endingOf(cem) !== undefined, 'and is warned');
  expect(circleOf(hana)).toEqual([]);
  await until(
    () => conversationOf(ada) === undefined && conversationOf(bob) === undefined && conversationOf(cem) === undefined,
    'it is over',
    14_000,
  );
  expect(office.open.room().tickNow()).toBeGreaterThanOrEqual('ok' in answer ? answer.untilTick : Number.POSITIVE_INFINITY);
  await until(() => [ada, bob, cem].every((person) => endingOf(person) === undefined), 'the warning is gone');
  const thenMs = performance.now();
  await until(() => performance.now() - thenMs > 2000, 'they go on standing there');
  expect([ada, bob, cem].map(conversationOf)).toEqual([undefined, undefined, undefined]);
  expect((await actsOf(hana))[0]).toMatch(/^Hana · endConversation · (Ada, Bob|Bob, Ada)$/);
});

it('[P33] what ends by itself before warns nobody any more', async () => {
  const [hana, ada, bob] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada'), await office.enter('Bob')];
  await meetAt(37, 30, ada, bob);
  await hana.connection.request('endConversation', { number: numberOf(ada) });
  await until(() => endingOf(ada) !== undefined, 'they are warned');
  ada.actions.talk.goodbye.peek()?.();
  await until(() => conversationOf(bob) === undefined, 'it ended by itself');
  await until(() => endingOf(ada) === undefined && endingOf(bob) === undefined, 'nobody is warned any more');
});

it('[P33] only hosts end conversations, and only such as there are', async () => {
  const [hana, ada, bob] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada'), await enterAs(office, 'member', 'Bob')];
  await meetAt(37, 30, ada, bob);
  expect(await bob.connection.request('endConversation', { number: numberOf(ada) })).toEqual({ refused: 'notAllowed' });
  expect(await ada.connection.request('gather', { on: true })).toEqual({ refused: 'notAllowed' });
  expect(await hana.connection.request('endConversation', { number: 65_000 })).toEqual({ refused: 'notThere' });
  expect(talkTogether(ada, bob)).toBe(true);
});

it.each(['host', 'admin'] as const)(
  '[P38] a %s is kept out of a closed conversation like everybody, and is seen where they are in',
  async (rank) => {
    const [hana, ada, bob] = [await enterAs(office, rank, 'Hana'), await office.enter('Ada'), await office.enter('Bob')];
    await meetAt(37, 30, ada, bob);
    await ada.actions.talk.setState('closed');
    await until(() => conversationOf(bob)?.state === 'closed', 'the door is closed');
    const heard: unknown[] = [];
    hana.world.talk.heard.subscribe((line) => line && heard.push(line));
    // beside them, by nearness and by placing herself there
    await standAt(hana, 37, 31);
    expect(await hana.connection.request('beThere', { kind: 'person', id: ada.id })).toMatchObject({ ok: true });
    expect(await hana.connection.request('approach', { personId: ada.id })).toEqual({ refused: 'closed' });
    expect(await hana.connection.request('say', { to: { kind: 'conversation' }, text: 'hello' })).toEqual({ refused: 'notInConversation' });
    await ada.connection.request('say', { to: { kind: 'conversation' }, text: 'a secret' });
    hana.connection.send('media', { epoch: conversationOf(ada)?.call?.epoch ?? 0, signal: { kind: 'subscribe' } });
    hana.signalling.toMember(ada.id, conversationOf(ada)?.call?.epoch ?? 0, 'let me in');
    const thenMs = performance.now();
    await until(() => performance.now() - thenMs > tuning.dwellMs + 600, 'she stands there');
    expect(conversationOf(hana)).toBeUndefined();
    expect(heard).toEqual([]);
    expect(talkTogether(ada, bob)).toBe(true);

    const asked = await hana.connection.request('ask', { kind: 'knock', person: ada.id });
    await ada.connection.request('answerAsk', { ask: 'ok' in asked ? asked.ask : '', answer: 'yes' });
    await until(() => conversationOf(hana) !== undefined, 'let in, she is in');
    await until(() => [ada, bob].every((person) => circleOf(person).includes(hana.id)), 'and everybody sees it');
  },
);

it('[P38] nor into a room whose door is closed', async () => {
  const { areas } = office.open.room().floor.office.ground.map;
  const room = areas.find(({ traits }) => traits.conversation === 'meeting')?.id ?? '';
  const [root, ada] = [await enterAs(office, 'admin', 'Root'), await office.enter('Ada')];
  expect(await ada.connection.request('beThere', { kind: 'area', id: room })).toMatchObject({ ok: true });
  await until(() => conversationOf(ada) !== undefined, 'Ada is in the room');
  await ada.actions.talk.setState('closed');
  expect(await root.connection.request('beThere', { kind: 'area', id: room })).toMatchObject({ ok: true });
  const thenMs = performance.now();
  await until(() => performance.now() - thenMs > 1000, 'Root stands inside the walls');
  expect(conversationOf(root)).toBeUndefined();
  expect(await root.connection.request('approach', { personId: ada.id })).toEqual({ refused: 'closed' });
  expect(circleOf(ada)).toEqual([ada.id]);
});

it('[P34] a host calls everybody: told to all, also to who comes later; nobody is moved', async () => {
  const [hana, ada] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada')];
  ada.connection.send('availability', { availability: 'doNotDisturb' });
  await hana.actions.walkTo({ area: 'square' }, 'run');
  const stood = office.place(ada);
  const gatheringOf = (person: Inside) => person.world.hosting.gathering.peek();
  expect(await hana.connection.request('gather', { on: true })).toEqual({ ok: true });
  await until(() => gatheringOf(ada) !== undefined, 'Ada is called');
  expect(gatheringOf(ada)).toEqual({ by: hana.id, name: 'Hana', rank: 'host', area: 'square', untilTick: expect.any(Number) });
  expect(((gatheringOf(ada)?.untilTick ?? 0) - office.open.room().tickNow()) * tuning.tickMs).toBeGreaterThan(tuning.gatheringMs - 2000);
  const late = await office.enter('Late');
  await until(() => gatheringOf(late)?.by === hana.id, 'whoever comes later is called too');
  await until(() => gatheringOf(hana)?.by === hana.id, 'whoever calls sees that it stands');
  expect(isNear(office.place(ada), stood, 0)).toBe(true);

  const ivo = await enterAs(office, 'host', 'Ivo');
  await until(() => gatheringOf(ivo)?.by === hana.id, 'Ivo too');
  expect(await ivo.connection.request('gather', { on: true })).toEqual({ ok: true });
  await until(() => gatheringOf(ada)?.by === ivo.id && gatheringOf(hana)?.by === ivo.id, 'the latest counts');
  expect(await ivo.connection.request('gather', { on: false })).toEqual({ ok: true });
  await until(() => gatheringOf(ada) === undefined, 'it is taken back');
  expect(await hana.connection.request('gather', { on: true })).toEqual({ ok: true });
  await until(() => gatheringOf(ada)?.by === hana.id, 'called again');
  hana.leave();
  await until(() => gatheringOf(ada) === undefined, 'it ends when she leaves');
  expect(await ivo.connection.request('gather', { on: true })).toEqual({ refused: 'tooMany' });
});
