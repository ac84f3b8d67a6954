// People who do not play by the rules: put back, dropped, closed, never somebody else; and nobody else notices.
import { toUnits } from '@comptoir/shared/geometry';
import { mayStand } from '@comptoir/shared/movement';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { encodeSegment, type Segment, WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Inside, tryToEnter, until } from '../support/enterOffice.ts';
import { addressOf, askForPlace, closeCodeOf, joinBarely } from '../support/joinBarely.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const { place } = office;

/** What a modified client says, past our own walking code. */
function claim(cheater: Inside, { x, y }: { x: number; y: number }, more: Partial<Segment> = {}): void {
  const startTick = Math.floor(office.open.room().tickNow());
  const segment: Segment = { seq: 500, startTick, x: toUnits(x), y: toUnits(y), direction: 0, gait: 'run', ...more };
  cheater.connection.sendBytes(WIRE.walk, encodeSegment(segment));
}

/** An honest walker beside the cheats: walks up and down, and says whether anything ever moved them otherwise. */
async function walkBeside(walker: Inside, during: () => Promise<void>): Promise<void> {
  const before = walker.refusals.length;
  walker.hold(4, 'walk');
  await during();
  walker.letGo();
  await until(() => place(walker).isStill, 'the honest walker stands');
  expect(isNear(walker.place, place(walker), 1)).toBe(true);
  expect(walker.refusals).toHaveLength(before);
}

describe('cheaters', () => {
  it.each([
    ['jumps across the office', { x: 700, y: -300 }],
    ['jumps a little', { x: 40, y: 0 }],
    ['stands outside the map', { x: -90_000, y: -90_000 }],
  ])('[M5] who %s is put back, and nobody else notices', async (_how, by) => {
    const eve = await office.enter('Eve');
    const bob = await office.enter('Bob');
    await until(() => bob.sees(eve) !== undefined, 'Bob sees Eve');
    const before = place(eve);
    await walkBeside(bob, async () => {
      claim(eve, { x: before.x + by.x, y: before.y + by.y });
      await eve.connection.request('whereIs', { personId: eve.id });
    });
    expect(isNear(place(eve), before, 1)).toBe(true);
    await until(() => isNear(eve.place, before, 1), 'Eve is put back');
    expect(isNear(bob.sees(eve), before, 1)).toBe(true);
  });

  it('[M5] who claims to be faster than running gains nothing', async () => {
    const eve = await office.enter('Eve');
    const before = place(eve);
    const startedMs = performance.now();
    for (let n = 1; n <= 30; n++) {
      claim(eve, { x: before.x - n * 20, y: before.y }, { seq: 500 + n, direction: 4 });
      await eve.connection.request('whereIs', { personId: eve.id });
    }
    const passedS = (performance.now() - startedMs) / 1000;
    const walked = Math.hypot(place(eve).x - before.x, place(eve).y - before.y);
    // what the clock allows, plus the corrections an honest clock may need
    expect(walked).toBeLessThanOrEqual(tuning.runPxPerS * (passedS + (tuning.segmentPastMs + 200) / 1000));
  });

  it('[M5] nobody passes a wall, by keys, by claims or by path', async () => {
    const eve = await office.enter('Eve');
    const { grid } = office.open.room().floor.office.ground;
    const stands = (): boolean => mayStand(grid, office.occupant(eve).walker);
    // the outer wall is to the south of the entrance hall's sides
    const corners = [
      [0, 0],
      [79, 0],
    ] as [number, number][];
    const { walker } = office.occupant(eve);
    const ask = { seq: 900, startTick: Math.floor(office.open.room().tickNow()), from: [walker.x, walker.y] as [number, number] };
    expect(await eve.connection.request('walkPath', { ...ask, tiles: corners, gait: 'run' })).toEqual({ refused: 'blocked' });
    for (let direction = 0; direction < 8; direction++) {
      claim(eve, eve.place, { seq: 1000 + direction, x: walker.x, y: walker.y, direction: direction as Segment['direction'] });
      for (let n = 0; n < 10; n++) {
        await eve.connection.request('whereIs', { personId: eve.id });
        expect(stands()).toBe(true);
      }
    }
  });
});

