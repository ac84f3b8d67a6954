import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, expect, test } from 'vitest';
import type { NewAccount } from './accounts.ts';
import type { Store } from './openStore.ts';
import type { NewSession } from './sessions.ts';
import { onEachDatabase } from './testDatabases.ts';

const NOW = 1_800_000_000_000;
const office = 'office';

onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
    for (const [name, deviceHash] of Object.entries({ ada: 'desk', bob: 'desk', eve: 'cafe' })) await save(name, deviceHash);
  });
  const save = (name: string, deviceHash: string) =>
    store.persons.save({ personId: name, deviceHash, name, trade: '', appearance: '', seenMs: NOW });
  const session = (accountId: string, deviceHash: string, more: Partial<NewSession> = {}): NewSession => ({
    ...{ sessionId: `${accountId} at ${deviceHash}`, accountId, deviceHash, tokenHash: `token of ${accountId} at ${deviceHash}` },
    ...{ browser: 'Firefox', system: 'Linux', begunMs: NOW },
    ...more,
  });
  const make = (personId: string, deviceHash: string, more: Partial<NewAccount> = {}) => {
    const accountId = `account of ${personId}`;
    return store.accounts.create({ personId, accountId, email: null, nowMs: NOW, session: session(accountId, deviceHash), ...more });
  };
  const names = async (deviceHash: string, all?: true) =>
    (await store.persons.ofDevice({ deviceHash, limit: 9, ...(all ? { all } : {}) }))
      .map(({ personId }) => personId)
      .sort((a, b) => a.localeCompare(b));

  test('[P80] a person has one account, and address, passkey and identity are of one account each', async () => {
    const passkey = {
      ...{ passkeyId: 'p', credentialId: 'c', accountId: 'account of ada', publicKey: 'k', counter: 0, transports: '[]', name: '' },
      ...{ isSynced: 0, createdMs: NOW, usedMs: null },
    };
    const openId = { issuer: 'https://login.example.org', subject: 'ada' };
    expect(await make('ada', 'desk', { email: 'ada@example.org', passkey, openId })).toBe(true);
    expect(await make('ada', 'cafe', { accountId: 'another' })).toBe(false);
    expect(await make('eve', 'cafe', { email: 'ada@example.org' })).toBe(false);
    expect(await make('eve', 'cafe', { passkey: { ...passkey, passkeyId: 'q', accountId: 'account of eve' } })).toBe(false);
    expect(await make('eve', 'cafe', { openId })).toBe(false);
    expect(await store.accounts.ofPerson({ personId: 'eve' })).toBeUndefined();
    expect(await store.sessions.byToken({ tokenHash: 'token of account of eve at cafe', nowMs: NOW })).toBeUndefined();
    const made = await Promise.all([make('eve', 'cafe'), make('eve', 'home', { accountId: 'another' })]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await store.accounts.whole({ accountId: 'account of ada' })).toMatchObject({
      ...{ email: 'ada@example.org', person: { name: 'ada' }, openIds: [openId.issuer] },
      ...{ passkeys: [{ counter: 0, isSynced: 0 }], sessions: [{ deviceHash: 'desk' }] },
    });
    expect(await store.accounts.setEmail({ accountId: 'account of eve', email: 'ada@example.org' })).toBe(false);
    expect(await store.accounts.setEmail({ accountId: 'account of ada', email: 'ada@example.org' })).toBe(true);
  });

  test('[P91] a device is its guests and who is signed in on it, one at a time', async () => {
    expect(await names('desk')).toEqual(['ada', 'bob']);
    await make('ada', 'desk');
    await make('eve', 'cafe');
    expect([await names('desk'), await names('cafe')]).toEqual([['ada', 'bob'], ['eve']]);
    await store.sessions.begin(session('account of eve', 'desk'));
    expect(await names('desk')).toEqual(['bob', 'eve']);
    expect(await names('desk', true)).toEqual(['ada', 'bob', 'eve']);
    await store.sessions.endAll({ accountId: 'account of eve' });
    expect([await names('desk'), await names('cafe')]).toEqual([['bob'], []]);
  });

  test('[P82] the door knows who is signed out, on this device and by this token', async () => {
    const isOut = async (deviceHash: string | undefined, sessionHash?: string | null, nowMs = NOW) =>
      (await store.standings.of({ personId: 'ada', office, deviceHash, sessionHash, nowMs })).isSignedOut;
    expect(await isOut(undefined, null)).toBe(false);
    await make('ada', 'desk');
    const token = 'token of account of ada at desk';
    expect(await isOut('desk', token)).toBe(false);
    expect(await isOut('desk')).toBe(false);
    expect(await isOut('desk', token, NOW + tuning.sessionUnusedMs)).toBe(true);
    for (const [device, shown] of [
      ['desk', null],
      ['desk', 'another'],
      ['cafe', token],
      ['cafe', undefined],
      [undefined, token],
    ] as const)
      expect(await isOut(device, shown), `${device} ${shown}`).toBe(true);
    const comers = [
      { personId: 'ada', deviceHash: 'desk' },
      { personId: 'bob', deviceHash: undefined },
      { personId: 'eve', deviceHash: 'cafe' },
    ];
    expect(await store.accounts.signedOut({ comers })).toEqual([]);
    await store.sessions.end({ accountId: 'account of ada', sessionId: 'account of ada at desk' });
    expect(await store.accounts.signedOut({ comers })).toEqual(['ada']);
    expect(await store.accounts.signedOut({ comers: [] })).toEqual([]);
  });

  test('[P81] a token is renewed once, and the one before holds as long as it says', async () => {
    await make('ada', 'desk');
    const before = 'token of account of ada at desk';
    const renew = (tokenHash: string) =>
      store.sessions.renew({ sessionId: 'account of ada at desk', before, tokenHash, previousHash: before, previousUntilMs: null });
    expect((await Promise.all([renew('one'), renew('other')])).filter(Boolean)).toHaveLength(1);
    const found = async (tokenHash: string, nowMs = NOW) => (await store.sessions.byToken({ tokenHash, nowMs }))?.personId;
    expect([await found(before), await found('one'), await found('other')].filter((one) => one === 'ada')).toHaveLength(2);
    const [now] = (await store.accounts.whole({ accountId: 'account of ada' }))?.sessions ?? [];
    await store.sessions.renew({ sessionId: 'account of ada at desk', before: now?.tokenHash ?? '', previousUntilMs: NOW + 10 });
    expect([await found(before, NOW + 9), await found(before, NOW + 10)]).toEqual(['ada', undefined]);
  });

  test('[P81] an account is signed in on fifty devices at most', async () => {
    await make('ada', 'desk');
    for (let n = 0; n < 55; n++) await store.sessions.begin(session('account of ada', `device ${n}`, { begunMs: NOW + n }));
    const { sessions = [] } = (await store.accounts.whole({ accountId: 'account of ada' })) ?? {};
    expect(sessions).toHaveLength(50);
    expect(sessions[0]?.deviceHash).toBe('device 54');
  });

  test('[P83] a link is taken once, and a code tried five times on its device', async () => {
    const link = (tokenHash: string, deviceHash: string | null, codeHash: string | null, nowMs = NOW) =>
      store.signIns.addLink({
        ...{ tokenHash, deviceHash, codeHash, email: 'ada@example.org', personId: null, accountId: null, mostRank: null, office: null },
        ...{ expiresMs: nowMs + 100, nowMs },
      });
    await link('one', null, null);
    const taken = await Promise.all([1, 2, 3].map(() => store.signIns.takeLink({ tokenHash: 'one', nowMs: NOW })));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await link('late', null, null);
    expect(await store.signIns.takeLink({ tokenHash: 'late', nowMs: NOW + 100 })).toBeUndefined();
    const byCode = (codeHash: string, deviceHash = 'desk') => store.signIns.takeLinkByCode({ deviceHash, codeHash, nowMs: NOW });
    await link('coded', 'desk', 'right');
    expect(await byCode('right', 'cafe')).toBeUndefined();
    for (let n = 0; n < 4; n++) expect(await byCode('wrong')).toBeUndefined();
    expect((await byCode('right'))?.tokenHash).toBe('coded');
    expect(await byCode('right')).toBeUndefined();
    await link('coded', 'desk', 'right');
    for (let n = 0; n < 5; n++) await byCode('wrong');
    expect(await byCode('right')).toBeUndefined();
    // more than so many do not wait for one device
    for (let n = 0; n < 9; n++) await link(`many ${n}`, 'cafe', `code ${n}`, NOW + n);
    const living = await Promise.all(Array.from({ length: 9 }, (_, n) => store.signIns.findLink({ tokenHash: `many ${n}`, nowMs: NOW })));
    expect(living.filter(Boolean)).toHaveLength(5);
  });

  test('[P85] a question is taken once, of its kind, by its device; a passkey’s count goes on from what it was', async () => {
    const flow = { flowHash: 'f', kind: 'passkeySignIn', deviceHash: 'desk', facts: '{}', expiresMs: NOW + 100, nowMs: NOW } as const;
    await store.signIns.addFlow(flow);
    const take = (more: object = {}) =>
      store.signIns.takeFlow({ flowHash: 'f', kind: 'passkeySignIn', deviceHash: 'desk', nowMs: NOW, ...more });
    for (const more of [{ flowHash: 'g' }, { kind: 'openId' }, { deviceHash: 'cafe' }, { nowMs: NOW + 100 }])
      expect(await take(more)).toBeUndefined();
    expect((await Promise.all([take(), take()])).filter(Boolean)).toEqual(['{}']);
    await make('ada', 'desk');
    const passkey = {
      passkeyId: 'p',
      credentialId: 'c',
      accountId: 'account of ada',
      publicKey: 'k',
      counter: 4,
      transports: '[]',
      name: '',
    };
    const add = () => store.passkeys.add({ ...passkey, isSynced: 1, createdMs: NOW, usedMs: null });
    expect(await add()).toBe(true);
    expect(await store.passkeys.add({ ...passkey, passkeyId: 'q', isSynced: 1, createdMs: NOW, usedMs: null })).toBe(false);
    const used = () => store.passkeys.used({ passkeyId: 'p', before: 4, counter: 5, usedMs: NOW });
    expect((await Promise.all([used(), used()])).filter(Boolean)).toHaveLength(1);
    expect(await store.passkeys.find({ credentialId: 'c' })).toMatchObject({ counter: 5, usedMs: NOW });
    expect(await store.passkeys.remove({ accountId: 'account of eve', passkeyId: 'p' })).toBe(false);
  });

  test('[P90] what is to be erased is signed out, kept when one signs in, and gone when it is erased', async () => {
    await make('ada', 'desk', { email: 'ada@example.org', openId: { issuer: 'i', subject: 's' } });
    const accountId = 'account of ada';
    await store.accounts.markDeleted({ accountId, erasesAtMs: NOW + 100 });
    expect((await store.accounts.whole({ accountId }))?.sessions).toEqual([]);
    expect(await store.accounts.dueToErase({ nowMs: NOW + 99 })).toEqual([]);
    expect(await store.accounts.cancelDeletion({ accountId })).toBe(true);
    expect(await store.accounts.cancelDeletion({ accountId })).toBe(false);
    await store.accounts.markDeleted({ accountId, erasesAtMs: NOW + 100 });
    expect(await store.accounts.dueToErase({ nowMs: NOW + 100 })).toMatchObject([{ accountId, personId: 'ada' }]);
    await store.accounts.erase({ accountId });
    expect(await store.accounts.ofEmail({ email: 'ada@example.org' })).toBeUndefined();
    expect(await store.openIds.find({ issuer: 'i', subject: 's' })).toBeUndefined();
    expect(await names('desk')).toEqual(['ada', 'bob']);
  });
});
