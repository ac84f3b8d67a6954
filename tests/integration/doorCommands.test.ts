// The door by command: the first host before the first start, and doors, links and roles while the server runs.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DoorMode } from '@comptoir/shared/protocol/door';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPILED } from '../support/compiled.ts';
import { placeRefusal } from '../support/door.ts';
import { enterOffice, tryToEnter, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';

const admin = fileURLToPath(import.meta.resolve('@comptoir/server/commands/admin'));
const main = fileURLToPath(import.meta.resolve('@comptoir/server/main'));

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start();
  standInPage(server.url);
});
afterAll(() => server.remove());

async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number; text: string }> {
  const port = new URL(server.url).port;
  const all = { PATH: process.env.PATH, ...COMPILED, DATA_DIR: server.dataDir, PORT: port, ...env };
  return promisify(execFile)(process.execPath, [admin, ...args], { env: all }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, text: stderr }),
  );
}

/** The running server has noticed. */
async function becomes(mode: DoorMode): Promise<void> {
  const startedMs = performance.now();
  const doorNow = async () => ((await (await fetch(`${server.url}/api/offices/office`)).json()) as OfficeFacts).door;
  while ((await doorNow()) !== mode) {
    if (performance.now() - startedMs > 3000) throw new Error(`the door is not ${mode} within 3 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const inviteIn = (text: string): string => new URL(text.split('\n')[0] ?? '').searchParams.get('invite') ?? '';

it('[P20] a link for the first host is made before the first start, and the start says how until there is one', async () => {
  const dataDir = `${server.dataDir}-fresh`;
  const made = await run(['invite', '--role', 'host', '--quota', '1'], { DATA_DIR: dataDir, PUBLIC_URL: 'https://office.example.org' });
  expect(made).toEqual({
    code: 0,
    text: expect.stringMatching(/^https:\/\/office\.example\.org\/\?invite=[\w-]{22}\nThe first who opens it comes in as host\.\n$/),
  });
  const started = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...COMPILED, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  started.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await until(() => output.includes('npm run admin -- invite --role host'), 'the start says how');
  const url = /Comptoir is open at (\S+)/.exec(output)?.[1] ?? '';
  expect(await placeRefusal(url, { name: 'Ada', invite: inviteIn(made.text) })).toBeUndefined();
  started.kill();
  await once(started, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
});

it('[P20] links, doors and roles set by command hold in the running server', async () => {
  const made = await run(['invite', '--role', 'host', '--label', 'First host']);
  expect(made.text.startsWith(`${server.url}/?invite=`)).toBe(true);
  expect(await run(['door', '--mode', 'link', '--capacity', '5'])).toEqual({
    code: 0,
    text: expect.stringContaining('link, for 5 at most'),
  });
  await becomes('link');
  const ada = await enterOffice(server.url, { name: 'Ada', invite: inviteIn(made.text) });
  await until(() => ada.world.me.peek()?.rank === 'host', 'Ada is host');
  expect(await ada.connection.request('door', {})).toMatchObject({ mode: 'link', capacity: 5, hasPassword: false });
  expect(await ada.connection.request('invitations', {})).toMatchObject({ list: [{ label: 'First host', by: '', used: 1 }] });

  const { text } = await run(['role', '--name', 'ada', '--to', 'admin']);
  expect(text).toContain('Ada is admin now');
  const again = await enterOffice(server.url, { name: 'Ada', ticket: ada.ticket });
  await until(() => again.world.me.peek()?.rank === 'admin', 'and admin at the next entry');
  const book = (await run(['audit'])).text;
  expect(book).toMatch(/by command {2}invite {2}First host {2}host\n/);
  expect(book).toMatch(/by command {2}setRank {2}Ada {2}host, now admin\n/);

  await run(['door', '--mode', 'password', '--password', 'open sesame']);
  await becomes('password');
  const bob = await tryToEnter(server.url, { name: 'Bob', password: 'open sesame' });
  if ('refused' in bob) throw new Error(bob.refused);
  for (const person of [again, bob]) person.leave();
});

it('[P20] what makes no sense is said, and changes nothing', async () => {
  for (const [args, sentence] of [
    [['invite', '--role', 'king'], '--role is one of'],
    [['invite', '--office', 'nowhere'], 'There is no office "nowhere"'],
    [['invite', '--area', 'nowhere'], 'has no area "nowhere"'],
    [['invite', '--area', 'lounge', '--role', 'member'], '--area is for visitors'],
    [['invite', '--quota', '1.5'], '--quota is a whole number'],
    [['invite', '--days', '-1'], ''],
    [['door', '--mode', 'ajar'], '--mode is one of'],
    [['door', '--password', 'short'], '--password has at least'],
    [['role', '--to', 'host'], 'Whom?'],
    [['role', '--person', 'nobody', '--to', 'host'], 'There is nobody with the id nobody.'],
  ] as const)
    expect(await run([...args])).toMatchObject({ code: 1, text: expect.stringContaining(sentence) });
});
