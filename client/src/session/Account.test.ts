import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import { Passkeys } from '../net/Passkeys.ts';
import { Account } from './Account.ts';

const WAYS = { email: true, passkeys: true };
const mine = (personId = 'noor'): AccountFacts => ({
  ways: WAYS,
  account: {
    ...{ personId, name: 'Noor', trade: 'Illustrator', appearance: 'look', rank: 'member', email: 'noor@example.org' },
    ...{ passkeys: [], openId: false, sessions: [], createdMs: 0 },
  },
});
const nobody: AccountFacts = { ways: WAYS, account: null };
const person = (personId: string): DeviceFacts['persons'][number] => ({
  ...{ personId, ticket: `${personId}.ticket`, name: 'Noor', trade: 'Illustrator', appearance: 'look', here: false },
});

/** @param answers of the server, one after another */
function account(answers: { status?: number; body: unknown }[], persons: string[] = []) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ method: init.method ?? 'GET', path, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    const { status = 200, body } = answers.shift() ?? { status: 500, body: 'broken' };
    return new Response(JSON.stringify(body), { status });
  });
  const device = signal<DeviceFacts | undefined>({ persons: persons.map(person), secure: true });
  const forget = vi.fn();
  const parts = {
    ...{ officeId: 'office', passkeys: new Passkeys(globalThis as never), signed: undefined, device, forget },
    ticket: () => 'guest.ticket',
    // signing in makes the device know the account's person first
    readDevice: async () => {
      device.value = { persons: [person('noor')], secure: true };
    },
    goTo: vi.fn(),
  };
  return { it: new Account(parts), asked, forget, parts };
}

afterEach(() => vi.unstubAllGlobals());

test('[U117] whoever has signed in is shown with everything that was kept, at once', async () => {
  const { it } = account([{ body: nobody }, { body: mine() }], ['guest']);
  await it.read();
  expect(it.me.value).toBeUndefined();
  const seen: unknown[] = [];
  it.facts.subscribe(() => seen.push(it.me.peek()?.ticket));
  expect(await it.enterCode('abcd-efgh')).toEqual({ ok: mine() });
  expect(seen).toEqual([undefined, 'noor.ticket']);
});

test('[U118] only who wants to be kept gives the guest away, and nobody who is signed in', async () => {
  const { it, asked } = account([
    { body: nobody },
    { status: 202, body: {} },
    { status: 202, body: {} },
    { body: mine() },
    { status: 202, body: {} },
  ]);
  await it.read();
  const sent = { email: 'noor@example.org', language: 'fr', office: 'office' };
  expect(await it.sendMail('noor@example.org', 'fr', false)).toEqual({ ok: true });
  expect(await it.sendMail('noor@example.org', 'fr', true)).toEqual({ ok: true });
  await it.enterCode('x');
  // a language that letters are not written in
  await it.sendMail('noor@example.org', 'es', true);
  expect(asked.filter(({ path }) => path === '/api/account/email').map(({ body }) => body)).toEqual([
    sent,
    { ...sent, ticket: 'guest.ticket' },
    { ...sent, language: 'en' },
  ]);
});

test('[U119] a refusal has its name, what comes from elsewhere has not', async () => {
  const { it } = account([
    { status: 409, body: { error: 'No.', code: 'lastWay' } },
    { status: 429, body: { error: 'No.', code: 'tooMany', retryAfterS: 90 } },
    { status: 502, body: { error: 'proxy' } },
    { status: 409, body: { error: 'No.', code: 'toString' } },
  ]);
  expect(await it.removePasskey('a/b')).toEqual({ refused: 'lastWay' });
  expect(await it.removeEmail()).toEqual({ refused: 'tooMany', retryAfterS: 90 });
  expect(await it.removeEmail()).toEqual({ refused: 'unreachable' });
  expect(await it.removeEmail()).toEqual({ refused: 'unreachable' });
});

test('[U122] who was signed out elsewhere meanwhile is nobody here from then on', async () => {
  const { it } = account([{ body: mine() }, { status: 401, body: { error: 'No.', code: 'signedOut' } }, { body: nobody }], ['noor']);
  await it.read();
  expect(it.me.value?.personId).toBe('noor');
  expect(await it.renamePasskey('a', 'Phone')).toEqual({ refused: 'signedOut' });
  expect(it.facts.value).toEqual(nobody);
});

test('[U123] signing out and deleting leave the office, and the entrance says so; refused, one stays', async () => {
  const { it, forget } = account([
    { body: mine() },
    { status: 401, body: { error: 'No.', code: 'again' } },
    { body: { ...nobody, erasesAtMs: 1234 } },
  ]);
  await it.read();
  expect(await it.erase()).toEqual({ refused: 'again' });
  expect(forget).not.toHaveBeenCalled();
  await it.erase();
  expect(forget).toHaveBeenCalledOnce();
  expect(it.news.value).toEqual({ kind: 'erasing', atMs: 1234 });
  expect(it.isLeaving.value).toBe(false);
});

test('[U120] what needs a fresh sign-in is refused by its name, and done once I have signed in again', async () => {
  const { it } = account([
    { body: mine() },
    { status: 401, body: { error: 'No.', code: 'again' } },
    { body: mine() },
    { body: { ...mine(), account: { ...mine().account, email: null } } },
  ]);
  await it.read();
  expect(await it.removeEmail()).toEqual({ refused: 'again' });
  expect(it.facts.value).toEqual(mine());
  await it.enterCode('abcd-efgh');
  expect(await it.removeEmail()).toHaveProperty('ok');
  expect(it.facts.value?.account?.email).toBeNull();
});

test('[U121] a link that was opened in another tab is seen by reading anew, with everything that was kept', async () => {
  const { it } = account([{ body: nobody }, { status: 202, body: {} }, { body: mine() }], ['guest']);
  await it.read();
  await it.sendMail('noor@example.org', 'fr', false);
  await it.read();
  expect(it.me.value).toMatchObject({ personId: 'noor', ticket: 'noor.ticket' });
});
