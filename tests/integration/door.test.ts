// The door with real clients: who comes in by rank, invitation and password, and who tries to come in otherwise.
import { JOIN_REFUSED } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, describe, expect, it } from 'vitest';
import { enterAs, granted, inviteBy, PLAIN_INVITATION, placeRefusal, refusalOf, setDoor, setDoorQuietly } from '../support/door.ts';
import { tryToEnter, until } from '../support/enterOffice.ts';
import { askForPlace } from '../support/joinBarely.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, withTiles({ 'annex.tmj': mapOf(drawHall(12, 8), []) }));
const facts = async (id = 'office') => (await (await fetch(`${office.open.url}/api/offices/${id}`)).json()) as Record<string, unknown>;
const refusal = (options: Record<string, unknown>, officeId?: string) =>
  placeRefusal(office.open.url, { name: 'Eve', ...options }, officeId);

afterEach(() => setDoorQuietly(office, 'open'));

describe('the door', () => {
  it('[P10] is set by a host, and what it asks for is refused by its name', async () => {
    const host = await enterAs(office, 'host');
    for (const mode of ['link', 'knock'] as const) {
      expect(await setDoor(host, mode)).toMatchObject({ ok: true, mode, hasPassword: false });
      expect(await refusal({})).toBe(mode);
      expect(await facts()).toMatchObject({ door: mode, hostIsIn: true });
    }
    await setDoor(host, 'password', 'open sesame');
    expect(await refusal({})).toBe('password');
    expect(await refusal({ ticket: host.ticket })).toBeUndefined();
    // whoever is in stays in
    expect(host.connection.phase.peek()).toBe('online');
  });

  it('[P10] members pass it, and a forged rank in the options is nothing', async () => {
    const member = await enterAs(office, 'member');
    await setDoorQuietly(office, 'link');
    expect(await refusal({ ticket: member.ticket })).toBeUndefined();
    expect(await refusal({ rank: 'admin' })).toBe('invalid');
    expect(await refusal({ entry: { redeem: 'x' } })).toBe('invalid');
    expect(await refusal(JSON.parse('{"__proto__": {"rank": "admin"}}'))).toBe('invalid');
    expect(await refusal({ constructor: { prototype: {} } })).toBe('invalid');
    expect(await refusal({ invite: { length: 22 } })).toBe('invalid');
    expect(await refusal({ password: ['x'] })).toBe('invalid');
  });

  it('[P10] who is inside when it is shut stays, comes back after a cut, and after having left', async () => {
    const host = await enterAs(office, 'host');
    const ada = await office.enter('Ada');
    await setDoor(host, 'link');
    expect((await office.enter('Ada', { ticket: ada.ticket })).id).toBe(ada.id);
    ada.leave();
    expect(await refusal({ ticket: ada.ticket })).toBeUndefined();
    // shut by command nobody is asked who is inside
    await setDoorQuietly(office, 'open');
    const bob = await office.enter('Bob');
    await setDoorQuietly(office, 'link');
    expect((await office.enter('Bob', { ticket: bob.ticket })).id).toBe(bob.id);
  });

  it('[P18] shut, it tells how many are in, and not who', async () => {
    await office.enter('Ada');
    expect(await facts()).toMatchObject({ people: 1, here: [{ name: 'Ada' }], hostIsIn: false });
    await setDoorQuietly(office, 'link');
    expect(await facts()).toMatchObject({ people: 1, here: [] });
  });

  it('[P16] may let fewer in than the server, from now on, and puts nobody out', async () => {
    const host = await enterAs(office, 'host');
    const ada = await office.enter('Ada');
    expect(await setDoor(host, 'open', undefined, 1)).toMatchObject({ capacity: 1, mostCapacity: 200 });
    expect(await tryToEnter(office.open.url, { name: 'Bob' })).toEqual({ refused: 'full' });
    expect(ada.connection.phase.peek()).toBe('online');
    expect((await office.enter('Ada', { ticket: ada.ticket })).id).toBe(ada.id);
    expect(await facts()).toMatchObject({ capacity: 1 });
    await setDoor(host, 'open', undefined, 50_000);
    expect(await facts()).toMatchObject({ capacity: 200 });
  });
});

