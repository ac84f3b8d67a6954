// A ban of somebody with an account, from outside: every device of theirs, every way to sign in, and what they might make anew.
import { CLOSE } from '@comptoir/shared/protocol/http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator } from '../support/Authenticator.ts';
import { Browser, untilClosed, wayIn } from '../support/Browser.ts';
import { enterAs, granted } from '../support/door.ts';
import type { Inside } from '../support/enterOffice.ts';
import { closeCodeOf } from '../support/joinBarely.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { onRecords } from '../support/onRecords.ts';
import { type OpenIdServer, openIdServer } from '../support/openIdServer.ts';
import { runAdmin } from '../support/runAdmin.ts';
import { useOffice } from '../support/useOffice.ts';

const ORIGIN = 'https://office.example.org';
const mail: MailSink = await openMailSink();
const provider: OpenIdServer = await openIdServer(`${ORIGIN}/api/account/openid/callback`);
const office = useOffice({ SMTP_URL: mail.url, PUBLIC_URL: ORIGIN, TRUST_PROXY: '1', ...provider.env });
let hana: Inside;
beforeEach(async () => {
  hana = await enterAs(office, 'host', 'Hana');
});
afterAll(async () => {
  Browser.closeAll();
  await mail.close();
  await provider.close();
});

let last = 0;
/** Each from another network: nothing here is a ban of one. */
const browser = (): Browser => new Browser(office.open.url, { address: `203.0.113.${++last}` });
async function letter(device: Browser, email: string, more: object = {}) {
  expect((await device.post('/api/account/email', { email, language: 'en', ...more })).status).toBe(202);
  // what is told of changed ways to sign in has none
  for (;;) {
    const found = wayIn((await mail.next(email)).text);
    if (found.link !== '') return found;
  }
}
async function register(device: Browser, key: Authenticator, more: object = {}) {
  const { flow, options } = (await device.post('/api/account/passkeys/register-options', more)).body;
  return device.post('/api/account/passkeys/register', { flow, credential: key.create(options) });
}
async function byPasskey(device: Browser, key: Authenticator) {
  const { flow, options } = (await device.post('/api/account/passkeys/sign-in-options')).body;
  return device.post('/api/account/passkeys/sign-in', { flow, credential: key.get(options) });
}
async function byProvider(device: Browser, subject: string, more: object = {}): Promise<string | null> {
  const { url } = (await device.post('/api/account/openid', { language: 'en', ...more })).body;
  provider.next = { subject, claims: { name: subject } };
  const back = await provider.visit(url);
  return (await device.get(`${back.pathname}${back.search}`)).headers.get('location');
}

/** Somebody who can sign in by everything there is, and has on two devices. */
async function member(name: string) {
  const device = browser();
  const email = `${name.toLowerCase()}-${++last}@example.org`;
  const subject = `${email} at the provider`;
  const key = new Authenticator(ORIGIN, {});
  const { ticket, personId, socket } = await device.enterAsGuest(name);
  await device.post((await letter(device, email, { ticket })).link);
  expect((await register(device, key)).status).toBe(200);
  expect(await byProvider(device, subject)).toBe('/?signed=in');
  const second = browser();
  await second.post((await letter(second, email)).link);
  expect((await second.account()).account?.personId).toBe(personId);
  return { name, device, second, email, subject, key, personId, ticket, socket };
}
const ban = async (personId: string) => (await granted(hana, 'ban', { personId, reason: 'spam', hours: null, network: false })).ban;

