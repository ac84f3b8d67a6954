// An office is backed up while it runs, destroyed, and restored: on SQLite, on PostgreSQL, and from one to the other.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { Postgres } from '../support/Postgres.ts';
import { runAdmin } from '../support/runAdmin.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';

const problem = Postgres.problem();
if (problem) process.stdout.write(`Backups are not tested on PostgreSQL: ${problem}\n`);

const FILM = 'recordings/a-talk/replay.webm';
const opened: { server?: ServerProcess; postgres?: Postgres; folder: string; ticket: string; id: string } = {
  ...{ folder: mkdtempSync(join(tmpdir(), 'comptoir-backups-')), ticket: '', id: '' },
};
const backupIn = (name: string): string => join(opened.folder, name);

afterAll(async () => {
  await opened.server?.remove();
  await opened.postgres?.remove();
  rmSync(opened.folder, { recursive: true, force: true });
});

const settingsOf = (server: ServerProcess, env: Record<string, string> = {}) => ({ DATA_DIR: server.dataDir, ...env });
const reads = (person: Inside): string[] => (person.world.talk.lines.peek().get('office') ?? []).map(({ text }) => text);

/** Ada's device, what she said, the door that was set, a film of a talk. */
async function expectEverything(server: ServerProcess, settings: Record<string, string>): Promise<void> {
  standInPage(server.url);
  const ada = await enterOffice(server.url, { name: 'Ada', ticket: opened.ticket });
  expect(ada.id).toBe(opened.id);
  await until(() => reads(ada).includes('the key is under the mat'), 'Ada reads what she said');
  ada.leave();
  expect((await runAdmin(settings, 'door')).text).toContain('open, for 7 at most');
  expect(readFileSync(join(server.dataDir, FILM), 'utf8')).toBe('a film');
  expect(statSync(join(server.dataDir, 'instance.key')).mode & 0o077).toBe(0);
}

describe('on SQLite', () => {
  beforeAll(async () => {
    const server = await ServerProcess.start();
    opened.server = server;
    standInPage(server.url);
    const ada = await enterOffice(server.url, { name: 'Ada' });
    expect(await ada.connection.request('say', { to: { kind: 'office' }, text: 'the key is under the mat' })).toMatchObject({ ok: true });
    Object.assign(opened, { ticket: ada.ticket, id: ada.id });
    ada.leave();
    await runAdmin(server.dataDir, 'door', '--capacity', '7');
    mkdirSync(join(server.dataDir, 'recordings/a-talk'), { recursive: true });
    writeFileSync(join(server.dataDir, FILM), 'a film');
  });

  it('[O65] what was backed up while the office ran is there after everything was destroyed', async () => {
    const { server } = opened;
    if (!server) throw new Error('it has started');
    const backedUp = await runAdmin(server.dataDir, 'backup', backupIn('one'));
    expect(backedUp).toMatchObject({ code: 0, text: expect.stringMatching(/holds everything: \d+ rows and \d+ files/) });
    expect(await runAdmin(server.dataDir, 'backup', backupIn('one'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('not empty'),
    });
    expect(await runAdmin(server.dataDir, 'backup', join(server.dataDir, 'b'))).toMatchObject({ code: 1 });
    for (const path of [backupIn('one'), join(backupIn('one'), 'database/secrets.jsonl')]) expect(statSync(path).mode & 0o077).toBe(0);
    const whileItRuns = await runAdmin(server.dataDir, 'restore', backupIn('one'), '--replace');
    expect(whileItRuns).toMatchObject({ code: 1, text: expect.stringContaining('stop it first') });

    await server.end('SIGKILL');
    rmSync(server.dataDir, { recursive: true });
    expect(await runAdmin(server.dataDir, 'restore', backupIn('one'))).toMatchObject({
      code: 0,
      text: expect.stringContaining('Restored'),
    });
    await server.start();
    await expectEverything(server, settingsOf(server));
    await server.end('SIGTERM');
  });

  it('[O65] what is there is not touched unless it is to be replaced, and is put aside then', async () => {
    const { server } = opened;
    if (!server) throw new Error('it has started');
    writeFileSync(join(server.dataDir, FILM), 'another film');
    expect(await runAdmin(server.dataDir, 'restore', backupIn('one'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('--replace'),
    });
    expect(await runAdmin(server.dataDir, 'restore', backupIn('none'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('no finished'),
    });
    expect(readFileSync(join(server.dataDir, FILM), 'utf8')).toBe('another film');
    expect(await runAdmin(server.dataDir, 'restore', backupIn('one'), '--replace')).toMatchObject({ code: 0 });
    const aside = readdirSync(server.dataDir).find((name) => name.startsWith('replaced-')) ?? '';
    expect(readFileSync(join(server.dataDir, aside, FILM), 'utf8')).toBe('another film');
    expect(existsSync(join(server.dataDir, aside, 'comptoir.db'))).toBe(true);
    expect(readdirSync(server.dataDir).filter((name) => name.startsWith('restoring-'))).toEqual([]);
    expect(readFileSync(join(server.dataDir, FILM), 'utf8')).toBe('a film');
    await server.remove();
  });
});

describe.skipIf(problem !== undefined)('on PostgreSQL', () => {
  it('[O65] a backup of SQLite becomes an office on PostgreSQL, and the other way round', { timeout: 150_000 }, async () => {
    const postgres = await Postgres.start();
    opened.postgres = postgres;
    const DATABASE_URL = await postgres.createDatabase();
    const server = await ServerProcess.start({ DATABASE_URL });
    opened.server = server;
    const settings = settingsOf(server, { DATABASE_URL });
    expect(await runAdmin(settings, 'restore', backupIn('one'), '--replace')).toMatchObject({
      code: 1,
      text: expect.stringContaining('stop it'),
    });
    await server.end('SIGTERM');
    expect(existsSync(join(server.dataDir, 'comptoir.db'))).toBe(false);
    expect(await runAdmin(settings, 'restore', backupIn('one'))).toMatchObject({ code: 1, text: expect.stringContaining('--replace') });
    expect(await runAdmin(settings, 'restore', backupIn('one'), '--replace')).toMatchObject({
      ...{ code: 0, text: expect.stringMatching(/are in the schema replaced_\d+_\d+ now/) },
    });
    await server.start();
    await expectEverything(server, settings);
    expect(await runAdmin(settings, 'backup', backupIn('two'))).toMatchObject({ code: 0 });
    await server.remove();

    const onSqlite = await ServerProcess.start();
    opened.server = onSqlite;
    await onSqlite.end('SIGTERM');
    expect(await runAdmin(settingsOf(onSqlite), 'restore', backupIn('two'), '--replace')).toMatchObject({ code: 0 });
    await onSqlite.start();
    await expectEverything(onSqlite, settingsOf(onSqlite));
  });

  it('[O65] a restore that fails leaves the tables as they were', async () => {
    const { postgres } = opened;
    if (!postgres) throw new Error('it has started');
    const DATABASE_URL = await postgres.createDatabase();
    const settings = { DATABASE_URL, DATA_DIR: join(opened.folder, 'data') };
    await runAdmin(settings, 'door', '--capacity', '9');
    writeFileSync(join(backupIn('two'), 'database/doors.jsonl'), '{"office":"office"\n');
    expect(await runAdmin(settings, 'restore', backupIn('two'), '--replace')).toMatchObject({
      code: 1,
      text: expect.stringContaining('Nothing'),
    });
    expect((await runAdmin(settings, 'door')).text).toContain('for 9 at most');
  });
});
