// The server ends, by order or by force, and starts again: everybody is back where they were, once.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { askForPlace } from '../support/joinBarely.ts';
import { Postgres } from '../support/Postgres.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';
import { isNear } from '../support/useOffice.ts';

const problem = Postgres.problem();
if (problem) process.stdout.write(`Restarts are not tested on PostgreSQL: ${problem}\n`);

describe('on SQLite', () => restarting(() => ServerProcess.start({ OFFICE_TIMEZONE: 'Europe/Paris' })));

describe.skipIf(problem !== undefined)('on PostgreSQL', () => {
  const opened: Postgres[] = [];
  restarting(async () => {
    const postgres = await Postgres.start();
    opened.push(postgres);
    return ServerProcess.start({ OFFICE_TIMEZONE: 'Europe/Paris', DATABASE_URL: await postgres.createDatabase() });
  });
  afterAll(() => Promise.all(opened.map((postgres) => postgres.remove())));
});

function restarting(start: () => Promise<ServerProcess>): void {
  let server: ServerProcess;
  const people: Inside[] = [];

  beforeAll(async () => {
    server = await start();
    standInPage(server.url);
  });
  afterEach(() => {
    for (const person of people.splice(0)) person.leave();
  });
  afterAll(() => server.remove());

  async function enter(name: string): Promise<Inside> {
    const person = await enterOffice(server.url, { name });
    people.push(person);
    return person;
  }
  const isBack = (person: Inside): boolean => person.connection.phase.peek() === 'online' && person.world.me.peek() !== undefined;

  it.each([
    ['[R6] stopped and started again', 'SIGTERM', 1],
    ['[R9] killed and started again', 'SIGKILL', 24],
  ] as const)('%s, everybody is back within 2 s at the same place, without a ghost', async (_how, signal, mayMissPx) => {
    const ada = await enter('Ada');
    const bob = await enter('Bob');
    await ada.actions.walkTo({ area: 'square' }, 'run');
    await bob.actions.sit(bob.world.ground.peek().map.seats.find(({ tileX, tileY }) => Math.hypot(tileX - 40, tileY - 34) < 12)?.id ?? '');
    const { place } = ada;
    const { seat } = bob.world.own;
    expect(seat).toBeDefined();
    const [adaId, bobId] = [ada.id, bob.id];
    // the last step was a second ago: what is killed now may have lost that much walking, and no more
    const writtenMs = performance.now() + 1200;
    await until(() => performance.now() > writtenMs, 'the places are written');

    const code = await server.end(signal);
    if (signal === 'SIGTERM') expect(code).toBe(0);
    await until(() => ada.connection.phase.peek() === 'reconnecting', 'Ada notices');
    expect(ada.world.people.peek().size).toBeGreaterThanOrEqual(2);
    await server.start();
    const openMs = performance.now();
    await until(() => isBack(ada) && isBack(bob), 'both are back', 2000);
    expect(performance.now() - openMs).toBeLessThan(2000);

    expect([ada.id, bob.id]).toEqual([adaId, bobId]);
    expect(isNear(ada.place, place, mayMissPx)).toBe(true);
    expect(bob.world.own.seat).toBe(seat);
    await until(() => ada.world.people.peek().size === 2 && bob.world.people.peek().size === 2, 'both read two names');
    await until(() => bob.world.avatars.size <= 1 && ada.world.avatars.size <= 1, 'nobody sees a ghost');
    await until(() => isNear(bob.sees(ada), ada.place, 1), 'Bob sees Ada where she is');
  });

  it('[O8] the counter of cups survives a kill', async () => {
    const ada = await enter('Ada');
    await ada.actions.beThere({ object: 'coffee-machine' });
    for (let n = 0; n < 3; n++) expect(await ada.connection.request('use', { thing: 'coffee-machine' })).toMatchObject({ ok: true });
    await until(() => ada.world.cupsToday.peek() === 3, 'three cups today');
    const writtenMs = performance.now() + 1000;
    await until(() => performance.now() > writtenMs, 'a second passes');
    await server.end('SIGKILL');
    await server.start();
    await until(() => isBack(ada), 'Ada is back');
    expect(ada.world.cupsToday.peek()).toBe(3);
  });

  it('[O1] a place that was asked for and never taken does not hold up the end', async () => {
    await enter('Ada');
    expect((await askForPlace(server.url, { options: { name: 'Eve' } })).status).toBe(200);
    const startedMs = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(4000);
    await server.start();
  });

  it('[W20] [W22] a direct line to somebody who is not here is found after the server was killed', async () => {
    const [ada, bob] = [await enter('Ada'), await enter('Bob')];
    const { id, ticket } = bob;
    await until(() => ada.world.people.peek().has(id), 'Ada sees Bob');
    bob.leave();
    await until(() => !ada.world.people.peek().has(id), 'Bob has left');
    expect(await ada.connection.request('say', { to: { kind: 'person', id }, text: 'under the mat' })).toMatchObject({ ok: true });
    await server.end('SIGKILL');
    await server.start();
    const again = await enterOffice(server.url, { name: 'Bob', ticket });
    people.push(again);
    await until(() => again.world.talk.lines.peek().get(ada.id)?.[0]?.text === 'under the mat', 'Bob reads it');
  });

  it('[W14] what was said to everybody is read by whoever comes in after a restart, until its author erases it', async () => {
    const ada = await enter('Ada');
    const said = await ada.connection.request('say', { to: { kind: 'office' }, text: 'the key is under the mat' });
    await ada.connection.request('say', { to: { kind: 'office' }, text: 'tea at four' });
    const lineId = 'ok' in said ? said.line.id : '';
    const { ticket } = ada;
    ada.leave();
    await server.end('SIGTERM');
    await server.start();
    const reads = (person: Inside): string[] => (person.world.talk.lines.peek().get('office') ?? []).map(({ text }) => text);
    const bob = await enter('Bob');
    await until(() => reads(bob).length === 2, 'Bob reads what was said');
    expect(reads(bob)).toEqual(['the key is under the mat', 'tea at four']);
    // forged: somebody else's line
    expect(await bob.connection.request('eraseLine', { line: lineId })).toEqual({ refused: 'notAllowed' });

    const again = await enterOffice(server.url, { name: 'Ada', ticket });
    people.push(again);
    expect(await again.connection.request('eraseLine', { line: lineId })).toEqual({ ok: true });
    await until(() => reads(bob).length === 1, 'the line is gone from what Bob reads');
    await server.end('SIGKILL');
    await server.start();
    const cy = await enter('Cy');
    await until(() => reads(cy).length > 0, 'Cy reads');
    expect(reads(cy)).toEqual(['tea at four']);
  });
}