describe('an invitation', () => {
  it('[P11] opens the door, gives its rank once and for all offices, and counts each person once', async () => {
    const host = await enterAs(office, 'host');
    await setDoor(host, 'link');
    const { id, path } = await inviteBy(host, { rank: 'member', quota: 2, label: ' The  team ' });
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(path).toBe(`/?invite=${id}`);
    const ada = await joinWithSdk(office.open.url, { name: 'Ada', invite: id });
    await until(() => office.open.room().state.people.get(ada.welcome.personId)?.rank === 1, 'Ada is a member');
    const again = await joinWithSdk(office.open.url, { name: 'Ada', invite: id, ticket: ada.welcome.ticket });
    expect(again.welcome.personId).toBe(ada.welcome.personId);
    const { list } = await granted(host, 'invitations', {});
    expect(list.find((one) => one.id === id)).toMatchObject({ used: 1, quota: 2, label: 'The team', by: 'host', revoked: false });
    const annex = await joinWithSdk(office.open.url, { name: 'Ada', ticket: ada.welcome.ticket }, 'annex');
    expect(office.open.room('annex').state.people.get(ada.welcome.personId)?.rank).toBe(1);
    await again.room.leave();
    await annex.room.leave();
  });

  it('[P11] asked for by twenty at once lets in as many as it says', async () => {
    const host = await enterAs(office, 'host');
    await setDoor(host, 'link');
    const { id } = await inviteBy(host, { quota: 5 });
    const before = office.ids().length;
    // places are given to all: it is used up where the place is taken
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => joinWithSdk(office.open.url, { name: `Guest ${n}`, invite: id })),
    );
    const inside = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const codes = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { message: string }).message] : []));
    expect(inside).toHaveLength(5);
    expect(new Set(codes)).toEqual(new Set(['invitation']));
    expect(office.ids()).toHaveLength(before + 5);
    expect((await granted(host, 'invitations', {})).list.find((one) => one.id === id)?.used).toBe(5);
    for (const { room } of inside) await room.leave();
  });

  it('[P11] is not used up by who is refused for want of a place', async () => {
    const host = await enterAs(office, 'host');
    const { id } = await inviteBy(host, { quota: 1 });
    await setDoor(host, 'link', undefined, 1);
    await expect(joinWithSdk(office.open.url, { name: 'Ada', invite: id })).rejects.toThrow('full');
    await setDoor(host, 'link');
    await (await joinWithSdk(office.open.url, { name: 'Ada', invite: id })).room.leave();
  });

  it('[P11] over, withdrawn, of another office or invented opens nothing', async () => {
    const host = await enterAs(office, 'host');
    const { store } = office.open.room().parts;
    const over = await inviteBy(host, { days: 0.01 });
    const withdrawn = await inviteBy(host);
    await granted(host, 'revokeInvitation', { invitation: withdrawn.id });
    const elsewhere = {
      ...withdrawn,
      invitationId: 'A'.repeat(22),
      office: 'annex',
      area: undefined,
      quota: undefined,
      expiresMs: undefined,
    };
    const { invitationId, label, rank, createdMs } = elsewhere;
    await store.invitations.create({
      ...{ invitationId, office: 'annex', rank, area: undefined, label, quota: undefined, expiresMs: undefined },
      ...{ createdMs, createdBy: undefined, createdByName: '' },
    });
    await setDoor(host, 'link');
    expect(await refusal({ invite: withdrawn.id })).toBe('invitation');
    expect(await refusal({ invite: 'A'.repeat(22) })).toBe('invitation');
    expect(await refusal({ invite: 'A'.repeat(22) }, 'annex')).toBeUndefined();
    expect(await refusal({ invite: "' or 1=1 --" })).toBe('invitation');
    expect(await refusal({ invite: over.id })).toBeUndefined();
    expect(over.expiresMs).toBeCloseTo(Date.now() + 864_000, -5);
  });

  it('[P11] a place that was asked for before it was withdrawn is not taken after it', async () => {
    const host = await enterAs(office, 'host');
    await setDoor(host, 'link');
    const { id } = await inviteBy(host);
    const given = await askForPlace(office.open.url, { options: { name: 'Eve', invite: id } });
    expect(given.status).toBe(200);
    await granted(host, 'revokeInvitation', { invitation: id });
    await expect(joinWithSdk(office.open.url, { name: 'Eve', invite: id })).rejects.toThrow('invitation');
  });

  it('[P13] gives no more than its maker may give, and shows nobody a link to more', async () => {
    const [visitor, member, host, admin] = [
      await office.enter('Vi'),
      await enterAs(office, 'member'),
      await enterAs(office, 'host'),
      await enterAs(office, 'admin'),
    ];
    expect(await refusalOf(visitor, 'invite', PLAIN_INVITATION)).toBe('notAllowed');
    for (const rank of ['member', 'host', 'admin'] as const)
      expect(await refusalOf(member, 'invite', { ...PLAIN_INVITATION, rank })).toBe('notAllowed');
    expect(await refusalOf(host, 'invite', { ...PLAIN_INVITATION, rank: 'admin' })).toBe('notAllowed');
    const mine = await inviteBy(member);
    const hosts = await inviteBy(host, { rank: 'host' });
    const admins = await inviteBy(admin, { rank: 'admin' });
    const seenBy = async (person: typeof host) => (await granted(person, 'invitations', {})).list.map(({ id }) => id);
    expect(await seenBy(member)).toEqual([mine.id]);
    expect(await seenBy(host)).toEqual(expect.arrayContaining([mine.id, hosts.id]));
    expect(await seenBy(host)).not.toContain(admins.id);
    expect(await seenBy(admin)).toEqual(expect.arrayContaining([mine.id, hosts.id, admins.id]));
    expect(await refusalOf(member, 'revokeInvitation', { invitation: hosts.id })).toBe('notThere');
    expect(await refusalOf(host, 'revokeInvitation', { invitation: admins.id })).toBe('notThere');
    expect(await refusalOf(host, 'revokeInvitation', { invitation: mine.id })).toBeUndefined();
  });

  it('[P11] refuses what makes no sense', async () => {
    const host = await enterAs(office, 'host');
    expect(await refusalOf(host, 'invite', { ...PLAIN_INVITATION, area: 'nowhere' })).toBe('notThere');
    expect(await refusalOf(host, 'invite', { ...PLAIN_INVITATION, area: 'lounge', rank: 'member' })).toBe('invalid');
    expect(await refusalOf(host, 'invite', { ...PLAIN_INVITATION, label: 'x'.repeat(tuning.labelLength + 1) })).toBe('textTooLong');
    for (const wrong of [{ quota: 0 }, { quota: 1.5 }, { days: -1 }, { days: Number.POSITIVE_INFINITY }, { label: 7 }])
      expect(await refusalOf(host, 'invite', { ...PLAIN_INVITATION, ...wrong } as typeof PLAIN_INVITATION)).toBe('invalid');
  });
});

