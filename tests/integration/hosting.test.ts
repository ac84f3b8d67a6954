// What hosts do to somebody: close their microphone, send them out, ban them; with real clients, also such as do not obey.
import type { Rank } from '@comptoir/shared/people';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { enterAs } from '../support/door.ts';
import { type Inside, tryToEnter, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { askForPlace, closeCodeOf, joinBarely } from '../support/joinBarely.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { meetAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ TRUST_PROXY: '1' });

const callOf = (person: Inside) => person.world.talk.conversation.peek()?.call;
const memberOf = (viewer: Inside, { id }: Inside) => viewer.world.talk.conversation.peek()?.members.find(({ personId }) => personId === id);
const enter = (name: string, rank: Rank = 'visitor') => enterAs(office, rank, name);
const bannedOf = async (host: Inside) => {
  const answer = await host.connection.request('bans', {});
  return 'refused' in answer ? [] : answer.list;
};

it('[P30] a muted microphone is closed at once, and its calls go over the media server from then on', async () => {
  const [hana, ada, bob] = [await enter('Hana', 'host'), await enter('Ada'), await enter('Bob', 'member')];
  await meetAt(37, 30, ada, bob);
  ada.signalling.publishing({ microphone: true, camera: true, screen: false });
  await until(() => memberOf(bob, ada)?.microphone === true, 'Bob hears Ada');
  const before = callOf(bob);
  expect(before?.transport).toBe('mesh');
  let micWhenTold: boolean | undefined;
  ada.world.hosting.muted.subscribe((muted) => {
    if (muted) micWhenTold ??= memberOf(ada, ada)?.microphone;
  });

  expect(await hana.connection.request('mute', { personId: ada.id })).toEqual({ ok: true });
  expect(ada.world.hosting.muted.peek()).toEqual({ by: hana.id });
  // told before the call is made anew: what her page says of it then is that it is closed
  expect(micWhenTold).toBe(true);
  await until(() => memberOf(bob, ada)?.microphone === false, 'Bob knows');
  expect(memberOf(bob, ada)).toMatchObject({ microphone: false, camera: true });
  expect(callOf(bob)).toEqual({ transport: 'sfu', epoch: expect.any(Number) });
  expect(callOf(bob)?.epoch).not.toBe(before?.epoch);
  ada.signalling.publishing({ microphone: true, camera: true, screen: false });
  await until(() => memberOf(bob, ada)?.microphone === true, 'she opened it again');
  expect(callOf(bob)?.transport).toBe('sfu');
  expect((await actsOf(hana))[0]).toBe('Hana · mute · Ada');
});

it('[P30] nobody acts upon their like, upon hosts and admins, or without being one', async () => {
  const [hana, ivo, ada, root] = [
    await enter('Hana', 'host'),
    await enter('Ivo', 'host'),
    await enter('Ada'),
    await enter('Root', 'admin'),
  ];
  const upon = (who: Inside, { id: personId }: Pick<Inside, 'id'>) => [
    who.connection.request('mute', { personId }),
    who.connection.request('sendOut', { personId, reason: '' }),
    who.connection.request('ban', { personId, reason: '', hours: null, network: false }),
  ];
  const refused = async (asked: Promise<unknown>[], reason: string) =>
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ refused: reason })));
  await refused(upon(hana, ivo), 'aboveYou');
  await refused(upon(hana, root), 'aboveYou');
  await refused(upon(hana, hana), 'invalid');
  await refused(upon(hana, { id: 'nobody' }), 'notHere');
  for (const member of [ada, await enter('Mia', 'member')]) await refused(upon(member, hana), 'notAllowed');
  expect(await ada.connection.request('bans', {})).toEqual({ refused: 'notAllowed' });
  expect(await ada.connection.request('liftBan', { ban: 'x' })).toEqual({ refused: 'notAllowed' });
  expect(await ada.connection.request('audit', {})).toEqual({ refused: 'notAllowed' });
  // an admin reaches everybody
  expect(await root.connection.request('mute', { personId: ivo.id })).toEqual({ ok: true });
});

