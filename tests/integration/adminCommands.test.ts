// Commands of whoever runs the server, on its records while it runs: out within seconds, and still out after a restart.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterOffice, tryToEnter, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';

const admin = fileURLToPath(import.meta.resolve('@comptoir/server/commands/admin'));

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start();
  standInPage(server.url);
});
afterAll(() => server.remove());

/** @returns what it said and how it ended */
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: server.dataDir };
  return promisify(execFile)(process.execPath, [admin, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, text: stderr }),
  );
}

it('[P39] a ban by command puts out whoever is inside, holds after a restart, and is lifted by another', async () => {
  const eve = await enterOffice(server.url, { name: 'Eve' });
  const ada = await enterOffice(server.url, { name: 'Ada' });
  const { id, ticket } = eve;
  expect(await run('bans')).toEqual({ code: 0, text: 'Nobody is banned.\n' });
  expect(await run('ban')).toMatchObject({ code: 1, text: expect.stringContaining('--name NAME') });
  expect(await run('ban', '--name', 'Nobody')).toEqual({ code: 1, text: 'Nobody here is called Nobody.\n' });
  const banned = await run('ban', '--name', 'eve', '--hours', '2', '--reason', 'spam');
  expect(banned).toEqual({ code: 0, text: expect.stringMatching(/^Eve is banned until \d{4}-/) });
  await until(() => eve.connection.ended.peek() === 'removed', 'Eve is out', 7000);
  expect(ada.connection.phase.peek()).toBe('online');
  expect(await tryToEnter(server.url, { name: 'Eve', ticket })).toEqual({ refused: 'banned' });
  expect((await run('bans')).text).toMatch(/ {2}Eve {2}until .* {2}by command {2}spam\n$/);

  await server.end('SIGKILL');
  await server.start();
  expect(await tryToEnter(server.url, { name: 'Another', ticket })).toEqual({ refused: 'banned' });
  expect(await run('unban', '--person', id)).toEqual({ code: 0, text: 'Eve may come in again.\n' });
  expect(await run('unban', '--person', id)).toEqual({ code: 1, text: 'There is no such ban.\n' });
  const back = await enterOffice(server.url, { name: 'Eve', ticket });
  expect(back.id).toBe(id);
  expect((await run('audit')).text).toMatch(/all offices {2}by command {2}ban {2}Eve {2}until .*: spam\n.*by command {2}liftBan {2}Eve\n$/);

  await ada.connection.request('say', { to: { kind: 'person', id }, text: 'hello' });
  await back.connection.request('say', { to: { kind: 'person', id: ada.id }, text: 'go away' });
  await until(() => ada.connection.phase.peek() === 'online', 'Ada is back');
  expect(await ada.connection.request('report', { personId: id, text: 'rude' })).toEqual({ ok: true });
  const { text } = await run('reports');
  expect(text).toContain(`Ada about Eve (--person ${id})\n  rude\n`);
  expect(text).toContain('  > Eve: go away\n');
  for (const person of [ada, back]) person.leave();
});