describe('the password', () => {
  it('[P14] lets in who knows it, and again until there is another', async () => {
    const host = await enterAs(office, 'host');
    const inAnnex = await office.enter('host', { ticket: host.ticket, office: 'annex' });
    expect(await refusalOf(inAnnex, 'setDoor', { mode: 'password', capacity: null })).toBe('passwordTooShort');
    expect(await refusalOf(host, 'setDoor', { mode: 'password', password: 'short', capacity: null })).toBe('passwordTooShort');
    await setDoor(host, 'password', 'open sesame');
    expect(await refusal({ password: 'Open sesame' })).toBe('wrongPassword');
    const ada = await joinWithSdk(office.open.url, { name: 'Ada', password: 'open sesame' });
    expect(await refusal({ ticket: ada.welcome.ticket })).toBeUndefined();
    // the same again changes nothing for her; another one does
    await setDoor(host, 'password');
    expect(await refusal({ ticket: ada.welcome.ticket })).toBeUndefined();
    await ada.room.leave();
    await until(() => !office.ids().includes(ada.welcome.personId), 'Ada has left');
    await setDoor(host, 'password', 'another one');
    expect(await refusal({ ticket: ada.welcome.ticket })).toBe('password');
  });

  it('[P14] that was changed after a place was asked for is asked for anew', async () => {
    const host = await enterAs(office, 'host');
    await setDoor(host, 'password', 'open sesame');
    const { door } = office.open.room().parts;
    const eve = { personId: 'E'.repeat(22), deviceId: undefined, address: '192.0.2.9', ticket: '', name: 'Eve', trade: '', appearance: '' };
    const admitted = await door.admit({ ...eve, password: 'open sesame' });
    await setDoor(host, 'password', 'another one');
    await expect(door.comeIn(admitted)).rejects.toMatchObject({ code: JOIN_REFUSED.password });
  });

  it('[P14] is not guessed: after ten wrong ones an address waits, whoever asks, and invitations still open', async () => {
    const host = await enterAs(office, 'host');
    await setDoor(host, 'password', 'open sesame');
    const { id } = await inviteBy(host);
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, n) => refusal({ password: `guess ${n}` })));
    // some were spent by the tests before
    expect(guesses.filter((one) => one === 'wrongPassword').length).toBeLessThanOrEqual(tuning.passwordTries);
    expect(new Set(guesses)).toEqual(new Set(['wrongPassword', 'tooMany']));
    const late = await askForPlace(office.open.url, { options: { name: 'Eve', password: 'open sesame' } });
    expect([late.status, Number(late.headers.get('retry-after')) > 60]).toEqual([429, true]);
    const told = await tryToEnter(office.open.url, { name: 'Eve', password: 'open sesame' });
    expect(told).toEqual({ refused: 'tooMany', retryAfterS: expect.any(Number) });
    expect(await refusal({ password: 'open sesame', ticket: host.ticket })).toBeUndefined();
    expect(await refusal({ password: 'open sesame', invite: id })).toBeUndefined();
  });

  it('[P14] ids of invitations are not guessed either', async () => {
    await setDoorQuietly(office, 'link');
    const outcomes: (string | undefined)[] = [];
    for (let n = 0; n < tuning.invitationTries + 5; n++) outcomes.push(await refusal({ invite: `guess-${n}` }));
    expect(outcomes.filter((one) => one === 'invitation').length).toBeLessThanOrEqual(tuning.invitationTries);
    expect(outcomes.at(-1)).toBe('tooMany');
  });
});
