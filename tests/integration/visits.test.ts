// A client's visit with real clients: one area, whatever their client says; nothing heard or read of elsewhere; over when it is over.
import { toUnits } from '@comptoir/shared/geometry';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { encodeSegment, WIRE } from '@comptoir/shared/protocol/walks';
import { describe, expect, it } from 'vitest';
import { enterAs, granted, linkFromCommand, placeRefusal, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { writeMaps } from '../support/openOffice.ts';
import { areaAt, drawHall, mapOf, seatAt, tilePx, withTiles } from '../support/smallMaps.ts';
import { standAt, talkTogether } from '../support/talking.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const LOUNGE = { x: 2, y: 2, width: 10, height: 8 };
/** The lounge divides nothing: people on both sides of its border would talk. */
const draw = (...lounge: ReturnType<typeof areaAt>[]) =>
  mapOf(drawHall(40, 14), [
    ...lounge,
    areaAt('den', { x: 20, y: 5, width: 3, height: 2 }, { start: true }),
    areaAt('club', { x: 30, y: 2, width: 6, height: 8 }, { minRank: 'member' }),
    seatAt('seat-in', { x: 3, y: 3 }, 'down'),
    seatAt('seat-out', { x: 12, y: 5 }, 'down'),
  ]);
const lounge = (box = LOUNGE) => areaAt('lounge', box, { focusable: true });

const office = useOffice({}, withTiles({ 'office.tmj': draw(lounge()) }));

const guestLink = (untilMs?: number) => linkFromCommand(office, 'visitor', 'lounge', untilMs);
const enterOnVisit = async (name = 'Guest', untilMs?: number): Promise<Inside> => office.enter(name, { invite: await guestLink(untilMs) });
const isInLounge = ({ x, y }: { x: number; y: number }): boolean =>
  x >= LOUNGE.x * 32 && y >= LOUNGE.y * 32 && x < (LOUNGE.x + LOUNGE.width) * 32 && y < (LOUNGE.y + LOUNGE.height) * 32;
const isInClub = ({ x, y }: { x: number; y: number }): boolean => x >= 30 * 32 && x < 36 * 32 && y >= 64 && y < 320;
const settled = (person: Inside) => person.connection.request('whereIs', { personId: person.id });

describe('on a visit', () => {
  it('[P12] one appears in the area, knows it, walks in it and not out of it, without being put back', async () => {
    const guest = await office.enter('Guest', { invite: await guestLink(), start: 'den' });
    expect(guest.world.confinedTo.peek()).toBe('lounge');
    expect(isInLounge(office.place(guest))).toBe(true);
    for (const direction of [0, 2, 4, 6] as const) {
      guest.hold(direction, 'run');
      await new Promise((resolve) => setTimeout(resolve, 800));
      guest.draw();
      guest.letGo();
      await until(() => office.place(guest).isStill, 'the guest stands');
      await until(() => isNear(guest.place, office.place(guest), 1), 'where they believe to stand');
      expect(isInLounge(office.place(guest))).toBe(true);
    }
    expect((await guest.actions.walkTo(tilePx(9, 8))).arrived).toBe(true);
    expect((await guest.actions.walkTo(tilePx(25, 8))).arrived).toBe(true);
    expect(isInLounge(office.place(guest))).toBe(true);
  });

  it('[P12] a forged client gets nowhere', async () => {
    const guest = await enterOnVisit();
    await standAt(guest, 11, 5);
    const { connection } = guest;
    const out = await office.enter('Out');
    await standAt(out, 25, 5);
    const tick = () => Math.floor(office.open.room().tickNow());
    const { walker } = office.occupant(guest);
    for (let n = 1; n <= 15; n++) {
      const at = { x: walker.x + n * toUnits(4), y: walker.y };
      connection.sendBytes(WIRE.walk, encodeSegment({ seq: 700 + n, startTick: tick(), ...at, direction: 0, gait: 'run' }));
      await settled(guest);
      expect(isInLounge(office.place(guest))).toBe(true);
    }
    // so many at once would be too many messages
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const from: [number, number] = [walker.x, walker.y];
    const path = { seq: 900, startTick: tick(), from, tiles: [[15, 5] as [number, number]], gait: 'run' as const };
    expect(await connection.request('walkPath', path)).toEqual({ refused: 'blocked' });
    expect(await connection.request('sit', { seat: 'seat-out' })).toEqual({ refused: 'notThere' });
    for (const ask of [
      { kind: 'person', id: out.id },
      { kind: 'area', id: 'den' },
      { kind: 'area', id: 'club' },
      { kind: 'start', id: 'den' },
    ] as const)
      expect(await connection.request('beThere', ask)).toEqual({ refused: 'notAllowed' });
    expect(await connection.request('whereIs', { personId: out.id })).toEqual({ refused: 'notAllowed' });
    expect(await connection.request('approach', { personId: out.id })).toEqual({ refused: 'notAllowed' });
    expect(await connection.request('ask', { kind: 'talk', person: out.id })).toEqual({ refused: 'notAllowed' });
    expect(await connection.request('say', { to: { kind: 'person', id: out.id }, text: 'psst' })).toEqual({ refused: 'notAllowed' });
    expect(await connection.request('say', { to: { kind: 'office' }, text: 'all of you' })).toEqual({ refused: 'notAllowed' });
    expect(await refusalOf(out, 'say', { to: { kind: 'person', id: guest.id }, text: 'psst' })).toBe('notAllowed');
    const heard: unknown[] = [];
    out.signalling.onMember((...signal) => heard.push(signal));
    for (let epoch = 0; epoch < 20; epoch++) guest.signalling.toMember(out.id, epoch, 'hello');
    connection.send('typing', { to: { kind: 'office' } });
    await settled(guest);
    await settled(out);
    expect(heard).toEqual([]);
    expect(out.world.talk.typing.peek().size).toBe(0);
    expect(isInLounge(office.place(guest))).toBe(true);
  });

  it('[P12] one talks with who is in the area and hears nobody outside, out loud or beside one', async () => {
    const guest = await enterOnVisit();
    await standAt(guest, 11, 5);
    const [ada, bob, other] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Other')];
    await Promise.all([standAt(ada, 13, 5), standAt(bob, 14, 5), standAt(other, 13, 8)]);
    await until(() => talkTogether(ada, bob), 'they talk outside');
    await ada.actions.talk.setState('outLoud');
    await until(() => other.world.talk.conversation.peek()?.role === 'listener', 'who may hears them');
    await standAt(other, 12, 5);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(guest.world.talk.conversation.peek()).toBeUndefined();
    await standAt(ada, 10, 5);
    await until(() => talkTogether(ada, guest), 'the guest talks with Ada, who has come in');
    expect(await ada.actions.talk.say('among us', { kind: 'conversation' })).toEqual({ ok: true });
    await until(() => guest.world.talk.lines.peek().get('conversation')?.length === 1, 'and reads her');
    expect(await refusalOf(guest, 'say', { to: { kind: 'person', id: ada.id }, text: 'hello' })).toBeUndefined();
  });

  it('[P12] one reads nothing that is said to everybody, before or after coming in, and sees the list of one area', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    await granted(ada, 'say', { to: { kind: 'office' }, text: 'before' });
    await Promise.all([standAt(ada, 25, 5), standAt(bob, 26, 5)]);
    await until(() => talkTogether(ada, bob), 'they talk outside');
    const guest = await enterOnVisit();
    guest.digest.value = 'areas';
    await granted(ada, 'say', { to: { kind: 'office' }, text: 'after' });
    await until(() => (bob.world.talk.lines.peek().get('office') ?? []).some(({ text }) => text === 'after'), 'Bob reads it');
    await settled(guest);
    expect([...guest.world.talk.lines.peek().keys()]).toEqual([]);
    const cy = await office.enter('Cy');
    const dee = await office.enter('Dee');
    await Promise.all([standAt(cy, 4, 6), standAt(dee, 5, 6)]);
    await until(() => talkTogether(cy, dee), 'they talk inside');
    await until(() => guest.world.talk.conversations.peek().length === 1, 'the guest is told of that');
    expect(new Set(guest.world.talk.conversations.peek()[0]?.members)).toEqual(new Set([cy.id, dee.id]));
    const numbers = [...guest.world.areaOfAvatar.peek().keys()];
    expect(numbers).toContain(office.occupant(cy).avatarNumber);
    expect(numbers).not.toContain(office.occupant(ada).avatarNumber);
  });

  it('[P12] one comes back into the area, sits where one sat, and stands up inside', async () => {
    const guest = await enterOnVisit();
    await guest.actions.sit('seat-in');
    const again = await office.enter('Guest', { ticket: guest.ticket });
    expect([again.id, again.world.confinedTo.peek(), again.world.own.seat]).toEqual([guest.id, 'lounge', 'seat-in']);
    again.hold(0);
    await until(() => office.occupant(again).seat === undefined, 'they stand up');
    again.letGo();
    expect(isInLounge(office.place(again))).toBe(true);
  });
});

