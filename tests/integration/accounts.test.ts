// Accounts over a real server: a guest who makes one loses nothing, a second device is the same person, and nobody else ever is.
import { CLOSE } from '@comptoir/shared/protocol/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, untilClosed, wayIn } from '../support/Browser.ts';
import { until } from '../support/enterOffice.ts';
import { closeCodeOf } from '../support/joinBarely.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { onRecords } from '../support/onRecords.ts';
import { type OpenOffice, openOffice } from '../support/openOffice.ts';

const DAY_MS = 86_400_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let mail: MailSink;
let office: OpenOffice;
beforeAll(async () => {
  mail = await openMailSink();
  office = await openOffice({
    SMTP_URL: mail.url,
    MAIL_FROM: 'office@example.org',
    TRUST_PROXY: '1',
    PUBLIC_URL: 'http://office.localhost',
  });
});
afterAll(async () => {
  Browser.closeAll();
  await office.close();
  await mail.close();
});

/** Each at an address of its own: limits are another test's. */
const browser = (userAgent = FIREFOX): Browser =>
  new Browser(office.url, { userAgent, address: `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}` });
const addressOf = (name: string): string => `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.org`;

async function letterFor(from: Browser, email: string, more: object = {}): Promise<{ link: string; code: string }> {
  expect((await from.post('/api/account/email', { email, language: 'en', ...more })).status).toBe(202);
  return wayIn((await mail.next(email)).text);
}
/** A guest who makes an account. */
async function member(name: string, userAgent = FIREFOX) {
  const device = browser(userAgent);
  const email = addressOf(name);
  const { personId, ticket, socket } = await device.enterAsGuest(name, 'engines');
  const { link } = await letterFor(device, email, { ticket });
  const answer = await device.post(link);
  expect(answer.headers.get('location')).toBe('/?signed=in');
  return { device, email, personId, ticket, socket };
}
async function signIn(email: string, device = browser(IPHONE)): Promise<Browser> {
  const { link } = await letterFor(device, email);
  expect((await device.post(link)).headers.get('location')).toBe('/?signed=in');
  return device;
}

