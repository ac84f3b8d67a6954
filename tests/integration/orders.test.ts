// What whoever runs the server orders while it runs, as people inside see it; what the commands say of it is in adminCommands.test.ts.
import type { Order, OrderOutcome } from '@comptoir/server/store/orders';
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { enterAs, linkFromCommand } from '../support/door.ts';
import { type Inside, tryToEnter, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { meetAt, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const conversationOf = (person: Inside) => person.world.talk.conversation.peek();
const memberOf = (viewer: Inside, { id }: Inside) => conversationOf(viewer)?.members.find(({ personId }) => personId === id);
const noticeOf = (person: Inside) => person.world.hosting.notice.peek()?.text;
const gatheringOf = (person: Inside) => person.world.hosting.gathering.peek();

/** @returns what the room said of it, within 5 s */
async function give(order: Order): Promise<OrderOutcome | undefined> {
  const { orders } = office.open.room().parts.store;
  const orderId = `${Math.random()}`;
  await orders.add({ orderId, office: 'office', order, atMs: Date.now() });
  const untilMs = performance.now() + 5000;
  for (;;) {
    const outcome = await orders.outcomeOf({ orderId });
    if (outcome !== undefined || performance.now() > untilMs) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('[P70] by command a host is sent out, and not let in again', async () => {
  const [hana, ivo] = [await enterAs(office, 'host', 'Hana'), await enterAs(office, 'host', 'Ivo')];
  const { id, ticket } = hana;
  expect(await give({ act: 'sendOut', personId: id, reason: 'late' })).toEqual({ ok: true });
  await until(() => hana.connection.ended.peek() === 'removed', 'Hana knows');
  expect(office.ids()).not.toContain(id);
  expect(await tryToEnter(office.open.url, { name: 'Another', ticket })).toEqual({ refused: 'banned' });
  expect((await actsOf(ivo))[0]).toBe('sendOut · Hana · late');
  expect(await give({ act: 'sendOut', personId: id, reason: '' })).toEqual({ refused: 'notHere' });
});

it('[P70] by command a microphone is closed and a conversation ended, of a host too, and the book says so', async () => {
  const [hana, ada] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada')];
  await meetAt(37, 30, hana, ada);
  hana.signalling.publishing({ microphone: true, camera: false, screen: false });
  await until(() => memberOf(ada, hana)?.microphone === true, 'Ada hears Hana');
  expect(await give({ act: 'mute', personId: hana.id })).toEqual({ ok: true });
  await until(() => memberOf(ada, hana)?.microphone === false, 'she does not any more');
  expect(hana.world.hosting.muted.peek()).toEqual({ by: '' });
  hana.signalling.publishing({ microphone: true, camera: false, screen: false });
  await until(() => memberOf(ada, hana)?.microphone === true, 'she opened it again');

  const ends = await give({ act: 'endConversation', personId: ada.id });
  expect(ends).toEqual({ ok: true, names: expect.arrayContaining(['Ada', 'Hana']) });
  await until(() => [ada, hana].every(({ world }) => world.hosting.ending.peek()?.by === ''), 'both are warned');
  const leftMs = ((ada.world.hosting.ending.peek()?.untilTick ?? 0) - office.open.room().tickNow()) * tuning.tickMs;
  expect(leftMs).toBeGreaterThan(tuning.endingMs / 2);
  const alone = await office.enter('Alone');
  expect(await give({ act: 'endConversation', personId: alone.id })).toEqual({ refused: 'notTalking' });
  const [end, mute] = await actsOf(hana);
  expect([end, mute]).toEqual([expect.stringMatching(/^endConversation · (Ada, Hana|Hana, Ada)$/), 'mute · Hana']);
});

it('[P72] by command all are called to a place, or around a host, but who is kept from there is not', async () => {
  const [hana, ada] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada')];
  const client = await office.enter('Gil', { invite: await linkFromCommand(office, 'visitor', 'canteen') });
  await standAt(hana, 37, 30);
  const refused: Order[] = [{ act: 'gather', area: 'nowhere' }, { act: 'gather', personId: ada.id }, { act: 'gather' }];
  const why = await Promise.all([...refused, { act: 'gather', area: 'square' } as const].map((order) => give(order)));
  expect(why).toEqual([{ refused: 'notThere' }, { refused: 'noHost' }, { refused: 'notThere' }, { ok: true }]);
  await until(() => gatheringOf(ada)?.area === 'square', 'Ada is called');
  expect(gatheringOf(hana)).toMatchObject({ by: '', name: '', area: 'square' });
  const late = await office.enter('Late');
  await until(() => gatheringOf(late)?.area === 'square', 'whoever comes later too');
  expect(gatheringOf(client)).toBeUndefined();

  expect(await give({ act: 'gather', personId: hana.id })).toEqual({ ok: true });
  await until(() => gatheringOf(ada)?.by === hana.id, 'the latest counts');
  expect(await give({ act: 'gather' })).toEqual({ ok: true });
  await until(() => gatheringOf(ada) === undefined, 'it is over');
  expect((await actsOf(hana)).slice(0, 2)).toEqual(['gather · off', 'gather · square']);
});

it('[P73] what is announced in writing reaches all who may be disturbed, also who comes, and is not in the book', async () => {
  const [hana, ada, quiet] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada'), await office.enter('Quiet')];
  const client = await office.enter('Gil', { invite: await linkFromCommand(office, 'visitor', 'canteen') });
  quiet.connection.send('availability', { availability: 'doNotDisturb' });
  await until(() => office.occupant(quiet).availability === 'doNotDisturb', 'Quiet is not to be disturbed');
  expect(await give({ act: 'notice', text: 'We close at ten.' })).toEqual({ ok: true, people: 2 });
  await until(() => [hana, ada].every((person) => noticeOf(person) === 'We close at ten.'), 'all read it');
  const late = await office.enter('Late');
  await until(() => noticeOf(late) !== undefined, 'whoever comes too');
  expect([quiet, client].map(noticeOf)).toEqual([undefined, undefined]);
  quiet.connection.send('availability', { availability: 'available' });
  await until(() => noticeOf(quiet) !== undefined, 'and who may be disturbed again');
  expect(noticeOf(client)).toBeUndefined();
  const book = await actsOf(hana);
  expect(book[0]).toBe('notice');
  expect(book.join()).not.toContain('close at ten');
});

it('[P71] old orders, those of another office and of another version do nothing', async () => {
  const ada = await office.enter('Ada');
  const sendOut: Order = { act: 'sendOut', personId: ada.id, reason: '' };
  const { orders } = office.open.room().parts.store;
  await orders.add({ orderId: 'old', office: 'office', order: sendOut, atMs: Date.now() - 61_000 });
  await orders.add({ orderId: 'another', office: 'another', order: sendOut, atMs: Date.now() });
  expect(await give({ act: 'paintWalls' } as unknown as Order)).toEqual({ refused: 'unknown' });
  expect(await Promise.all(['old', 'another'].map((orderId) => orders.outcomeOf({ orderId })))).toEqual([undefined, undefined]);
  expect(office.ids()).toContain(ada.id);
});