describe('a ban by account', () => {
  it('[P142] reaches every device and every way of signing in', async () => {
    const mia = await member('Mia');
    const guest = await mia.second.enterAsGuest('Somebody else');
    const { path } = await granted(hana, 'signInLink', { personId: mia.personId });
    const [gone, also] = [closeCodeOf(mia.socket), closeCodeOf(guest.socket)];
    const id = await ban(mia.personId);
    expect(await gone).toBe(CLOSE.removed);
    // at once, as whoever one is there
    expect(await also).toBe(CLOSE.removed);
    const { list } = await granted(hana, 'bans', {});
    expect(list[0]).toMatchObject({ id, name: 'Mia', account: true, network: false });

    for (const device of [mia.device, mia.second]) {
      expect((await device.device()).banned).toEqual({ untilMs: null, reason: 'spam' });
      expect(await device.refusal({ name: 'Anybody' })).toBe('banned');
      const mine = (await device.device()).persons.find((one) => one.personId === mia.personId);
      expect(await device.refusal({ name: 'Mia', ticket: mine?.ticket })).toBe('banned');
      const knock = { office: 'office', name: 'Anybody', trade: '', appearance: '0'.repeat(12) };
      expect((await device.post('/api/knocks', knock)).status).toBe(403);
    }
    const fresh = browser();
    expect((await fresh.post((await letter(fresh, mia.email)).link)).headers.get('location')).toBe('/?signed=banned');
    const { code } = await letter(fresh, mia.email);
    expect((await fresh.post('/api/account/email/code', { code })).body).toMatchObject({ code: 'banned', reason: 'spam', untilMs: null });
    expect((await byPasskey(fresh, mia.key)).body).toMatchObject({ code: 'banned' });
    expect(await byProvider(fresh, mia.subject)).toBe('/?signed=banned');
    expect((await fresh.post(path)).headers.get('location')).toBe('/o/office?signed=banned');
    expect((await fresh.account()).account).toBeNull();
    expect(onRecords(office.open.dataDir, 'select value from banMarks').map(({ value }) => value)).not.toContain(mia.email);
  });

  it('[P144] lifted, or over, all of it is as before', async () => {
    const mia = await member('Mia');
    const fresh = browser();
    await granted(hana, 'liftBan', { ban: await ban(mia.personId) });
    expect(onRecords(office.open.dataDir, 'select * from banMarks where banId not in (select banId from bans)')).toEqual([]);
    expect((await byPasskey(fresh, mia.key)).body.account).toMatchObject({ personId: mia.personId });
    expect(await byProvider(browser(), mia.subject)).toBe('/?signed=in');
    const inside = await mia.device.enter({ name: 'Mia', ticket: (await mia.device.device()).persons[0]?.ticket });
    inside.close();
    expect((await mia.second.device()).banned).toBeUndefined();
    await untilClosed(inside);
    await ban(mia.personId);
    expect((await mia.second.device()).banned).toBeDefined();
    onRecords(office.open.dataDir, 'update bans set untilMs = ? where personId = ? returning banId', Date.now() - 1, mia.personId);
    expect((await mia.second.device()).banned).toBeUndefined();
    expect((await byPasskey(browser(), mia.key)).status).toBe(200);
  });

  it('[P143] neither their address nor their identity makes an account anew, when theirs is erased either', async () => {
    const nils = await member('Nils');
    await ban(nils.personId);
    const { accounts } = office.open.room().parts.store;
    await accounts.erase({ accountId: (await accounts.ofPerson({ personId: nils.personId }))?.accountId ?? '' });
    const fresh = browser();
    const guest = await fresh.enterAsGuest('Fresh');
    const { link } = await letter(fresh, nils.email, { ticket: guest.ticket });
    expect((await fresh.post(link)).headers.get('location')).toBe('/?signed=banned');
    expect(await byProvider(fresh, nils.subject, { ticket: guest.ticket })).toBe('/?signed=banned');
    expect(await byProvider(browser(), nils.subject)).toBe('/?signed=banned');
    expect((await fresh.account()).account).toBeNull();
    // whoever has another account does not get them either
    const other = await member('Other');
    expect((await other.device.post((await letter(other.device, nils.email)).link)).headers.get('location')).toBe('/?signed=banned');
    expect(await byProvider(other.second, nils.subject)).not.toBe('/?signed=in');
    expect((await other.device.account()).account?.email).toBe(other.email);
    // and everybody else makes what they like
    expect((await fresh.post((await letter(fresh, 'fresh@example.org', { ticket: guest.ticket })).link)).headers.get('location')).toBe(
      '/?signed=in',
    );
  });

  it('[P142] does not shut a host out who shares a device, and by command it is the same', async () => {
    const olga = await member('Olga');
    const shared = olga.second;
    const host = await shared.enterAsGuest('Hugo');
    onRecords(office.open.dataDir, "update persons set rank = 'host' where personId = ? returning personId", host.personId);
    expect(await runAdmin(office.open.dataDir, 'ban', '--person', olga.personId)).toMatchObject({ code: 0 });
    expect((await shared.device()).banned).toMatchObject({ reason: '' });
    // signed out there, the device is nobody's who is banned
    await shared.post('/api/account/sign-out', { which: 'this' });
    expect((await shared.device()).banned).toBeUndefined();
    expect(await shared.refusal({ name: 'Hugo', ticket: host.ticket })).toBeUndefined();
    expect((await byPasskey(shared, olga.key)).body).toMatchObject({ code: 'banned' });
    expect((await olga.device.device()).banned).toBeDefined();
    expect(await runAdmin(office.open.dataDir, 'unban', '--person', olga.personId)).toMatchObject({ code: 0 });
    expect((await byPasskey(shared, olga.key)).status).toBe(200);
  });
});
