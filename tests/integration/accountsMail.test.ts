// Signing in by mail, as somebody would try to misuse it: links used twice, late and elsewhere, codes guessed, addresses asked for.
import { hashToken, newToken } from '@comptoir/server/ops/tokens';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, wayIn } from '../support/Browser.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { onRecords } from '../support/onRecords.ts';
import { type OpenOffice, openOffice } from '../support/openOffice.ts';

let mail: MailSink;
let office: OpenOffice;
beforeAll(async () => {
  mail = await openMailSink();
  office = await openOffice({ SMTP_URL: mail.url, TRUST_PROXY: '1', PUBLIC_URL: 'http://office.localhost' });
});
afterAll(async () => {
  Browser.closeAll();
  await office.close();
  await mail.close();
});

const atRandom = (): string => `203.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
const browser = (address = atRandom()): Browser => new Browser(office.url, { address });
const addressOf = (name: string): string => `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.org`;
const askMail = (from: Browser, email: string, more: object = {}) => from.post('/api/account/email', { email, language: 'en', ...more });

async function letter(from: Browser, email: string, more: object = {}) {
  expect((await askMail(from, email, more)).status).toBe(202);
  const got = await mail.next(email);
  return { ...wayIn(got.text), ...got };
}
async function member(name: string) {
  const device = browser();
  const email = addressOf(name);
  const { ticket, personId } = await device.enterAsGuest(name);
  await device.post((await letter(device, email, { ticket })).link);
  expect((await device.account()).account?.email).toBe(email);
  return { device, email, personId };
}

describe('a mailed link', () => {
  it('[P83] signs in once, by its button, within 15 minutes', async () => {
    const { email } = await member('Ada');
    const device = browser();
    const { link } = await letter(device, email);
    // a program that looks into mails opens it, several times
    for (const method of ['GET', 'HEAD', 'GET']) expect((await browser().ask(method, link)).status).toBe(200);
    expect((await device.post(link)).headers.get('location')).toBe('/?signed=in');
    expect((await device.post(link)).status).toBe(410);
    expect((await browser().get(link)).status).toBe(410);
    const late = await letter(device, email);
    onRecords(office.dataDir, 'update signInLinks set expiresMs = expiresMs - 900000');
    expect((await browser().post(late.link)).status).toBe(410);
    expect((await browser().post(`/sign-in/${'A'.repeat(43)}`)).status).toBe(410);
    expect((await browser().get('/sign-in/nothing')).status).toBe(410);
  });

  it('[P83] two who press its button at once are not both in', async () => {
    const { email } = await member('Bea');
    const { link } = await letter(browser(), email);
    const answers = await Promise.all([browser(), browser(), browser(), browser()].map((device) => device.post(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
  });

  it('[P83] its button is pressed on our page only, which frames and scripts of others cannot', async () => {
    const { email } = await member('Cleo');
    const { link } = await letter(browser(), email);
    const page = await browser().get(link);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    // with no-referrer a browser would send the form as of no origin, which is refused
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await browser().ask('POST', link, undefined, { origin: 'https://evil.example' })).status).toBe(403);
    const bare = await fetch(`${office.url}${link}`, { method: 'POST', redirect: 'manual' });
    expect(bare.status).toBe(403);
    expect((await browser().post(link)).status).toBe(303);
  });

  it('[P83] that makes an account, or adds an address, works in the browser that asked; elsewhere its code does there', async () => {
    const device = browser();
    const { ticket, personId } = await device.enterAsGuest('Dina');
    const email = addressOf('Dina');
    const { link, code } = await letter(device, email, { ticket });
    const phone = browser();
    const page = await phone.get(link);
    expect(page.text).toContain('browser where you asked');
    expect(page.text).not.toContain('<form');
    expect((await phone.post(link)).status).toBe(409);
    expect((await phone.post('/api/account/email/code', { code })).body).toMatchObject({ code: 'code' });
    expect((await device.post('/api/account/email/code', { code: code.toLowerCase().replace('-', ' ') })).body.account).toMatchObject({
      personId,
      email,
    });
    const added = addressOf('added');
    const { link: second } = await letter(device, added);
    expect((await phone.post(second)).status).toBe(409);
    await device.post('/api/account/sign-out', { which: 'this' });
    expect((await device.post(second)).headers.get('location')).toBe('/?signed=failed');
    expect(onRecords(office.dataDir, 'select email from accounts where personId = ?', personId)).toEqual([{ email }]);
  });

  it('[P83] that somebody else asked for does not put their name on my account', async () => {
    // Mallory asks for my address with her ticket, hoping that I press the button
    const mallory = browser();
    const { ticket } = await mallory.enterAsGuest('Mallory');
    const email = addressOf('victim');
    const { link } = await letter(mallory, email, { ticket });
    const me = browser();
    expect((await me.post(link)).status).toBe(409);
    expect((await me.account()).account).toBeNull();
    expect(onRecords(office.dataDir, 'select * from accounts where email = ?', email)).toEqual([]);
  });

  it('[P83] a code is tried five times on its device, then all its links are void', async () => {
    const { email } = await member('Erik');
    const device = browser();
    const { code, link } = await letter(device, email);
    for (let n = 0; n < 5; n++) expect((await device.post('/api/account/email/code', { code: `AAAA-AAA${n + 2}` })).status).toBe(403);
    expect((await device.post('/api/account/email/code', { code })).status).toBe(403);
    expect((await device.post(link)).status).toBe(410);
  });

  it('[P83] wrong codes from one address are not looked at after twenty', async () => {
    const address = atRandom();
    const device = browser(address);
    await device.device();
    const tries = [];
    for (let n = 0; n < 22; n++) tries.push((await device.post('/api/account/email/code', { code: 'AAAA-AAAA' })).status);
    expect(tries.slice(0, 20)).toEqual(Array(20).fill(403));
    expect(tries.slice(20)).toEqual([429, 429]);
  });

  it('[P83] leads to this server, whatever the request says', async () => {
    const { email } = await member('Fay');
    const answer = await new Promise<number>((resolve, reject) => {
      import('node:http').then(({ request }) => {
        const { hostname, port } = new URL(office.url);
        const asking = request(
          {
            hostname,
            port,
            path: '/api/account/email',
            method: 'POST',
            headers: { host: 'evil.example', 'content-type': 'application/json' },
          },
          (res) => resolve(res.statusCode ?? 0),
        );
        asking.on('error', reject);
        asking.end(JSON.stringify({ email, language: 'en' }));
      }, reject);
    });
    expect(answer).toBe(202);
    const { text, raw } = await mail.next(email);
    expect(text).not.toContain('evil.example');
    expect(raw).not.toContain('evil.example');
  });
});

describe('a change', () => {
  it('[P92] is written to the address that the account had before', async () => {
    const { device, email } = await member('Kurt');
    const moved = addressOf('moved');
    await device.post((await letter(device, moved)).link);
    expect((await mail.next(email)).text).toContain('another e-mail address was set for your account');
    const handed = newToken();
    const { personId = '' } = (await device.account()).account ?? {};
    await office.room().parts.store.signIns.addLink({
      ...{ tokenHash: hashToken(handed), email: null, personId, accountId: null, deviceHash: null, codeHash: null, mostRank: 'visitor' },
      ...{ office: null, expiresMs: Date.now() + 60_000, nowMs: Date.now() },
    });
    expect((await browser().post(`/sign-in/${handed}`)).headers.get('location')).toBe('/?signed=in');
    expect((await mail.next(moved)).text).toContain('by a link that a host handed out');
    const asked = (await device.ask('POST', '/api/account/deletion', {}, { 'accept-language': 'fr' })).status;
    expect(asked).toBe(200);
    expect((await mail.next(moved)).text).toContain('ton compte sera effacé dans 14 jours');
  });
});

describe('an address', () => {
  it('[P84] is answered the same whether anybody has it: status, body, headers, cookies', async () => {
    const { email } = await member('Gil');
    const seen = async (address: string) => {
      const answer = await askMail(browser(), address);
      const headers = [...answer.headers].filter(([name]) => !['date', 'set-cookie', 'etag'].includes(name));
      return JSON.stringify([answer.status, answer.text, headers, answer.headers.getSetCookie().length]);
    };
    const unknown = addressOf('nobody');
    const answers = [await seen(email), await seen(unknown), await seen(email.toUpperCase())];
    expect(new Set(answers).size).toBe(1);
    const { text } = await mail.next(unknown);
    expect(wayIn(text)).toEqual({ link: '', code: '' });
  });

  it('[P84] is answered before anybody looks whether it is known', async () => {
    mail.refuse(true);
    const { status } = await askMail(browser(), addressOf('nobody'));
    mail.refuse(false);
    expect(status).toBe(202);
  });

  it('[P84] of somebody else is not added to my account, and only its owner is told', async () => {
    const [{ device }, { email }] = [await member('Hanna'), await member('Igor')];
    expect((await askMail(device, email)).status).toBe(202);
    const { text } = await mail.next(email);
    expect(text).toContain('another account has it already');
    expect(text).not.toContain('Hanna');
    expect(wayIn(text)).toEqual({ link: '', code: '' });
  });

  it('[P84] gets five mails of one network in ten minutes, ten whoever asks; one network asks for thirty', async () => {
    const email = addressOf('nuisance');
    const one = browser();
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await askMail(one, email)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    // its reader still gets theirs
    for (let n = 0; n < 6; n++) statuses.push((await askMail(browser(), email)).status);
    expect(statuses.slice(6)).toEqual([202, 202, 202, 202, 202, 429]);
    const more = [];
    for (let n = 0; n < 25; n++) more.push((await askMail(one, addressOf('any'))).status);
    expect(more.filter((status) => status === 202)).toHaveLength(24);
    expect(more.at(-1)).toBe(429);
  });

  it.each([
    'nobody',
    'a b@example.org',
    'a@b@c',
    'a@example.org\r\nBcc: all@example.org',
    '<a@example.org>',
    'a@example.org,b@example.org',
    `${'a'.repeat(260)}@x.org`,
  ])('[P84] %j is none', async (email) => {
    expect((await askMail(browser(), email)).body).toMatchObject({ code: 'malformed' });
  });
});
