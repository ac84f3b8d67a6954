import { beforeEach, expect, test } from 'vitest';
import { invitations } from './invitations.ts';
import { openDatabase } from './openDatabase.ts';
import type { Store } from './openStore.ts';
import { placeOf } from './place.ts';
import { onEachDatabase } from './testDatabases.ts';

const link = (more: object = {}) => ({
  ...{ invitationId: 'i', office: 'office', rank: 'member' as const, area: undefined, label: '', quota: undefined, expiresMs: undefined },
  ...{ createdMs: 1, createdBy: 'ada', createdByName: 'Ada' },
  ...more,
});
onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
  });
  const redeem = (personId: string, more: object = {}) =>
    store.invitations.redeem({
      ...{ invitationId: 'i', office: 'office' },
      person: { personId, deviceHash: undefined, name: personId, trade: '', appearance: '', seenMs: 1000 },
      ...more,
    });
  const rankOf = async (personId: string) => (await store.persons.find({ personId }))?.rank;

  test('[P11] is counted once a person, raises and never lowers', async () => {
    await store.invitations.create(link({ quota: 2 }));
    await store.persons.save({ personId: 'bob', deviceHash: undefined, name: 'Bob', trade: '', appearance: '', rank: 'host', seenMs: 1 });
    expect(await redeem('cem')).toMatchObject({ rank: 'member', pass: { via: 'link', invitationId: 'i' } });
    expect(await redeem('cem')).toMatchObject({ rank: 'member' });
    expect(await redeem('bob')).toBeDefined();
    expect(await redeem('dee')).toBeUndefined();
    expect([await rankOf('cem'), await rankOf('bob'), await rankOf('dee')]).toEqual(['member', 'host', undefined]);
    expect(await store.passes.find({ personId: 'dee', office: 'office' })).toBeUndefined();
    expect((await store.invitations.find({ invitationId: 'i' }))?.used).toBe(2);
    expect(await store.invitations.countLiving({ createdBy: 'ada', nowMs: 0 })).toBe(0);
  });

  test('[P11] used from two processes at once it is used no more often', async () => {
    await store.invitations.create(link({ quota: 10 }));
    const beside = await openDatabase(placeOf(under.settings));
    const person = (personId: string) => ({ personId, deviceHash: undefined, name: personId, trade: '', appearance: '', seenMs: 1000 });
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        n % 2 === 0
          ? redeem(`here-${n}`)
          : beside
              .transaction()
              .execute((db) => invitations.redeem.run(db, { invitationId: 'i', office: 'office', person: person(`beside-${n}`) })),
      ),
    );
    await beside.destroy();
    expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(10);
    expect((await store.invitations.find({ invitationId: 'i' }))?.used).toBe(10);
  });

  test('[P11] over, withdrawn or of another office it changes nothing', async () => {
    await store.invitations.create(link({ expiresMs: 1000 }));
    await store.invitations.create(link({ invitationId: 'withdrawn' }));
    await store.invitations.create(link({ invitationId: 'good' }));
    await store.invitations.revoke({ invitationId: 'withdrawn', nowMs: 5 });
    expect(await redeem('cem')).toBeUndefined();
    expect(await redeem('cem', { invitationId: 'withdrawn' })).toBeUndefined();
    expect(await redeem('cem', { invitationId: 'good', office: 'annex' })).toBeUndefined();
    expect(await rankOf('cem')).toBeUndefined();
    expect(await store.invitations.countLiving({ createdBy: 'ada', nowMs: 1000 })).toBe(1);
    expect((await store.invitations.list({ office: 'office', limit: 2 })).map(({ invitationId }) => invitationId)).toEqual(['good', 'i']);
  });

  test('[P14] another password or mode ends what the password had opened, and nothing else', async () => {
    const grant = (personId: string, via: 'password' | 'knock', office = 'office') =>
      store.passes.grant({ personId, office, via, invitationId: undefined, area: undefined, grantedMs: 1, expiresMs: undefined });
    const door = { office: 'office', mode: 'password' as const, passwordHash: 'a', capacity: undefined };
    await store.doors.set(door);
    await Promise.all([grant('cem', 'password'), grant('dee', 'knock'), grant('cem', 'password', 'annex')]);
    await store.doors.set({ ...door, capacity: 3 });
    expect(await store.passes.find({ personId: 'cem', office: 'office' })).toBeDefined();
    await store.doors.set({ ...door, passwordHash: 'b' });
    expect(await store.passes.find({ personId: 'cem', office: 'office' })).toBeUndefined();
    expect(await store.passes.find({ personId: 'dee', office: 'office' })).toBeDefined();
    expect(await store.passes.find({ personId: 'cem', office: 'annex' })).toBeDefined();
    expect(await store.doors.of({ office: 'elsewhere' })).toMatchObject({ mode: 'open', passwordHash: undefined });
  });

  test('[P17] of several bans the longest is told, and none by a mark that is not known', async () => {
    const ban = (banId: string, more: object) =>
      store.bans.add({
        ...{ banId, personId: null, deviceHash: null, address: null, name: '', reason: banId, byName: '', createdMs: 1, untilMs: null },
        ...more,
      });
    await ban('short', { personId: 'eve', untilMs: 2000 });
    await ban('long', { deviceHash: 'd', untilMs: 3000 });
    await ban('other', { address: 'a' });
    expect((await store.bans.matching({ personId: 'eve', deviceHash: 'd', nowMs: 1000 }))?.banId).toBe('long');
    expect((await store.bans.matching({ personId: 'eve', deviceHash: 'd', address: 'a', nowMs: 1000 }))?.banId).toBe('other');
    expect((await store.bans.matching({ personId: 'eve', nowMs: 1000 }))?.banId).toBe('short');
    expect(await store.bans.matching({ personId: 'eve', nowMs: 2000 })).toBeUndefined();
    expect(await store.bans.matching({ nowMs: 1000 })).toBeUndefined();
    const standingOf = (personId: string) => store.standings.of({ personId, address: 'a', office: 'office', nowMs: 1000 });
    await store.persons.save({ personId: 'ada', deviceHash: undefined, name: 'Ada', trade: '', appearance: '', rank: 'host', seenMs: 1 });
    expect((await standingOf('bob')).ban?.banId).toBe('other');
    expect(await standingOf('ada')).toMatchObject({ rank: 'host', ban: undefined, pass: undefined });
  });
});
