// Sessions over a real server: of chance, of one device, renewed, over when nobody used them; whatever a browser brings along.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, wayIn } from '../support/Browser.ts';
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

describe('a session', () => {
  it('[P81] a session is of chance, of one device, never what a browser brought, and only its hash is kept', async () => {
    const device = browser();
    const planted = 'A'.repeat(43);
    await device.device();
    device.cookies.set('comptoir_session', planted);
    const { ticket } = await device.enterAsGuest('Ines');
    const { link } = await letterFor(device, addressOf('Ines'), { ticket });
    const answer = await device.post(link);
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('comptoir_session=')) ?? '';
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    const token = device.cookies.get('comptoir_session') ?? '';
    expect(token).not.toBe(planted);
    expect(JSON.stringify(onRecords(office.dataDir, 'select * from sessions'))).not.toContain(token);
    expect(JSON.stringify(onRecords(office.dataDir, 'select * from signInLinks'))).not.toContain(link.split('/').at(-1));
    // the token without its device, on another one, and changed in one letter
    const other = browser();
    await other.device();
    for (const shown of [token, `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`]) {
      other.cookies.set('comptoir_session', shown);
      expect((await other.account()).account).toBeNull();
    }
    const bare = await fetch(`${office.url}/api/account`, { headers: { cookie: `comptoir_session=${token}` } });
    expect(((await bare.json()) as { account: unknown }).account).toBeNull();
    expect((await device.account()).account).not.toBeNull();
  });

  it('[P81] signing in again changes the token, and the one before is worth nothing', async () => {
    const { device, email } = await member('Jakob');
    const before = device.cookies.get('comptoir_session') ?? '';
    await signIn(email, device);
    expect(device.cookies.get('comptoir_session')).not.toBe(before);
    expect((await device.account()).account?.sessions).toHaveLength(1);
    device.cookies.set('comptoir_session', before);
    expect((await device.account()).account).toBeNull();
  });

  it('[P81] the token changes every week; the old one holds until the new one was seen, and a minute longer', async () => {
    const { device, personId } = await member('Karl');
    const of = 'where accountId = (select accountId from accounts where personId = ?)';
    const before = device.cookies.get('comptoir_session') ?? '';
    onRecords(office.dataDir, `update sessions set rotatedMs = rotatedMs - ${8 * DAY_MS} ${of}`, personId);
    const late = new Browser(office.url);
    for (const [name, value] of device.cookies) late.cookies.set(name, value);
    expect((await device.device()).persons[0]?.personId).toBe(personId);
    expect(device.cookies.get('comptoir_session')).not.toBe(before);
    // another request was on its way: it is let through, and does not change the token once more
    expect((await late.device()).persons[0]?.personId).toBe(personId);
    expect(late.cookies.get('comptoir_session')).toBe(before);
    expect((await device.account()).account?.personId).toBe(personId);
    expect((await late.account()).account?.personId).toBe(personId);
    onRecords(office.dataDir, `update sessions set previousUntilMs = previousUntilMs - 61000 ${of}`, personId);
    expect((await late.account()).account).toBeNull();
    expect((await device.account()).account?.personId).toBe(personId);
  });

  it('[P81] ends after 90 days that nobody used it', async () => {
    const { device, ticket, personId } = await member('Lena');
    const of = 'where accountId = (select accountId from accounts where personId = ?)';
    onRecords(office.dataDir, `update sessions set usedMs = usedMs - ${91 * DAY_MS} ${of}`, personId);
    expect((await device.account()).account).toBeNull();
    expect(await device.refusal({ name: 'Lena', ticket })).toBe('signIn');
  });
});