describe('a visit', () => {
  it('[P12] is over at its time: closed with 4106, gone at once, and not let in again', async () => {
    const invite = await guestLink(Date.now() + 2500);
    const guest = await joinWithSdk(office.open.url, { name: 'Guest', invite });
    const startedMs = performance.now();
    expect(await guest.closed).toBe(CLOSE.visitOver);
    expect(performance.now() - startedMs).toBeLessThan(4500);
    expect(office.ids()).not.toContain(guest.welcome.personId);
    const { ticket } = guest.welcome;
    expect(await placeRefusal(office.open.url, { name: 'Guest', ticket })).toBe('invitation');
    expect(await placeRefusal(office.open.url, { name: 'Guest', ticket, invite })).toBe('invitation');
    expect(await placeRefusal(office.open.url, { name: 'Guest', invite })).toBe('invitation');
  });

  it('[P12] ends when they are made a member: everything is open to them at once', async () => {
    const host = await enterAs(office, 'host');
    const guest = await enterOnVisit();
    await granted(host, 'setRank', { personId: guest.id, rank: 'member' });
    await until(() => guest.world.me.peek()?.rank === 'member' && guest.world.confinedTo.peek() === undefined, 'the visit is over');
    expect((await guest.actions.walkTo(tilePx(33, 5), 'run')).arrived).toBe(true);
    expect(isNear(office.place(guest), tilePx(33, 5), 2)).toBe(true);
  });

  it('[P12] follows its area when the map changes, and is over when that is gone', async () => {
    const guest = await enterOnVisit();
    const closed = guest.connection.ended;
    const { version } = guest.world.ground.peek().map;
    writeMaps(office.open.mapsDir, { 'office.tmj': draw(lounge({ x: 24, y: 2, width: 4, height: 4 })) });
    await until(() => guest.world.ground.peek().map.version !== version, 'the guest has the new map');
    const isInNewLounge = ({ x, y }: { x: number; y: number }): boolean => x >= 24 * 32 && x < 28 * 32 && y >= 64 && y < 6 * 32;
    expect(isInNewLounge(office.place(guest))).toBe(true);
    await until(() => isInNewLounge(guest.place), 'and is there');
    const invite = await guestLink();
    writeMaps(office.open.mapsDir, { 'office.tmj': draw() });
    await until(() => closed.peek() === 'visitOver', 'the visit is over');
    expect(await placeRefusal(office.open.url, { name: 'Guest', invite })).toBe('invitation');
    expect(await placeRefusal(office.open.url, { name: 'Guest', ticket: guest.ticket })).toBe('invitation');
    const host = await enterAs(office, 'host');
    expect(await refusalOf(host, 'invite', { rank: 'visitor', area: 'lounge', label: '', quota: null, days: null })).toBe('notThere');
  });
});