describe('bad messages', () => {
  const join = (name: string) => joinWithSdk(office.open.url, { name });

  it.each([
    ['of a wrong shape', (n: number) => ['emote', { emote: `nothing ${n}` }]],
    ['of an unknown type', (n: number) => [`unheard ${n}`, {}]],
    ['that are no object', () => ['availability', 7]],
    ['with more than was asked for', () => ['digest', { kind: 'areas', and: 'more' }]],
  ] as const)('[P4] twenty messages %s close the connection with 4101', async (_what, make) => {
    const { room, closed, welcome } = await join('Eve');
    for (let n = 0; n < tuning.badMessages; n++) {
      const [type, message] = make(n);
      room.send(type as string, message);
    }
    expect(await closed).toBe(CLOSE.badMessages);
    await until(() => !office.ids().includes(welcome.personId), 'no place is kept for them');
  });

  it('[P4] twenty binary messages that are none close the connection with 4101', async () => {
    const { room, closed } = await join('Eve');
    for (let n = 0; n < tuning.badMessages; n++) room.sendBytes(WIRE.walk, new Uint8Array(3));
    expect(await closed).toBe(CLOSE.badMessages);
  });

  it('[P4] nineteen are forgiven', async () => {
    const { room, welcome } = await join('Ann');
    for (let n = 0; n < tuning.badMessages - 1; n++) room.send('emote', { emote: 'nothing' });
    expect(await room.request('whereIs', { personId: welcome.personId })).toMatchObject({ ok: true });
    await room.leave();
  });

  it('[P3] too many messages close the connection with 4101', async () => {
    const { room, closed } = await join('Eve');
    for (let n = 0; n < 3 * tuning.messagesPerS; n++) room.send('emote', { emote: 'wave' });
    expect(await closed).toBe(CLOSE.badMessages);
  });

  it('[P4] a message over 64 kB closes the connection at once', async () => {
    const { room, closed } = await join('Eve');
    room.send('emote', { emote: 'x'.repeat(tuning.maxPayloadBytes + 1) });
    expect(await closed).not.toBe(CLOSE.left);
  });

  it('[P3] somebody else is not disturbed by any of this', async () => {
    const ada = await office.enter('Ada');
    const { room, closed } = await join('Eve');
    await walkBeside(ada, async () => {
      for (let n = 0; n < 100; n++) room.send(`noise ${n}`, {});
      await closed;
    });
  });
});

describe('who one is', () => {
  it('[P1] pages of other sites get neither a place nor a socket', async () => {
    const { url } = office.open;
    const foreign = await askForPlace(url, { options: { name: 'Eve' }, origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    const own = await askForPlace(url, { options: { name: 'Eve' }, origin: url });
    expect(own.status).toBe(200);
    const address = addressOf(url, (await own.json()) as Record<string, string>);
    const socket = new WebSocket(address, { headers: { origin: 'https://elsewhere.example' } });
    const status = await new Promise<number>((resolve) =>
      socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0)),
    );
    expect(status).toBe(403);
  });

  it.each([
    ['forged', (ticket: string) => `${ticket.slice(0, -2)}AA`],
    ['of an invented person', (ticket: string) => `${'A'.repeat(22)}${ticket.slice(22)}`],
    ['that is no ticket', () => 'let me in'],
  ])('[P2] a ticket %s makes a newcomer, never somebody else', async (_kind, forge) => {
    const ada = await office.enter('Ada');
    const before = office.ids();
    const eve = await joinWithSdk(office.open.url, { name: 'Ada', ticket: forge(ada.ticket) });
    expect(before).not.toContain(eve.welcome.personId);
    expect(ada.connection.phase.peek()).toBe('online');
    expect(office.ids()).toEqual([...before, eve.welcome.personId]);
    await eve.room.leave();
  });

  it('[P2] a ticket of a browser is worth nothing without its cookie', async () => {
    const { url } = office.open;
    const device = await fetch(`${url}/api/device`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const cookie = device.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const before = office.ids();
    const socket = await joinBarely(url, { options: { name: 'Ada' }, cookie });
    const newcomer = (): string | undefined => office.ids().find((id) => !before.includes(id));
    await until(() => newcomer() !== undefined, 'Ada is in');
    const personId = newcomer() ?? '';
    const ticket = office.open.room().clientOf.get(personId)?.auth?.ticket ?? '';
    const thief = await joinWithSdk(url, { name: 'Ada', ticket });
    expect(thief.welcome.personId).not.toBe(personId);
    const closed = closeCodeOf(socket);
    const back = await joinBarely(url, { options: { name: 'Ada', ticket }, cookie });
    expect(await closed).toBe(CLOSE.movedToAnotherTab);
    expect(new Set(office.ids())).toEqual(new Set([...before, personId, thief.welcome.personId]));
    await thief.room.leave();
    back.close();
  });

  it('[R8] a second tab of the same person closes the first with 4100 and keeps the place', async () => {
    const before = office.ids();
    const first = await office.enter('Ada');
    const { y } = place(first);
    first.hold(6);
    await until(() => place(first).y < y - 20, 'Ada walks');
    first.letGo();
    await until(() => place(first).isStill, 'Ada stands');
    const stood = place(first);
    const second = await office.enter('Ada', { ticket: first.ticket });
    await until(() => first.connection.ended.peek() === 'movedToAnotherTab', 'the first tab knows');
    expect(second.id).toBe(first.id);
    expect(isNear(second.place, stood, 1)).toBe(true);
    expect(office.ids()).toEqual([...before, second.id]);
    expect(first.connection.phase.peek()).toBe('ended');
  });

  it.each([
    ['', 'name'],
    ['\u200b\u202e \u2066', 'name'],
    ['x'.repeat(25), 'name'],
  ])('[P5] the name %j is refused', async (name, reason) => {
    expect(await tryToEnter(office.open.url, { name })).toEqual({ refused: reason });
  });

  it('[P5] names are cleaned of what cannot be seen, and kept as they are otherwise', async () => {
    const noor = await office.enter('  Noor\u202e\u200b  El Amrani ', { trade: 'x'.repeat(40) });
    expect(noor.world.me.peek()).toMatchObject({ name: 'Noor El Amrani', trade: 'x'.repeat(40) });
    expect(await tryToEnter(office.open.url, { name: 'Noor', trade: 'x'.repeat(41) })).toEqual({ refused: 'name' });
  });
});
