// Signing in by a real OpenID provider: who one is then, which rank it gives and takes, and answers that were not meant for this browser.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../support/Authenticator.ts';
import { type Answered, Browser } from '../support/Browser.ts';
import { onRecords } from '../support/onRecords.ts';
import { type OpenIdServer, openIdServer } from '../support/openIdServer.ts';
import { type OpenOffice, openOffice } from '../support/openOffice.ts';

const ORIGIN = 'https://office.example.org';
const CALLBACK = '/api/account/openid/callback';
let provider: OpenIdServer;
let office: OpenOffice;
beforeAll(async () => {
  provider = await openIdServer(`${ORIGIN}${CALLBACK}`);
  office = await openOffice({ PUBLIC_URL: ORIGIN, OIDC_ROLES: 'staff=host,member=member', ...provider.env });
});
afterAll(async () => {
  Browser.closeAll();
  await office.close();
  await provider.close();
});

const browser = (): Browser => new Browser(office.url);
const someone = (name: string, more: object = {}) => ({
  subject: `${name}-${Math.random().toString(36).slice(2)}`,
  claims: { name, ...more },
});
const start = async (device: Browser, more: object = {}): Promise<string> => {
  const answer = await device.post('/api/account/openid', { language: 'en', ...more });
  expect(answer.status).toBe(200);
  return answer.body.url;
};
const comeBack = (device: Browser, url: URL): Promise<Answered> => device.get(`${url.pathname}${url.search}`);
/** @returns where one ends up */
async function signIn(device: Browser, person: OpenIdServer['next'], more: object = {}): Promise<string | null> {
  const url = await start(device, more);
  provider.next = person;
  return (await comeBack(device, await provider.visit(url))).headers.get('location');
}
const rankOf = async (device: Browser) => (await device.account()).account?.rank;

describe('by a provider', () => {
  it('[P87] one is asked with code, PKCE, state and nonce, and comes back signed in', async () => {
    const device = browser();
    expect((await device.account()).ways).toEqual({ email: false, passkeys: true, openId: 'Atelier' });
    const asked = new URL(await start(device, { office: 'office' })).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ response_type: 'code', client_id: 'comptoir', code_challenge_method: 'S256', redirect_uri: `${ORIGIN}${CALLBACK}` },
      ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
    });
    const ada = someone('Ada');
    expect(await signIn(device, ada, { office: 'office' })).toBe('/o/office?signed=in');
    const { account } = await device.account();
    expect(account).toMatchObject({ name: 'Ada', openId: true, email: null, rank: 'visitor' });
    const [person] = (await device.device()).persons;
    expect(person).toMatchObject({ personId: account?.personId, account: true });
    const second = browser();
    await signIn(second, ada);
    expect((await second.account()).account?.personId).toBe(account?.personId);
  });

  it('[P80] a guest who signs in by it for the first time is kept', async () => {
    const device = browser();
    const { ticket, personId } = await device.enterAsGuest('Bea', 'engines');
    const bea = someone('Beatrix');
    expect(await signIn(device, bea, { ticket })).toBe('/?signed=in');
    expect((await device.account()).account).toMatchObject({ personId, name: 'Bea', trade: 'engines' });
    // the next guest who signs in as her stays a guest
    const other = browser();
    const guest = await other.enterAsGuest('Guest');
    await signIn(other, bea, { ticket: guest.ticket });
    expect((await other.device()).persons.map((one) => one.personId)).toEqual([personId, guest.personId]);
  });

  it('[P87] the rank it gives it also takes away; what was given here stays', async () => {
    const device = browser();
    const { subject } = someone('Carl');
    const as = (roles: unknown) => signIn(device, { subject, claims: { name: 'Carl', roles } });
    await as(['staff', 'other']);
    expect(await rankOf(device)).toBe('host');
    const again = async (roles: unknown) => {
      await device.post('/api/account/sign-out', { which: 'this' });
      await as(roles);
      return rankOf(device);
    };
    expect(await again(['member'])).toBe('member');
    expect(await again([])).toBe('visitor');
    expect(await again(undefined)).toBe('visitor');
    const { personId } = (await device.account()).account ?? {};
    await office.room().parts.store.persons.setRank({ personId: personId ?? '', rank: 'admin' });
    expect(await again(['member'])).toBe('admin');
    expect(await again([])).toBe('admin');
    const acts = await office.room().parts.store.audit.latest({ limit: 10 });
    expect(acts.filter(({ act }) => act === 'setRank').map(({ details }) => details)).toContain('visitor, now host, by Atelier');
  });

  it('[P87] nobody is known by an address, verified or not', async () => {
    const device = browser();
    const mail = { email: 'dora@example.org', email_verified: true };
    await signIn(device, someone('Dora', mail));
    const { account } = await device.account();
    onRecords(office.dataDir, 'update accounts set email = ? where personId = ?', mail.email, account?.personId ?? '');
    const other = browser();
    await signIn(other, someone('Eve', mail));
    expect((await other.account()).account?.personId).not.toBe(account?.personId);
  });

  it('[P87] an account that is signed in gets it as another way; nobody takes somebody else’s', async () => {
    const device = browser();
    const { ticket, personId } = await device.enterAsGuest('Fay');
    const key = new Authenticator(ORIGIN);
    const { flow, options } = (await device.post('/api/account/passkeys/register-options', { ticket })).body;
    await device.post('/api/account/passkeys/register', { flow, credential: key.create(options) });
    const fay = someone('Fay');
    expect(await signIn(device, fay)).toBe('/?signed=in');
    expect((await device.account()).account).toMatchObject({ personId, openId: true });
    // again, when changes ask for it: as nobody but her
    const before = device.cookies.get('comptoir_session');
    expect(await signIn(device, someone('Gil'))).toBe('/?signed=taken');
    expect(await signIn(device, fay)).toBe('/?signed=in');
    expect(device.cookies.get('comptoir_session')).not.toBe(before);
    const thief = browser();
    const guest = await thief.enterAsGuest('Thief');
    const asked = (await thief.post('/api/account/passkeys/register-options', { ticket: guest.ticket })).body;
    await thief.post('/api/account/passkeys/register', { flow: asked.flow, credential: new Authenticator(ORIGIN).create(asked.options) });
    expect(await signIn(thief, fay)).toBe('/?signed=taken');
    expect((await thief.account()).account).toMatchObject({ personId: guest.personId, openId: false });
    expect((await device.ask('DELETE', '/api/account/openid')).body.account).toMatchObject({ openId: false });
    const only = browser();
    await signIn(only, someone('Hal'));
    expect((await only.ask('DELETE', '/api/account/openid')).body).toMatchObject({ code: 'lastWay' });
  });

  it('[P89] whoever is banned does not come in by it', async () => {
    const device = browser();
    const ida = someone('Ida', { roles: ['staff'] });
    await signIn(device, ida);
    const { personId = '' } = (await device.account()).account ?? {};
    await office.room().parts.store.bans.add({
      ...{ banId: `ban-${personId}`, personId, deviceHash: null, address: null, name: 'Ida', reason: '' },
      ...{ byName: '', createdMs: Date.now(), untilMs: null },
    });
    const other = browser();
    expect(await signIn(other, ida)).toBe('/?signed=banned');
    expect((await other.account()).account).toBeNull();
  });
});

