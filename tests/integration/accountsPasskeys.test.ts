// Passkeys against a real server, by an authenticator in software: made, used, named, removed; and forged in every part.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator, type Twist } from '../support/Authenticator.ts';
import { Browser } from '../support/Browser.ts';
import { onRecords } from '../support/onRecords.ts';
import { type OpenOffice, openOffice } from '../support/openOffice.ts';

const ORIGIN = 'https://office.example.org';
let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice({ PUBLIC_URL: ORIGIN, TRUST_PROXY: '1' });
});
afterAll(async () => {
  Browser.closeAll();
  await office.close();
});

const browser = (): Browser => new Browser(office.url);
const authenticator = (counts = true): Authenticator => new Authenticator(ORIGIN, { counts });

/** A passkey by `create`. @returns what was answered */
async function register(
  device: Browser,
  by: Authenticator,
  { ticket, name, twist }: { ticket?: string; name?: string; twist?: Twist } = {},
) {
  const asked = await device.post('/api/account/passkeys/register-options', ticket === undefined ? {} : { ticket });
  if (asked.status !== 200) return asked;
  const { flow, options } = asked.body;
  const credential = by.create(options, twist);
  return device.post('/api/account/passkeys/register', { flow, credential, ...(name === undefined ? {} : { name }) });
}
async function signIn(device: Browser, by: Authenticator, twist?: Twist) {
  const { flow, options } = (await device.post('/api/account/passkeys/sign-in-options')).body;
  return device.post('/api/account/passkeys/sign-in', { flow, credential: by.get(options, twist) });
}
async function member(name: string, counts = true) {
  const [device, key] = [browser(), authenticator(counts)];
  const { ticket, personId } = await device.enterAsGuest(name);
  const made = await register(device, key, { ticket, name: 'telephone' });
  expect(made.body.account).toMatchObject({ personId, email: null, passkeys: [{ name: 'telephone', isSynced: !counts }] });
  return { device, key, ticket, personId };
}