it('[P31] whoever is sent out is gone at once, and not let in again by a reload, a new tab or a reconnection', async () => {
  const [hana, eve] = [await enter('Hana', 'host'), await enter('Eve')];
  const { id, ticket } = eve;
  expect(await hana.connection.request('sendOut', { personId: id, reason: ' spam \u202e ' })).toEqual({ ok: true });
  expect(office.ids()).not.toContain(id);
  await until(() => eve.connection.ended.peek() === 'removed', 'Eve knows');
  expect(eve.connection.phase.peek()).toBe('ended');
  await until(() => !hana.world.people.peek().has(id), 'nobody sees her any more');
  expect(await tryToEnter(office.open.url, { name: 'Eve', ticket })).toEqual({ refused: 'banned' });
  expect(await tryToEnter(office.open.url, { name: 'Somebody else', ticket })).toEqual({ refused: 'banned' });
  const [ban] = await bannedOf(hana);
  expect(ban).toMatchObject({ name: 'Eve', reason: 'spam', by: 'Hana', network: false });
  expect(((ban?.untilMs ?? 0) - Date.now()) / tuning.sentOutMs).toBeCloseTo(1, 1);
  expect((await actsOf(hana))[0]).toBe('Hana · sendOut · Eve · spam');

  expect(await hana.connection.request('liftBan', { ban: ban?.id ?? '' })).toEqual({ ok: true });
  expect(await hana.connection.request('liftBan', { ban: ban?.id ?? '' })).toEqual({ refused: 'notThere' });
  const back = await office.enter('Eve', { ticket });
  expect(back.id).toBe(id);
  expect((await actsOf(hana))[0]).toBe('Hana · liftBan · Eve');
});

it('[P31] a client that does not go is not heard, not told anything, and cut off', async () => {
  const hana = await enter('Hana', 'host');
  const { room, welcome, closed } = await joinWithSdk(office.open.url, { name: 'Eve' });
  const { personId } = welcome;
  // its browser never answers the goodbye
  const server = office.open.room().clientOf.get(personId);
  (server as unknown as { ref: { close(): void } }).ref.close = () => undefined;
  expect(await hana.connection.request('sendOut', { personId, reason: '' })).toEqual({ ok: true });
  expect(office.ids()).not.toContain(personId);
  room.send('emote', { emote: 'wave' });
  expect(await room.request('say', { to: { kind: 'office' }, text: 'still here' })).toEqual({ refused: 'tooManyMessages' });
  expect(await closed).not.toBe(CLOSE.left);
  expect(hana.world.talk.lines.peek().size).toBe(0);
});

it('[P31] also somebody whose connection is lost while their place is held', async () => {
  const [hana, eve] = [await enter('Hana', 'host'), await enter('Eve')];
  const { id, ticket } = eve;
  (office.open.room().clientOf.get(id) as unknown as { ref: { terminate(): void } }).ref.terminate();
  await until(() => office.occupant(id).lostTick !== undefined, 'her place is held');
  expect(await hana.connection.request('sendOut', { personId: id, reason: '' })).toEqual({ ok: true });
  expect(office.ids()).not.toContain(id);
  expect(await tryToEnter(office.open.url, { name: 'Eve', ticket })).toEqual({ refused: 'banned' });
});

async function newDevice(): Promise<string> {
  const device = await fetch(`${office.open.url}/api/device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return device.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Comes in from this device or address. @returns their socket and who they are */
async function comeIn(name: string, more: { cookie?: string; address?: string }) {
  const before = office.ids();
  const socket = await joinBarely(office.open.url, { options: { name }, ...more });
  const added = (): string | undefined => office.ids().find((id) => !before.includes(id));
  await until(() => added() !== undefined, `${name} is in`);
  return { socket, id: added() ?? '', closed: closeCodeOf(socket) };
}

it('[P32] a ban is of the device: whoever else is inside from it goes, and no other name helps', async () => {
  const [hana, cookie] = [await enter('Hana', 'host'), await newDevice()];
  const eve = await comeIn('Eve', { cookie });
  const twin = await comeIn('Twin', { cookie });
  const ann = await comeIn('Ann', { cookie: await newDevice() });
  const answer = await hana.connection.request('ban', { personId: eve.id, reason: 'again', hours: null, network: false });
  expect(answer).toEqual({ ok: true, ban: expect.any(String) });
  expect([await eve.closed, await twin.closed]).toEqual([CLOSE.removed, CLOSE.removed]);
  expect(office.ids()).toContain(ann.id);
  expect((await askForPlace(office.open.url, { options: { name: 'New name' }, cookie })).status).toBe(403);
  expect((await bannedOf(hana)).find(({ name }) => name === 'Eve')).toMatchObject({ untilMs: null, reason: 'again' });
  expect((await actsOf(hana))[0]).toBe('Hana · ban · Eve · for ever: again');
  ann.socket.close();
});

it('[P32] a place that was asked for before the ban is not taken after it', async () => {
  const hana = await enter('Hana', 'host');
  const eve = await office.enter('Eve');
  const seat = await askForPlace(office.open.url, { options: { name: 'Eve', ticket: eve.ticket } });
  const { processId, roomId, sessionId } = (await seat.json()) as Record<string, string>;
  await hana.connection.request('ban', { personId: eve.id, reason: '', hours: 1, network: false });
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${office.open.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`);
  await closeCodeOf(socket);
  expect(office.ids()).not.toContain(eve.id);
});

