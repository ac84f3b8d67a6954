// Two of whom one blocks the other: real clients, one of them as forged as can be, and a third who notices nothing.
import { expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { meetAt, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const conversationOf = (person: Inside) => person.world.talk.conversation.peek();
const memberOf = (viewer: Inside, { id }: Inside) => conversationOf(viewer)?.members.find(({ personId }) => personId === id);
const block = (who: Inside, { id: personId }: Inside, blocked = true) => who.connection.request('block', { personId, blocked });
const wait = async (ms: number): Promise<void> => {
  const fromMs = performance.now();
  await until(() => performance.now() - fromMs > ms, 'time passes');
};
const textsOf = (person: Inside): string[] => [...person.world.talk.lines.peek().values()].flat().map(({ text }) => text);
const spokenTo = (person: Inside): string[] => (person.world.talk.lines.peek().get('conversation') ?? []).map(({ text }) => text);

it('[P37] who talk as two are parted, the blocked one is told nothing, and it stays so over visits', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  await meetAt(37, 30, ada, bob);
  expect(await block(ada, ada)).toEqual({ refused: 'invalid' });
  expect(await ada.connection.request('block', { personId: 'nobody', blocked: true })).toEqual({ refused: 'notHere' });
  expect(await block(ada, bob)).toEqual({ ok: true });
  await until(() => conversationOf(ada) === undefined && conversationOf(bob) === undefined, 'they are parted');
  await until(() => ada.world.hosting.blocks.peek().has(bob.id), 'Ada sees whom she blocks');
  expect(bob.world.hosting.blocks.peek().size).toBe(0);
  await wait(1500);
  expect([conversationOf(ada), conversationOf(bob)]).toEqual([undefined, undefined]);
  expect(await bob.connection.request('approach', { personId: ada.id })).toEqual({ refused: 'doNotDisturb' });
  expect(await ada.connection.request('approach', { personId: bob.id })).toEqual({ refused: 'doNotDisturb' });
  expect(await bob.connection.request('ask', { kind: 'talk', person: ada.id })).toEqual({ refused: 'doNotDisturb' });
  expect(await bob.connection.request('say', { to: { kind: 'person', id: ada.id }, text: 'why?' })).toMatchObject({ ok: true });
  expect(await bob.connection.request('say', { to: { kind: 'office' }, text: 'hello all' })).toMatchObject({ ok: true });
  expect(await ada.connection.request('say', { to: { kind: 'person', id: bob.id }, text: 'no' })).toEqual({ refused: 'doNotDisturb' });
  expect(textsOf(ada)).toEqual([]);

  const [adaTicket, bobTicket] = [ada.ticket, bob.ticket];
  for (const person of [ada, bob]) person.leave();
  await until(() => office.ids().length === 0, 'both have left');
  const bobAgain = await office.enter('Bob', { ticket: bobTicket });
  const adaAgain = await office.enter('Ada', { ticket: adaTicket });
  await until(() => adaAgain.world.hosting.blocks.peek().has(bobAgain.id), 'it is kept');
  await bobAgain.connection.request('say', { to: { kind: 'office' }, text: 'still here' });
  expect(textsOf(adaAgain)).toEqual([]);
  await meetBeside(adaAgain, bobAgain);
  expect(conversationOf(adaAgain)).toBeUndefined();

  expect(await block(adaAgain, bobAgain, false)).toEqual({ ok: true });
  await until(() => talkTogether(adaAgain, bobAgain), 'they talk again');
  expect(adaAgain.world.hosting.blocks.peek().size).toBe(0);
});

async function meetBeside(ada: Inside, bob: Inside): Promise<void> {
  await Promise.all([standAt(ada, 37, 30), standAt(bob, 38, 30)]);
  await wait(1500);
}

it('[P37] with a third both are in it, and neither counts the other among those who hear them', async () => {
  const [ada, bob, cem] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cem')];
  await meetAt(37, 30, ada, cem, bob);
  const before = conversationOf(cem)?.call;
  expect(before?.transport).toBe('mesh');
  for (const person of [ada, bob, cem]) person.signalling.publishing({ microphone: true, camera: false, screen: false });
  await until(() => memberOf(ada, bob)?.microphone === true && memberOf(cem, bob)?.microphone === true, 'all three speak');
  const heardByAda: string[] = [];
  ada.signalling.onMember((from, _epoch, data) => heardByAda.push(`${from} ${data}`));

  await block(ada, bob);
  await until(() => memberOf(ada, bob)?.apart === true && memberOf(bob, ada)?.apart === true, 'both sides know');
  expect(talkTogether(ada, bob, cem)).toBe(true);
  expect(memberOf(ada, bob)).toMatchObject({ microphone: false });
  expect(memberOf(bob, ada)).toMatchObject({ microphone: false });
  for (const other of [ada, bob]) {
    expect(memberOf(cem, other)).toMatchObject({ microphone: true });
    expect(memberOf(cem, other)).not.toHaveProperty('apart');
  }
  // the link that they had belongs to a call that is over
  const { transport, epoch = 0 } = conversationOf(cem)?.call ?? {};
  expect(transport).toBe('sfu');
  expect(epoch).not.toBe(before?.epoch);
  for (const meant of [before?.epoch ?? 0, epoch]) bob.signalling.toMember(ada.id, meant, 'a link of my own');

  await bob.connection.request('say', { to: { kind: 'conversation' }, text: 'of Bob' });
  await ada.connection.request('say', { to: { kind: 'conversation' }, text: 'of Ada' });
  await cem.connection.request('say', { to: { kind: 'conversation' }, text: 'of Cem' });
  bob.connection.send('typing', { to: { kind: 'conversation' } });
  await until(() => spokenTo(ada).includes('of Cem') && spokenTo(bob).includes('of Cem'), 'both read Cem');
  expect(spokenTo(ada)).toEqual(['of Cem']);
  expect(spokenTo(bob)).toEqual(['of Cem']);
  expect(spokenTo(cem)).toEqual(['of Bob', 'of Ada']);
  await until(() => cem.world.talk.typing.peek().get('conversation')?.has(bob.id) === true, 'Cem sees Bob write');
  expect(ada.world.talk.typing.peek().get('conversation')).toBeUndefined();
  expect(heardByAda).toEqual([]);

  // the third leaves: they are not left to one another
  await standAt(cem, 44, 34);
  await until(() => conversationOf(ada) === undefined && conversationOf(bob) === undefined, 'they are parted');
});