describe('a rank', () => {
  it('[P19] opens areas to my own walk as soon as I have it, and closes them again', async () => {
    const host = await enterAs(office, 'host');
    const ada = await office.enter('Ada');
    expect(ada.world.own.rank).toBe(0);
    await ada.actions.walkTo(tilePx(33, 5), 'run');
    expect(isInClub(office.place(ada))).toBe(false);
    await granted(host, 'setRank', { personId: ada.id, rank: 'member' });
    await until(() => ada.world.own.rank === 1, 'Ada knows it');
    await until(() => host.world.people.peek().get(ada.id)?.rank === 'member', 'everybody sees it');
    expect((await ada.actions.walkTo(tilePx(33, 5), 'run')).arrived).toBe(true);
    expect(isNear(office.place(ada), tilePx(33, 5), 2)).toBe(true);
    const again = await office.enter('Ada', { ticket: ada.ticket });
    expect([again.world.me.peek()?.rank, isNear(office.place(again), tilePx(33, 5), 2)]).toEqual(['member', true]);
    await granted(host, 'setRank', { personId: ada.id, rank: 'visitor' });
    await until(() => !isInClub(again.place), 'Ada is put out of the club');
    expect(isNear(again.place, office.place(again), 1)).toBe(true);
  });

  it('[P19] is given by who may: hosts below themselves, admins all', async () => {
    const [host, admin, other] = [await enterAs(office, 'host'), await enterAs(office, 'admin'), await enterAs(office, 'host', 'other')];
    const ada = await office.enter('Ada');
    expect(await refusalOf(host, 'setRank', { personId: ada.id, rank: 'host' })).toBe('notAllowed');
    expect(await refusalOf(host, 'setRank', { personId: host.id, rank: 'admin' })).toBe('aboveYou');
    expect(await refusalOf(host, 'setRank', { personId: other.id, rank: 'visitor' })).toBe('aboveYou');
    expect(await refusalOf(host, 'setRank', { personId: admin.id, rank: 'visitor' })).toBe('aboveYou');
    expect(await refusalOf(host, 'setRank', { personId: 'nobody', rank: 'member' })).toBe('notHere');
    expect(await refusalOf(admin, 'setRank', { personId: ada.id, rank: 'host' })).toBeUndefined();
    ada.leave();
    await until(() => !office.ids().includes(ada.id), 'Ada has left');
    expect(await refusalOf(admin, 'setRank', { personId: ada.id, rank: 'member' })).toBeUndefined();
    const again = await office.enter('Ada', { ticket: ada.ticket });
    expect(again.world.me.peek()?.rank).toBe('member');
  });
});
