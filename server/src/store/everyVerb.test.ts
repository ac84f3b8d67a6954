// Every verb runs on both databases: those that no other test of the store asks are asked here, and none is left out.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { aggregates } from './aggregates.ts';
import type { Store } from './openStore.ts';
import type { Tables } from './tables.ts';
import { onEachDatabase } from './testDatabases.ts';

const NOW = 1_800_000_000_000;
const office = 'office';

test('[O62] every verb of every aggregate is asked by a test that runs on both databases', () => {
  const folder = new URL('.', import.meta.url);
  const tests = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .filter((text) => text.includes('onEachDatabase('));
  const verbs = Object.entries(aggregates).flatMap(([aggregate, of]) => Object.keys(of).map((verb) => `${aggregate}.${verb}`));
  const isAsked = (verb: string): boolean => tests.some((text) => new RegExp(`\\.${verb}\\b`).test(text));
  // given by rememberPosition
  expect(verbs.filter((verb) => verb !== 'positions.save' && !isAsked(verb))).toEqual([]);
});

onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
  });
  const save = (personId: string, rank: 'visitor' | 'member' | 'host' = 'visitor') =>
    store.persons.save({ personId, deviceHash: personId, name: personId.toUpperCase(), trade: '', appearance: '', rank, seenMs: NOW });
  const secret = (name: string) => store.secrets.find({ name });

  test('[O62] persons, secrets, visits, passes, who has met whom and cards', async () => {
    expect(await store.persons.hasHost({})).toBe(false);
    await Promise.all([save('ada', 'host'), save('bob')]);
    await store.persons.raise({ personId: 'bob', rank: 'member' });
    await store.persons.raise({ personId: 'ada', rank: 'member' });
    expect((await store.persons.byName({ name: 'bob', limit: 3 })).map(({ personId, rank }) => [personId, rank])).toEqual([
      ['bob', 'member'],
    ]);
    expect((await store.persons.find({ personId: 'ada' }))?.rank).toBe('host');
    expect(await store.persons.hasHost({})).toBe(true);
    expect(await secret('a')).toBeUndefined();
    expect([await store.secrets.agree({ name: 'a', value: '1' }), await store.secrets.agree({ name: 'a', value: '2' })]).toEqual([
      '1',
      '1',
    ]);
    expect(await secret('a')).toBe('1');

    await store.visits.arrive({ visitId: 'v', office, personId: 'ada', arrivedMs: NOW });
    expect(await store.visits.openOf({ personId: 'ada' })).toEqual([office]);
    const pass = { office, via: 'knock' as const, invitationId: undefined, area: undefined, grantedMs: NOW, expiresMs: undefined };
    await store.passes.grantMissing({ passes: [{ ...pass, personId: 'ada' }] });
    await store.passes.grantMissing({ passes: [{ ...pass, personId: 'ada', via: 'link' }] });
    expect(await store.passes.find({ personId: 'ada', office })).toEqual({ ...pass, personId: 'ada' });

    await store.met.add({ oneId: 'ada', otherId: 'bob', atMs: NOW });
    await store.met.add({ oneId: 'ada', otherId: 'bob', atMs: NOW + 1 });
    expect(await store.met.among({ personId: 'bob', others: ['ada', 'eve'] })).toEqual(['ada']);
    expect(await store.met.among({ personId: 'bob', others: [] })).toEqual([]);
    const card = { personId: 'ada', sealed: '1.x', imageId: 'i', changedMs: NOW };
    await store.cards.save(card);
    await store.cards.save({ ...card, changedMs: NOW + 1 });
    expect(await store.cards.find({ personId: 'ada' })).toEqual({ ...card, changedMs: NOW + 1 });
    expect([
      await store.cards.hasImage({ personId: 'ada', imageId: 'i' }),
      await store.cards.hasImage({ personId: 'ada', imageId: 'j' }),
    ]).toEqual([true, false]);
    expect((await store.contacts.named({ personIds: ['bob', 'eve'] })).map(({ name }) => name)).toEqual(['BOB']);
  });

  test('[O62] what admins wrote, and who accepted it', async () => {
    const text = (name: string, version: string, en = 'be kind') => store.house.setText({ name, en, fr: '', version, changedMs: NOW });
    const owed = async (personId: string) => (await store.standings.of({ personId, office, nowMs: NOW })).charter;
    await text('appeal', 'a');
    expect(await owed('ada')).toBeUndefined();
    await text('charter', '1');
    expect((await store.house.texts({})).map(({ name, version }) => [name, version])).toEqual([
      ['appeal', 'a'],
      ['charter', '1'],
    ]);
    await store.house.accept({ personId: 'ada', version: '1', atMs: NOW });
    expect([await owed('ada'), await owed('bob')]).toEqual([undefined, '1']);
    await text('charter', '2');
    expect(await owed('ada')).toBe('2');
    await store.house.accept({ personId: 'ada', version: '2', atMs: NOW });
    await text('charter', '3', '');
    expect([await owed('ada'), await owed('bob')]).toEqual([undefined, undefined]);
  });

  test('[O62] what hosts do: bans, blocks, reports, the book', async () => {
    const ban = { personId: 'eve', deviceHash: null, address: null, name: 'Eve', reason: '', byName: 'Ada', createdMs: NOW };
    await store.bans.add({ ...ban, banId: 'over', untilMs: NOW - 1 });
    await store.bans.add({ ...ban, banId: 'b', untilMs: null });
    expect((await store.bans.list({ nowMs: NOW })).map(({ banId }) => banId)).toEqual(['b']);
    await store.bans.prune({ nowMs: NOW });
    expect((await store.bans.list({ nowMs: NOW - 2 })).map(({ banId }) => banId)).toEqual(['b']);
    await store.invitations.prune({ beforeMs: NOW });
    expect(await store.bans.lift({ banId: 'b' })).toEqual({ ...ban, banId: 'b', untilMs: null, byId: null });
    expect(await store.bans.lift({ banId: 'b' })).toBeUndefined();
    // P142, P143: with an account it is known by more, until it is lifted
    const session = { sessionId: 's', deviceHash: 'laptop', tokenHash: 't', browser: '', system: '', begunMs: NOW, accountId: 'a' };
    const openId = { issuer: 'i', subject: 'eve' };
    await store.accounts.create({ accountId: 'a', personId: 'eve', email: 'eve@example.org', nowMs: NOW, session, openId });
    await save('hana', 'host');
    await store.sessions.begin({ ...session, sessionId: 'h', deviceHash: 'hana', tokenHash: 'u' });
    await store.bans.add({ ...ban, banId: 'c', untilMs: null });
    await store.accounts.erase({ accountId: 'a' });
    expect((await store.bans.list({ nowMs: NOW })).map(({ devices }) => devices)).toEqual([['laptop']]);
    const banOf = async (comer: object) => (await store.bans.matching({ ...comer, nowMs: NOW }))?.banId;
    for (const comer of [{ deviceHash: 'laptop' }, { email: 'eve@example.org' }, { openId }, { personId: 'eve', deviceHash: 'new' }])
      expect(await banOf(comer), JSON.stringify(comer)).toBe('c');
    for (const comer of [{ deviceHash: 'hana' }, { email: 'bob@example.org' }, { openId: { ...openId, issuer: 'j' } }])
      expect(await banOf(comer), JSON.stringify(comer)).toBeUndefined();
    await store.bans.lift({ banId: 'c' });
    expect(await banOf({ email: 'eve@example.org', deviceHash: 'laptop', openId, personId: 'eve' })).toBeUndefined();
    await store.blocks.add({ personId: 'ada', blockedId: 'eve', atMs: NOW });
    expect(await store.blocks.of({ personId: 'eve' })).toEqual({ mine: [], ofMe: ['ada'] });
    await store.blocks.lift({ personId: 'ada', blockedId: 'eve' });
    expect(await store.blocks.of({ personId: 'ada' })).toEqual({ mine: [], ofMe: [] });

    const report = { reportId: 'r', office, atMs: NOW, byId: 'ada', byName: 'Ada', aboutId: 'eve', aboutName: 'Eve', text: 'loud' };
    await store.reports.file({ ...report, place: '', lines: '[]', settledMs: null });
    expect((await store.reports.open({ limit: 9 })).map(({ reportId }) => reportId)).toEqual(['r']);
    expect(await store.reports.settle({ reportId: 'r', office, notAbout: 'eve', settledMs: NOW })).toBeUndefined();
    expect(await store.reports.settle({ reportId: 'r', office, notAbout: 'ada', settledMs: NOW })).toBe('Eve');
    await store.reports.prune({ beforeMs: NOW + 1 });
    expect(await store.reports.open({ office, limit: 9 })).toEqual([]);
    const act = { atMs: NOW, byName: 'Ada', act: 'ban', target: 'Eve', details: '' };
    await Promise.all([
      store.audit.add({ ...act, entryId: '1', office }),
      store.audit.add({ ...act, entryId: '2', office: null, atMs: NOW + 1 }),
    ]);
    expect((await store.audit.of({ office, limit: 9 })).map(({ entryId }) => entryId)).toEqual(['2', '1']);
    await store.audit.prune({ beforeMs: NOW + 1 });
    expect((await store.audit.latest({ limit: 9 })).map(({ entryId }) => entryId)).toEqual(['2']);
  });

  test('[O62] standing meetings and talks', async () => {
    const meeting = {
      ...{ id: 'm', office, title: 'Apéro', theme: '', start: '2026-11-26T18:30', zone: 'Europe/Paris', minutes: 60 },
      ...{ repeat: { kind: 'once' as const }, until: null, place: null, createdBy: 'ada', createdByName: 'Ada', createdMs: NOW },
      ...{ changedMs: NOW, sequence: 0, cancelled: ['2026-11-26'], cancelledMs: undefined },
    };
    await store.appointments.save(meeting);
    await store.appointments.save({ ...meeting, sequence: 1 });
    const come = (who: string, day: string, coming = true) => store.appointments.come({ appointmentId: 'm', day, who, coming, atMs: NOW });
    await Promise.all([come('ada', '2026-11-26'), come('ada', '2026-11-26'), come('bob', '2026-12-03')]);
    await come('bob', '2026-12-03', false);
    expect(await store.appointments.ofOffice({ office })).toEqual({
      ...{ appointments: [{ ...meeting, sequence: 1 }], coming: [{ appointmentId: 'm', day: '2026-11-26', who: 'ada' }] },
    });
    await store.appointments.saveComing({ appointmentId: 'm', coming: [{ day: '2026-12-10', who: 'eve' }], atMs: NOW });
    await store.appointments.forgetComing({ beforeDay: '2026-12-11' });
    expect((await store.appointments.ofOffice({ office })).coming).toEqual([]);
    expect([await store.appointments.keyOf({ office, fresh: 'k' }), await store.appointments.keyOf({ office, fresh: 'l' })]).toEqual([
      'k',
      'k',
    ]);
    await store.appointments.setKey({ office, key: 'n' });
    expect(await store.appointments.keyOf({ office, fresh: 'l' })).toBe('n');
    await store.appointments.forget({ appointmentId: 'm' });
    expect((await store.appointments.ofOffice({ office })).appointments).toEqual([]);

    const talk: Tables['talks'] = {
      ...{
        talkId: 't',
        office,
        auditorium: 'a',
        title: 'A talk',
        startedMs: NOW,
        endedMs: null,
        keptUntilMs: null,
        record: '{}',
        kind: 'talk',
      },
    };
    await store.talks.save(talk);
    expect(await store.talks.unended({ office })).toEqual([talk]);
    const over = { ...talk, endedMs: NOW + 1, keptUntilMs: NOW + 2 };
    await store.talks.save(over);
    expect(await store.talks.ended({ office, kind: 'talk', most: 9 })).toEqual([over]);
    expect(await store.talks.find({ talkId: 't' })).toEqual(over);
    expect(await store.talks.outlived({ nowMs: NOW + 3 })).toEqual(['t']);
    const answer = { answerId: 'x', talkId: 't', questionId: 'q', text: 'yes', name: 'Ada', who: 'ada', atMs: NOW };
    await Promise.all([store.talks.answer(answer), store.talks.answer({ ...answer, answerId: 'y' })]);
    await store.talks.removeAnswer({ answerId: 'y' });
    expect(await store.talks.answersTo({ talkId: 't' })).toEqual([answer]);
    await store.talks.remove({ talkId: 't' });
    expect([await store.talks.find({ talkId: 't' }), await store.talks.answersTo({ talkId: 't' })]).toEqual([undefined, []]);
  });

  test('[O62] ways to sign in, browsers to be told, files and shelves', async () => {
    await save('ada', 'host');
    const accountId = 'account';
    const session = { sessionId: 's', accountId, deviceHash: 'ada', tokenHash: 'token', browser: '', system: '', begunMs: NOW };
    const person = { personId: 'cy', deviceHash: 'cy', name: 'Cy', trade: '', appearance: '', seenMs: NOW };
    expect(await store.accounts.createWithPerson({ person, accountId, email: null, nowMs: NOW, session })).toBeTruthy();
    expect((await store.accounts.find({ accountId }))?.personId).toBe('cy');
    const identity = { issuer: 'https://login.example.org', subject: 'cy' };
    expect(await store.openIds.add({ ...identity, accountId, nowMs: NOW })).toBe(true);
    await store.openIds.setRank({ ...identity, rank: 'member' });
    expect(await store.openIds.find(identity)).toMatchObject({ accountId, rank: 'member' });
    await store.openIds.remove({ accountId });
    expect(await store.openIds.find(identity)).toBeUndefined();
    const passkey = { passkeyId: 'p', credentialId: 'c', accountId, publicKey: 'k', counter: 0, transports: '[]', name: '', isSynced: 0 };
    await store.passkeys.add({ ...passkey, createdMs: NOW, usedMs: null });
    await store.passkeys.rename({ accountId, passkeyId: 'p', name: 'key' });
    expect((await store.passkeys.of({ accountId })).map(({ name }) => name)).toEqual(['key']);
    expect(await store.passkeys.remove({ accountId, passkeyId: 'p' })).toBe(true);
    await store.signIns.prune({ nowMs: NOW });
    await store.sessions.prune({ usedBeforeMs: NOW + 1 });
    expect(await store.sessions.byToken({ tokenHash: 'token', nowMs: NOW })).toBeUndefined();

    const subscription = { endpoint: 'https://push.example.org/1', personId: 'ada', p256dh: 'x', auth: 'y', atMs: NOW };
    await store.pushSubscriptions.add({ subscription, most: 3 });
    expect(await store.pushSubscriptions.ofHosts({})).toEqual([subscription]);
    await store.pushSubscriptions.remove({ endpoint: subscription.endpoint });
    expect(await store.pushSubscriptions.of({ personIds: ['ada'] })).toEqual([]);

    const file = { fileId: 'f', byId: 'ada', name: 'a.txt', type: 'text/plain', bytes: 3_000_000_000, width: null, height: null };
    expect(await store.files.add({ file: { ...file, createdMs: NOW }, mostBytes: 4_000_000_000 })).toBe(true);
    expect(await store.files.bytesOf({ personId: 'ada' })).toBe(3_000_000_000);
    const item = { itemId: 'i', channel: 'office:office', title: 'A file', url: null, fileId: 'f', byId: 'ada', byName: 'Ada', atMs: NOW };
    expect(await store.shelf.add({ item, most: 3 })).toBe('added');
    expect(await store.shelf.find({ itemId: 'i' })).toEqual(item);
    expect((await store.shelf.of({ channel: item.channel })).map(({ file: held }) => held?.bytes)).toEqual([3_000_000_000]);
    expect(await store.history.openBy({ office, personId: 'ada' })).toEqual([]);
  });
});