describe('a guest who makes an account', () => {
  it('[P80] is the same person with the same rank and place, here and on a second device', async () => {
    const first = browser();
    const email = addressOf('Ada');
    const { personId, ticket, socket } = await first.enterAsGuest('Ada', 'engines');
    onRecords(office.dataDir, "update persons set rank = 'member' where personId = ?", personId);
    const { link } = await letterFor(first, email, { ticket, office: 'office' });
    const page = await first.get(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1>Ada</h1>');
    expect((await first.post(link)).headers.get('location')).toBe('/o/office?signed=in');
    const { account } = await first.account();
    expect(account).toMatchObject({ personId, name: 'Ada', trade: 'engines', rank: 'member', email, openId: false, passkeys: [] });
    // nobody was put out by it
    expect(socket.readyState).toBe(socket.OPEN);
    const [place] = onRecords(office.dataDir, 'select x, y from positions where personId = ?', personId);

    const second = await signIn(email);
    const [person] = (await second.device()).persons;
    expect(person).toMatchObject({ personId, name: 'Ada', trade: 'engines', account: true });
    socket.close();
    await untilClosed(socket);
    await second.enter({ name: 'Ada', trade: 'engines', ticket: person?.ticket });
    const occupant = () => office.room().floor.office.occupants.get(personId);
    await until(() => office.room().clientOf.has(personId), 'she is in by the second device');
    expect(occupant()?.walker).toMatchObject({ rank: 1, ...place });
    expect((await second.account()).account?.sessions.map(({ browser: name, system, isThis }) => [name, system, isThis])).toEqual([
      ['Safari', 'iOS', true],
      ['Firefox', 'Linux', false],
    ]);
  });

  it('[P91] who signs in where a guest was is listed first, and the guest stays', async () => {
    const { email, personId } = await member('Brian');
    const shared = browser();
    const guest = await shared.enterAsGuest('Visitor');
    await signIn(email, shared);
    const { persons } = await shared.device();
    expect(persons.map((one) => [one.personId, one.account])).toEqual([
      [personId, true],
      [guest.personId, undefined],
    ]);
    // signed out, a guest is all this device can be
    await shared.post('/api/account/sign-out', { which: 'this' });
    expect((await shared.device()).persons.map((one) => one.personId)).toEqual([guest.personId]);
  });

  it('[P80] nobody makes an account of somebody else, or of a person who has one', async () => {
    const { ticket, personId } = await member('Carol');
    const thief = browser();
    const mine = await thief.enterAsGuest('Mallory');
    const ask = (of: string) => thief.post('/api/account/email', { email: addressOf('m'), language: 'en', ticket: of });
    expect((await ask(ticket)).body).toMatchObject({ code: 'ticket' });
    expect((await ask(`${personId}${mine.ticket.slice(22)}`)).body).toMatchObject({ code: 'ticket' });
    expect((await ask('forged')).body).toMatchObject({ code: 'ticket' });
    expect((await ask(mine.ticket)).status).toBe(202);
  });
});

describe('signed in', () => {
  it('[P82] a ticket alone lets nobody in as a person with an account', async () => {
    const { device, ticket, email, socket } = await member('Dora');
    const gone = closeCodeOf(socket);
    expect((await device.post('/api/account/sign-out', { which: 'this' })).body).toMatchObject({ account: null });
    expect(await gone).toBe(CLOSE.signedOut);
    expect((await device.device()).persons).toEqual([]);
    expect(await device.refusal({ name: 'Dora', ticket })).toBe('signIn');
    const knock = await device.post('/api/knocks', { office: 'office', name: 'Dora', trade: '', appearance: '', ticket });
    expect(knock.status).toBe(403);
    const bearer = { authorization: `Bearer ${ticket}` };
    expect((await device.ask('POST', '/api/files', {}, bearer)).status).toBe(401);
    expect((await device.ask('POST', '/api/slides?name=a&pages=1', {}, bearer)).status).toBe(401);
    // somebody else who signs in here is not her either
    const { email: other } = await member('Emil');
    await signIn(other, device);
    expect(await device.refusal({ name: 'Dora', ticket })).toBe('signIn');
    await device.post('/api/account/sign-out', { which: 'this' });
    await signIn(email, device);
    expect(await device.refusal({ name: 'Dora', ticket })).toBeUndefined();
  });

  it('[P82] signing out elsewhere closes what is open there, one by one or everywhere', async () => {
    const { device, email, personId } = await member('Fritz');
    const [one, two] = [await signIn(email), await signIn(email)];
    const ticket = async (of: Browser) => (await of.device()).persons.find((person) => person.personId === personId)?.ticket;
    const socket = await one.enter({ name: 'Fritz', ticket: await ticket(one) });
    await until(() => office.room().clientOf.has(personId), 'he is in');
    const { account } = await one.account();
    const mine = account?.sessions.find(({ isThis }) => isThis)?.id;
    const stranger = (await (await member('Gerda')).device.account()).account?.sessions[0]?.id;
    expect((await device.post('/api/account/sign-out', { session: stranger })).body).toMatchObject({ code: 'notThere' });
    const gone = closeCodeOf(socket);
    expect((await device.post('/api/account/sign-out', { session: mine })).body.account.sessions).toHaveLength(2);
    expect(await gone).toBe(CLOSE.signedOut);
    expect((await one.account()).account).toBeNull();
    expect((await two.account()).account).not.toBeNull();
    await device.post('/api/account/sign-out', { which: 'others' });
    expect((await two.account()).account).toBeNull();
    expect((await device.account()).account?.sessions).toHaveLength(1);
    await device.post('/api/account/sign-out', { which: 'all' });
    expect((await device.account()).account).toBeNull();
    expect((await device.post('/api/account/sign-out', { which: 'all' })).body).toMatchObject({ code: 'signedOut' });
  });

  it('[P82] who is signed out by a command, or by another process, is out within seconds', async () => {
    const { socket, personId } = await member('Helga');
    const gone = closeCodeOf(socket);
    onRecords(office.dataDir, 'delete from sessions where accountId = (select accountId from accounts where personId = ?)', personId);
    expect(await gone).toBe(CLOSE.signedOut);
  });

  it('[P86] only who signed in lately changes how one signs in; the only way stays', async () => {
    const { device, personId, email } = await member('Mona');
    expect((await device.ask('DELETE', '/api/account/email')).body).toMatchObject({ code: 'lastWay' });
    const of = 'where accountId = (select accountId from accounts where personId = ?)';
    onRecords(office.dataDir, `update sessions set begunMs = begunMs - ${DAY_MS} ${of}`, personId);
    for (const answer of [
      await device.ask('DELETE', '/api/account/email'),
      await device.post('/api/account/email', { email: addressOf('new'), language: 'fr' }),
      await device.post('/api/account/passkeys/register-options'),
      await device.post('/api/account/deletion'),
    ])
      expect([answer.status, answer.body.code]).toEqual([401, answer.body.code === 'off' ? 'off' : 'again']);
    await signIn(email, device);
    const moved = addressOf('moved');
    const { link } = await letterFor(device, moved);
    await device.post(link);
    expect((await device.account()).account?.email).toBe(moved);
  });

  it('[P1] pages of other sites get nowhere, with her cookies neither', async () => {
    const { device } = await member('Nora');
    const foreign = { origin: 'https://evil.example' };
    for (const [method, path] of [
      ['POST', '/api/account/sign-out'],
      ['POST', '/api/account/deletion'],
      ['POST', '/api/account/email'],
      ['POST', '/api/account/passkeys/register-options'],
      ['DELETE', '/api/account/email'],
      ['GET', '/api/account'],
    ] as const)
      expect((await device.ask(method, path, method === 'GET' ? undefined : {}, foreign)).status, path).toBe(403);
    expect((await device.account()).account).not.toBeNull();
  });
});

describe('banned', () => {
  it('[P89] a person cannot sign in, on any device, nor make an account, and comes in nowhere', async () => {
    const { device, email, personId, ticket } = await member('Otto');
    const ban = { banId: `ban-${personId}`, personId, deviceHash: null, address: null, name: 'Otto', reason: 'spam' };
    await office.room().parts.store.bans.add({ ...ban, byName: '', createdMs: Date.now(), untilMs: null });
    const other = browser();
    const { link } = await letterFor(other, email);
    expect((await other.post(link)).headers.get('location')).toBe('/?signed=banned');
    expect((await other.account()).account).toBeNull();
    const { code } = await letterFor(other, email);
    expect((await other.post('/api/account/email/code', { code })).body).toMatchObject({ code: 'banned', reason: 'spam', untilMs: null });
    expect(await device.refusal({ name: 'Otto', ticket })).toBe('banned');
    expect((await device.device()).banned).toMatchObject({ reason: 'spam' });

    const guest = browser();
    const visitor = await guest.enterAsGuest('Paul');
    const theirs = await letterFor(guest, addressOf('Paul'), { ticket: visitor.ticket });
    await office.room().parts.store.bans.add({
      ...{ ...ban, banId: `ban-${visitor.personId}`, personId: visitor.personId },
      ...{ byName: '', createdMs: Date.now(), untilMs: null },
    });
    expect((await guest.post(theirs.link)).headers.get('location')).toBe('/?signed=banned');
  });
});

describe('deleted', () => {
  it('[P90] signed out everywhere, erased after 14 days, and kept when one signs in before', async () => {
    const { device, email, socket } = await member('Quirin');
    const other = await signIn(email);
    const gone = closeCodeOf(socket);
    const { body } = await device.post('/api/account/deletion');
    expect((await mail.next(email)).text).toContain('erased in 14 days');
    expect(body.account).toBeNull();
    expect(Math.round((body.erasesAtMs - Date.now()) / DAY_MS)).toBe(14);
    expect(await gone).toBe(CLOSE.signedOut);
    expect((await other.account()).account).toBeNull();
    const due = (nowMs: number) => office.room().parts.store.accounts.dueToErase({ nowMs });
    const isDue = async (nowMs: number) => (await due(nowMs)).some((account) => account.email === email);
    expect(await isDue(Date.now() + 13 * DAY_MS)).toBe(false);
    expect(await isDue(Date.now() + 15 * DAY_MS)).toBe(true);
    const { link } = await letterFor(other, email);
    expect((await other.post(link)).headers.get('location')).toBe('/?signed=kept');
    expect(await isDue(Date.now() + 15 * DAY_MS)).toBe(false);
  });
});
