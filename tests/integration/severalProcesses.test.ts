// Two server processes that are one server: real ones, with a real Redis, PostgreSQL and Caddy. Each runs its offices, and people meet across them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Browser, wayIn } from '../support/Browser.ts';
import { Caddy } from '../support/Caddy.ts';
import { CaddyOfTwo } from '../support/CaddyOfTwo.ts';
import { type Entry, enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { closeCodeOf } from '../support/joinBarely.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { Postgres } from '../support/Postgres.ts';
import { Redis } from '../support/Redis.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { standInPage } from '../support/standInPage.ts';

const problem = Postgres.problem() ?? Redis.problem() ?? Caddy.problem();
if (problem) process.stdout.write(`Several processes are not tested: ${problem}\n`);

const MAPS = withTiles({ 'annex.tmj': mapOf(drawHall(12, 8), []) });
const OFFICES = ['annex', 'office'];

describe.skipIf(problem !== undefined)('several processes', () => {
  let postgres: Postgres;
  let redis: Redis;
  let mail: MailSink;
  let caddy: CaddyOfTwo;
  let databaseUrl: string;
  const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-processes-'));
  const processes: ServerProcess[] = [];
  const people: Inside[] = [];

  beforeAll(async () => {
    [postgres, redis, mail, caddy] = await Promise.all([Postgres.start(), Redis.start(), openMailSink(), CaddyOfTwo.prepare()]);
    databaseUrl = await postgres.createDatabase();
    const env = {
      ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, REDIS_URL: redis.url, PUBLIC_URL: caddy.url, TRUST_PROXY: '1' },
      ...{ SMTP_URL: mail.url, MAIL_FROM: 'office@example.org' },
    };
    const start = (path: string) => ServerProcess.start({ ...env, PROCESS_URL: `${caddy.url}/${path}` }, MAPS);
    processes.push(...(await Promise.all([start('p1'), start('p2')])));
    const [first, second] = processes;
    await caddy.open(first?.url ?? '', second?.url ?? '');
    standInPage(caddy.url);
  });
  afterEach(() => {
    for (const person of people.splice(0)) person.leave();
  });
  afterAll(async () => {
    Browser.closeAll();
    await Promise.all(processes.map((one) => one.remove()));
    await Promise.all([postgres?.remove(), redis?.close(), mail?.close(), caddy?.remove()]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function enter(name: string, more: Omit<Entry, 'name'> = {}): Promise<Inside> {
    const person = await enterOffice(caddy.url, { name, ...more });
    people.push(person);
    return person;
  }
  const ask = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;
  /** Which of the two runs it, as one of them says. */
  async function ownerOf(office: string, asked = 0): Promise<number> {
    const facts = await ask<OfficeFacts>(`${processes[asked]?.url}/api/offices/${office}`);
    if (facts.id !== office) return -1;
    return facts.processUrl === undefined ? asked : Number(facts.processUrl.at(-1)) - 1;
  }
  const textsOf = (person: Inside, channel: string): string[] =>
    (person.world.talk.lines.peek().get(channel) ?? []).map(({ text }) => text);
  const isOnline = (person: Inside): boolean => person.connection.phase.peek() === 'online' && person.world.me.peek() !== undefined;

  it('[O81] processes that start at once share the offices, and each is open once', async () => {
    const owners = await Promise.all(OFFICES.map((office) => ownerOf(office)));
    expect(owners.toSorted()).toEqual([0, 1]);
    expect(await Promise.all(OFFICES.map((office) => ownerOf(office, 1)))).toEqual(owners);
    for (const { url } of processes) {
      const listed = await ask<{ id: string }[]>(`${url}/api/offices`);
      expect(listed.map(({ id }) => id)).toEqual(OFFICES);
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toContain('comptoir_people');
    }
  });

  it('[O82] people in offices of two processes write to each other, through one address', async () => {
    // one writes to people who have been in the same office
    const visits = [await enter('Ada', { office: 'annex' }), await enter('Bob')] as const;
    for (const visit of visits) visit.leave();
    const [ada, bob] = [
      await enter('Ada', { ticket: visits[0].ticket }),
      await enter('Bob', { office: 'annex', ticket: visits[1].ticket }),
    ];
    expect(await ada.actions.talk.say('are you there?', { kind: 'person', id: bob.id })).toEqual({ ok: true });
    await until(() => textsOf(bob, ada.id).includes('are you there?'), 'the line is read in the other office');
    expect(await bob.actions.talk.say('yes', { kind: 'person', id: ada.id })).toEqual({ ok: true });
    await until(() => textsOf(ada, bob.id).includes('yes'), 'the answer is read');
  });

  it('[O83] whoever is banned in one office is out of the others at once, whichever process runs them', async () => {
    const cy = await enter('Cy');
    const cyElsewhere = await enter('Cy', { office: 'annex', ticket: cy.ticket });
    expect(cyElsewhere.id).toBe(cy.id);
    const grace = await enter('Grace');
    await postgres.query(`update persons set "rank" = 'host' where "personId" = '${grace.id}'`, new URL(databaseUrl).pathname.slice(1));
    grace.leave();
    const host = await enter('Grace', { ticket: grace.ticket });
    const atMs = performance.now();
    expect(await host.connection.request('ban', { personId: cy.id, reason: '', hours: 1, network: false })).toMatchObject({ ok: true });
    await until(() => cyElsewhere.connection.ended.peek() === 'removed' && cy.connection.ended.peek() === 'removed', 'they are out');
    expect(performance.now() - atMs).toBeLessThan(2000);
  });

  it('[O83] who signs out everywhere is out of the offices of every process', async () => {
    const device = new Browser(caddy.url);
    const { ticket, socket } = await device.enterAsGuest('Ines');
    const email = 'ines@example.org';
    expect((await device.post('/api/account/email', { email, language: 'en', ticket })).status).toBe(202);
    expect((await device.post(wayIn((await mail.next(email)).text).link)).headers.get('location')).toBe('/?signed=in');
    const closing = closeCodeOf(socket);
    const other = processes[1 - (await ownerOf('office'))]?.url ?? '';
    const there = new Browser(other);
    for (const [name, value] of device.cookies) there.cookies.set(name, value);
    const atMs = performance.now();
    expect((await there.post('/api/account/sign-out', { which: 'all' })).status).toBe(200);
    expect(await closing).toBe(4108);
    expect(performance.now() - atMs).toBeLessThan(2000);
  });

  it('[O84] what is asked of an office is answered by whichever process is asked', async () => {
    for (const office of OFFICES)
      for (const { url } of processes) {
        expect((await fetch(`${url}/o/${office}/agenda.ics`)).headers.get('content-type')).toContain('text/calendar');
        const knocked = await fetch(`${url}/api/knocks`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ office, name: 'Kay', trade: '', appearance: '' }),
        });
        expect(await knocked.json()).toMatchObject({ error: 'Nobody has to knock here now.' });
      }
    const [{ url } = { url: '' }] = processes;
    // a file is taken and given by every process, wherever its people are
    const ada = await enter('Ada');
    const headers = { authorization: `Bearer ${ada.connection.ticket}`, 'content-type': 'text/plain', 'x-file-name': 'a.txt' };
    for (const one of processes) {
      const sent = await fetch(`${one.url}/api/files`, { method: 'POST', headers, body: 'plain words' });
      expect(sent.status).toBe(201);
      const { id } = (await sent.json()) as { id: string };
      expect(await ada.actions.talk.say('look', { kind: 'office' }, { files: [id] })).toEqual({ ok: true });
      for (const { url } of processes) expect(await (await fetch(`${url}/api/files/${id}`, { headers })).text()).toBe('plain words');
    }
    // nobody else is taken for a process
    for (const path of ['/elsewhere/steady', '/elsewhere/has?kind=talk&id=x'])
      expect((await fetch(url + path, { headers: { 'x-comptoir-process': 'guessed' } })).status).toBe(404);
  });

  it('[O85] a process that is stopped in its tracks loses its office to the other, and closes it when it goes on', async () => {
    const ada = await enter('Ada');
    const paused = await ownerOf('office');
    const other = 1 - paused;
    processes[paused]?.signal('SIGSTOP');
    await until(() => !isOnline(ada), 'the connection is lost', 12_000);
    await until(() => isOnline(ada), 'they are back', 12_000);
    expect(await ownerOf('office', other)).toBe(other);
    processes[paused]?.signal('SIGCONT');
    await expect.poll(() => ownerOf('office', paused), { timeout: 5000 }).toBe(other);
    // an attempt to come back that was held up in there may take over for a moment
    await until(() => isOnline(ada), 'they are still there');
  });

  it('[O87] without Redis the offices go on, and what passes between processes goes on afterwards', async () => {
    const [ada, bob] = [await enter('Ada'), await enter('Bob')];
    await redis.close();
    await expect
      .poll(() => ask(`${processes[0]?.url}/readyz`), { timeout: 5000 })
      .toMatchObject({ ok: true, note: expect.stringMatching(/Redis does not answer/) });
    const cy = await enter('Cy');
    expect(await ada.actions.talk.say('still here', { kind: 'office' })).toEqual({ ok: true });
    await until(() => [bob, cy].every((one) => textsOf(one, 'office').includes('still here')), 'the line is read');
    await redis.open();
    await expect.poll(() => ask(`${processes[0]?.url}/readyz`), { timeout: 5000 }).toEqual({ ok: true });
    expect([ada, bob, cy].every(isOnline)).toBe(true);
  });

  it('[O86] a killed process: its office is open elsewhere within 10 s, and its people are back by themselves', async () => {
    // an empty one may just have been handed over when Redis went away: nobody takes it then until all have come back
    const owners = () => Promise.all(OFFICES.flatMap((office) => [ownerOf(office, 0), ownerOf(office, 1)]));
    await expect.poll(owners, { timeout: 20_000 }).not.toContain(-1);
    const [ada, bob] = [await enter('Ada'), await enter('Bob', { office: 'annex' })];
    const killed = await ownerOf('office');
    const [adaId, { place }] = [ada.id, ada];
    const atMs = performance.now();
    await processes[killed]?.end('SIGKILL');
    await until(() => !isOnline(ada), 'the connection is lost');
    await until(() => isOnline(ada), 'Ada is back', 12_000);
    await until(() => isOnline(bob), 'Bob is there', 12_000);
    expect(performance.now() - atMs).toBeLessThan(10_000);
    expect(ada.id).toBe(adaId);
    expect(Math.hypot(ada.place.x - place.x, ada.place.y - place.y)).toBeLessThan(32);
    expect(await Promise.all(OFFICES.map((office) => ownerOf(office, 1 - killed)))).toEqual([1 - killed, 1 - killed]);
  });
});
