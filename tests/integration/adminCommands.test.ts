// Commands of whoever runs the server, on its records while it runs: out within seconds, and still out after a restart.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterOffice, tryToEnter, until } from '../support/enterOffice.ts';
import { runAdmin } from '../support/runAdmin.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';
import { meetAt } from '../support/talking.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start();
  standInPage(server.url);
});
afterAll(() => server.remove());

const run = (...args: string[]) => runAdmin(server.dataDir, ...args);

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

it('[P70] mute, end, gather, announce and send-out say what became of them, upon a host too', async () => {
  const [hana, ada] = [await enterOffice(server.url, { name: 'Hana' }), await enterOffice(server.url, { name: 'Ada' })];
  const { id, ticket } = hana;
  expect(await run('role', '--name', 'Hana', '--to', 'host')).toMatchObject({ code: 0 });
  hana.leave();
  await until(() => !ada.world.people.peek().has(id), 'Hana has left');
  const host = await enterOffice(server.url, { name: 'Hana', ticket });
  await meetAt(37, 30, host, ada);
  const given = await Promise.all([
    run('mute', '--name', 'hana'),
    run('gather', '--place', 'lounge'),
    run('announce', '--text', 'We close  at ten.'),
    run('mute', '--name', 'Nobody'),
    run('gather', '--place', 'Atlantis'),
    run('announce'),
  ]);
  expect(given).toEqual([
    { code: 0, text: 'The microphone of Hana is closed. They may open it again.\n' },
    { code: 0, text: 'Everybody is told that a host is waiting in lounge, for 5 minutes.\n' },
    { code: 0, text: '2 people see it now; whoever comes within 60 seconds does too.\n' },
    { code: 1, text: 'Nobody here is called Nobody.\n' },
    { code: 1, text: expect.stringMatching(/has no place "Atlantis"\. There are: .*lounge/) },
    { code: 1, text: expect.stringContaining('--text TEXT') },
  ]);
  await until(() => host.world.hosting.muted.peek()?.by === '', 'Hana is muted');
  await until(() => ada.world.hosting.gathering.peek()?.area === 'lounge', 'Ada is called');
  expect(ada.world.hosting.notice.peek()?.text).toBe('We close at ten.');

  const [ends, around, wrong] = await Promise.all([
    run('end', '--name', 'Ada'),
    run('gather', '--name', 'Hana'),
    run('gather', '--person', ada.id),
  ]);
  expect(ends).toEqual({
    code: 0,
    text: expect.stringMatching(/^(Ada, Hana|Hana, Ada) are warned: their conversation ends within 10 seconds\.\n$/),
  });
  expect(around).toEqual({ code: 0, text: 'Everybody is told where Hana is waiting, for 5 minutes.\n' });
  expect(wrong).toEqual({ code: 1, text: expect.stringContaining('Ada is no host') });
  await until(() => ada.world.hosting.ending.peek() !== undefined, 'Ada is warned');
  const out = await run('send-out', '--name', 'Hana', '--reason', 'closing');
  expect(out).toEqual({ code: 0, text: 'Hana is out, and is not let in again for 10 minutes.\n' });
  await until(() => host.connection.ended.peek() === 'removed', 'Hana is out');
  expect(await tryToEnter(server.url, { name: 'Hana', ticket })).toEqual({ refused: 'banned' });
  const again = await Promise.all([run('mute', '--name', 'Hana'), run('end', '--person', ada.id), run('gather', '--off')]);
  expect(again).toEqual([
    { code: 1, text: 'Hana is not inside.\n' },
    { code: 1, text: 'Ada is not in a conversation.\n' },
    { code: 1, text: 'There is no gathering.\n' },
  ]);
  const { text } = await run('audit');
  for (const line of ['mute  Hana', 'gather  lounge', 'notice', 'sendOut  Hana  closing']) expect(text).toContain(`by command  ${line}\n`);
  expect(text).not.toContain('at ten');
  ada.leave();
});

it('[P71] without a server an order is withdrawn, and nothing comes of it when it starts again', async () => {
  const ada = await enterOffice(server.url, { name: 'Ada' });
  const { ticket } = ada;
  expect(await run('mute', '--person', ada.id)).toMatchObject({ code: 0 });
  await server.end('SIGKILL');
  const told = await run('send-out', '--person', ada.id);
  expect(told).toEqual({ code: 1, text: expect.stringMatching(/^No server runs on .*comptoir-process-/) });
  ada.leave();
  await server.start();
  const back = await enterOffice(server.url, { name: 'Ada', ticket });
  expect(back.id).toBe(ada.id);
  back.leave();
});