describe('an answer', () => {
  async function answered(device = browser()): Promise<{ device: Browser; back: URL }> {
    const url = await start(device);
    provider.next = someone('Victim');
    return { device, back: await provider.visit(url) };
  }
  const signedIn = async (device: Browser): Promise<boolean> => (await device.account()).account !== null;

  it('[P87] counts for the browser that was sent there, once', async () => {
    const { device, back } = await answered();
    const thief = browser();
    await thief.device();
    expect((await comeBack(thief, back)).headers.get('location')).toBe('/?signed=expired');
    expect(await signedIn(thief)).toBe(false);
    // signing somebody in as me by a link of mine does not work either
    expect((await comeBack(browser(), back)).headers.get('location')).toBe('/?signed=expired');
    expect((await comeBack(device, back)).headers.get('location')).toBe('/?signed=in');
    await device.post('/api/account/sign-out', { which: 'this' });
    expect((await comeBack(device, back)).headers.get('location')).toBe('/?signed=expired');
    expect(await signedIn(device)).toBe(false);
  });

  it.each<[string, (back: URL, other: URL) => void, string]>([
    ['with another state', (back) => back.searchParams.set('state', 'A'.repeat(43)), 'expired'],
    ['without a state', (back) => back.searchParams.delete('state'), 'expired'],
    ['with the code of another question', (back, other) => back.searchParams.set('code', other.searchParams.get('code') ?? ''), 'failed'],
    ['with a code of nobody', (back) => back.searchParams.set('code', 'nothing'), 'failed'],
    ['without a code', (back) => back.searchParams.delete('code'), 'failed'],
    ['of another provider', (back) => back.searchParams.set('iss', 'https://evil.example'), 'failed'],
    ['that is an error', (back) => back.searchParams.set('error', 'server_error'), 'failed'],
  ])('[P87] %s signs nobody in', async (_what, change, signed) => {
    const { back: other } = await answered();
    const { device, back } = await answered();
    change(back, other);
    expect((await comeBack(device, back)).headers.get('location')).toBe(`/?signed=${signed}`);
    expect(await signedIn(device)).toBe(false);
  });

  it('[P87] for another nonce, or another verifier, signs nobody in', async () => {
    for (const part of ['nonce', 'verifier']) {
      const { device, back } = await answered();
      onRecords(office.dataDir, "update signInFlows set facts = replace(facts, ?, ?) where kind = 'openId'", `"${part}":"`, `"${part}":"x`);
      expect((await comeBack(device, back)).headers.get('location'), part).toBe('/?signed=failed');
      expect(await signedIn(device)).toBe(false);
    }
  });

  it('[P87] of somebody who said no, or who took a quarter of an hour, signs nobody in', async () => {
    const device = browser();
    expect(await signIn(device, undefined)).toBe('/?signed=failed');
    const { device: late, back } = await answered();
    onRecords(office.dataDir, 'update signInFlows set expiresMs = expiresMs - 900000');
    expect((await comeBack(late, back)).headers.get('location')).toBe('/?signed=expired');
  });

  it('[P87] leads back into the office only', async () => {
    const device = browser();
    for (const place of ['//evil.example', 'https://evil.example/', '/\\evil.example', '../../evil']) {
      const location = (await signIn(device, someone('Jan'), { office: place })) ?? '';
      expect(new URL(location, office.url).origin).toBe(new URL(office.url).origin);
      await device.post('/api/account/sign-out', { which: 'this' });
    }
  });
});