it('[P32] a device that is a host’s too is not banned by another host', async () => {
  const [hana, root, cookie] = [await enter('Hana', 'host'), await enter('Root', 'admin'), await newDevice()];
  const boss = await comeIn('Boss', { cookie });
  await office.open.room().parts.store.persons.setRank({ personId: boss.id, rank: 'host' });
  const alias = await comeIn('Alias', { cookie });
  const ban = { personId: alias.id, reason: '', hours: 1, network: false };
  expect(await hana.connection.request('ban', ban)).toEqual({ refused: 'aboveYou' });
  expect(office.ids()).toContain(alias.id);
  expect(await root.connection.request('ban', ban)).toMatchObject({ ok: true });
  expect(await alias.closed).toBe(CLOSE.removed);
});

it('[P32] a ban of the network keeps out whoever comes from it, but never that of a host who is here', async () => {
  const hana = await enter('Hana', 'host');
  const near = await office.enter('Near');
  const ban = { reason: '', hours: 1, network: true };
  expect(await hana.connection.request('ban', { ...ban, personId: near.id })).toEqual({ refused: 'sameNetwork' });
  const far = await comeIn('Far', { address: '203.0.113.7' });
  const same = await comeIn('Same', { address: '203.0.113.7' });
  const other = await comeIn('Other', { address: '203.0.113.8' });
  expect(await hana.connection.request('ban', { ...ban, personId: far.id })).toMatchObject({ ok: true });
  expect([await far.closed, await same.closed]).toEqual([CLOSE.removed, CLOSE.removed]);
  expect(office.ids()).toContain(other.id);
  expect((await askForPlace(office.open.url, { options: { name: 'X' }, address: '203.0.113.7' })).status).toBe(403);
  expect((await askForPlace(office.open.url, { options: { name: 'X' }, address: '203.0.113.9' })).status).toBe(200);
  expect((await bannedOf(hana))[0]).toMatchObject({ network: true });
  other.socket.close();
});

it('[P32] somebody who has left is banned by what is known of them', async () => {
  const [hana, eve] = [await enter('Hana', 'host'), await office.enter('Eve')];
  const { id, ticket } = eve;
  eve.leave();
  await until(() => !office.ids().includes(id), 'Eve has left');
  expect(await hana.connection.request('sendOut', { personId: id, reason: '' })).toEqual({ refused: 'notHere' });
  expect(await hana.connection.request('ban', { personId: id, reason: '', hours: 1, network: false })).toMatchObject({ ok: true });
  expect(await tryToEnter(office.open.url, { name: 'Eve', ticket })).toEqual({ refused: 'banned' });
});

it('[P36] the book holds who did what upon whom and when, of this office and of all of them, and nothing that was said', async () => {
  const [hana, ada, eve] = [await enter('Hana', 'host'), await enter('Ada'), await enter('Eve')];
  await meetAt(37, 30, ada, eve);
  await ada.connection.request('say', { to: { kind: 'conversation' }, text: 'a secret of two' });
  const fromMs = Date.now();
  await ada.connection.request('report', { personId: eve.id, text: 'told to the hosts only' });
  const reports = await hana.connection.request('reports', {});
  await hana.connection.request('settleReport', { report: 'ok' in reports ? (reports.list[0]?.id ?? '') : '' });
  await hana.connection.request('endConversation', { number: ada.world.talk.conversation.peek()?.number ?? 0 });
  const { audit } = office.open.room().parts.store;
  // what is of one millisecond has no order
  const entry = { atMs: Date.now() + 1, byName: '', act: 'ban', target: 'Mallory', details: '' };
  await audit.add({ ...entry, entryId: 'of all', office: null });
  await audit.add({ ...entry, entryId: 'of another', office: 'another', target: 'Nobody of here' });
  const book = await hana.connection.request('audit', {});
  if ('refused' in book) throw new Error(book.refused);
  expect(book.list.slice(0, 3).map(({ by, act, target }) => [by, act, target])).toEqual([
    ['', 'ban', 'Mallory'],
    ['Hana', 'endConversation', expect.stringMatching(/^(Ada, Eve|Eve, Ada)$/)],
    ['Hana', 'settleReport', 'Eve'],
  ]);
  for (const { atMs } of book.list.slice(0, 3)) expect(atMs).toBeGreaterThanOrEqual(fromMs);
  expect(JSON.stringify(book)).not.toMatch(/secret|told to the hosts|Nobody of here/);

  // a year and a day
  await audit.prune({ beforeMs: Date.now() + 1 });
  expect(await actsOf(hana)).toEqual([]);
});