describe('a passkey', () => {
  it('[P80] makes an account of a guest, and [P85] signs in on a second device without a name', async () => {
    const { key, personId } = await member('Ada');
    const second = browser();
    expect((await second.account()).ways).toEqual({ email: false, passkeys: true });
    const answer = await signIn(second, key);
    expect(answer.body.account).toMatchObject({ personId, name: 'Ada' });
    expect((await second.device()).persons[0]).toMatchObject({ personId, account: true });
    expect(await second.refusal({ name: 'Ada', ticket: (await second.device()).persons[0]?.ticket })).toBeUndefined();
    // one that syncs counts nothing
    const { key: synced } = await member('Bea', false);
    expect((await signIn(browser(), synced)).status).toBe(200);
    expect((await signIn(browser(), synced)).status).toBe(200);
  });

  it('[P85] is asked for as one that knows its owner, for the name of the site, of any account', async () => {
    const device = browser();
    const { options } = (await device.post('/api/account/passkeys/sign-in-options')).body;
    expect(options).toMatchObject({ rpId: 'office.example.org', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const { ticket } = await device.enterAsGuest('Cleo');
    const made = (await device.post('/api/account/passkeys/register-options', { ticket })).body.options;
    expect(made.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
    expect(made.attestation).toBe('none');
    expect(made.user.id).not.toBe('');
  });

  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  it.each<[string, Twist]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['of another site that says it is ours', { rpId: 'evil.example' }],
    ['of another port', { origin: `${ORIGIN}:8443` }],
    ['over http', { origin: 'http://office.example.org' }],
    ['to another question', { challenge: Buffer.from('another').toString('base64url') }],
    ['of the other kind', { type: 'webauthn.create' }],
    ['signed by another key', { key: other }],
    ['of nobody who was there', { flags: 0 }],
    ['of somebody who was not recognised', { flags: 1 }],
    ['counted before', { counter: 0 }],
    ['of somebody else', { userHandle: Buffer.from('somebody else ..').toString('base64url') }],
  ])('[P85] an answer %s is refused, in the same words', async (_what, twist) => {
    const { key } = await member('Dina');
    expect((await signIn(browser(), key)).status).toBe(200);
    const device = browser();
    const answer = await signIn(device, key, twist);
    expect([answer.status, answer.body]).toEqual([400, { error: 'This passkey was not accepted.', code: 'passkey' }]);
    expect((await device.account()).account).toBeNull();
    const unknown = await signIn(browser(), Object.assign(authenticator(), { kept: [{ ...key.kept[0], id: Buffer.alloc(32, 7) }] }));
    expect(unknown.text).toBe(answer.text);
  });

  it.each<[string, Twist]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['to another question', { challenge: Buffer.from('another').toString('base64url') }],
    ['of the other kind', { type: 'webauthn.get' }],
    ['of somebody who was not recognised', { flags: 1 }],
  ])('[P85] one made %s is none', async (_what, twist) => {
    const device = browser();
    const { ticket } = await device.enterAsGuest('Erik');
    expect((await register(device, authenticator(), { ticket, twist })).body).toMatchObject({ code: 'passkey' });
    expect((await device.account()).account).toBeNull();
  });

  it('[P85] a question is answered once, by the device it was put to, within five minutes', async () => {
    const { key } = await member('Fay');
    const [device, thief] = [browser(), browser()];
    const { flow, options } = (await device.post('/api/account/passkeys/sign-in-options')).body;
    const credential = key.get(options);
    await thief.device();
    expect((await thief.post('/api/account/passkeys/sign-in', { flow, credential })).body).toMatchObject({ code: 'flow' });
    expect((await device.post('/api/account/passkeys/sign-in', { flow, credential })).status).toBe(200);
    expect((await device.post('/api/account/passkeys/sign-in', { flow, credential })).body).toMatchObject({ code: 'flow' });
    // nor is a question about one thing answered by another
    const { ticket } = await thief.enterAsGuest('Gil');
    const registering = (await thief.post('/api/account/passkeys/register-options', { ticket })).body;
    const answer = { flow: registering.flow, credential: key.get({ ...options, challenge: registering.options.challenge }) };
    expect((await thief.post('/api/account/passkeys/sign-in', answer)).body).toMatchObject({ code: 'flow' });
    const late = (await thief.post('/api/account/passkeys/sign-in-options')).body;
    onRecords(office.dataDir, 'update signInFlows set expiresMs = expiresMs - 300000');
    const tooLate = { flow: late.flow, credential: key.get(late.options) };
    expect((await thief.post('/api/account/passkeys/sign-in', tooLate)).body).toMatchObject({ code: 'flow' });
  });

  it('[P85] that was copied is found out when its count goes back', async () => {
    const { key } = await member('Hal');
    await signIn(browser(), key);
    const copy = Object.assign(authenticator(), { kept: [{ ...key.kept[0] }] });
    expect((await signIn(browser(), key)).status).toBe(200);
    expect((await signIn(browser(), copy as Authenticator)).body).toMatchObject({ code: 'passkey' });
  });

  it('[P85] an account has several, with names; [P86] removes all but the last, and nobody else’s', async () => {
    const { device, personId } = await member('Ida');
    const [second, key] = [await register(device, authenticator(), { name: '  security key  ' }), authenticator()];
    expect(second.body.account.passkeys.map((one: { name: string }) => one.name)).toEqual(['telephone', 'security key']);
    const [first, last] = second.body.account.passkeys.map((one: { id: string }) => one.id);
    expect((await device.post(`/api/account/passkeys/${last}`, { name: 'blue key' })).body.account.passkeys[1].name).toBe('blue key');
    expect((await device.post(`/api/account/passkeys/${last}`, { name: 'x'.repeat(41) })).body).toMatchObject({ code: 'malformed' });
    const stranger = await member('Jan');
    expect((await stranger.device.post(`/api/account/passkeys/${last}`, { name: 'mine' })).body).toMatchObject({ code: 'notThere' });
    expect((await stranger.device.ask('DELETE', `/api/account/passkeys/${last}`)).body).toMatchObject({ code: 'notThere' });
    expect((await device.ask('DELETE', `/api/account/passkeys/${first}`)).body.account.passkeys).toHaveLength(1);
    expect((await device.ask('DELETE', `/api/account/passkeys/${last}`)).body).toMatchObject({ code: 'lastWay' });
    // the same passkey is not of two accounts
    await register(device, key);
    const { flow, options } = (await stranger.device.post('/api/account/passkeys/register-options')).body;
    const credential = key.create(options);
    onRecords(
      office.dataDir,
      'update passkeys set credentialId = ? where accountId = (select accountId from accounts where personId = ?) and name = ?',
      credential.id as string,
      personId,
      '',
    );
    expect((await stranger.device.post('/api/account/passkeys/register', { flow, credential })).body).toMatchObject({ code: 'taken' });
  });

  it('[P85] made by somebody who signed out meanwhile, or is somebody else by now, is of nobody', async () => {
    const { device, key } = await member('Kim');
    const { flow, options } = (await device.post('/api/account/passkeys/register-options')).body;
    const credential = authenticator().create(options);
    await device.post('/api/account/sign-out', { which: 'all' });
    expect((await device.post('/api/account/passkeys/register', { flow, credential })).body).toMatchObject({ code: 'signedOut' });
    await signIn(device, key);
    const again = (await device.post('/api/account/passkeys/register-options')).body;
    const { key: others } = await member('Lou');
    await signIn(device, others);
    const made = authenticator().create(again.options);
    expect((await device.post('/api/account/passkeys/register', { flow: again.flow, credential: made })).body).toMatchObject({
      code: 'signedOut',
    });
  });

  it('[P89] of somebody who is banned signs nobody in', async () => {
    const { key, personId } = await member('Max');
    await office.room().parts.store.bans.add({
      ...{ banId: `ban-${personId}`, personId, deviceHash: null, address: null, name: 'Max', reason: 'spam' },
      ...{ byName: '', createdMs: Date.now(), untilMs: null },
    });
    const device = browser();
    expect((await signIn(device, key)).body).toMatchObject({ code: 'banned', reason: 'spam', untilMs: null });
    expect((await device.account()).account).toBeNull();
  });

  it.each([{}, { flow: 'x' }, { flow: 'A'.repeat(22), credential: {} }, [], 'text', { flow: 'A'.repeat(22), credential: { id: 1 } }])(
    '[P85] %j is not understood',
    async (body) => {
      expect((await browser().post('/api/account/passkeys/sign-in', body)).status).toBe(400);
    },
  );

  it('[P85] garbage in its parts is refused as anything else', async () => {
    const { key } = await member('Ned');
    const device = browser();
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'])
      for (const value of ['', 'AAAA', '####', 'A'.repeat(3000)]) {
        const { flow, options } = (await device.post('/api/account/passkeys/sign-in-options')).body;
        const credential = key.get(options);
        Object.assign(credential.response as object, { [part]: value });
        const { status } = await device.post('/api/account/passkeys/sign-in', { flow, credential });
        expect(status, `${part} ${value.slice(0, 5)}`).toBe(400);
      }
  });
});
