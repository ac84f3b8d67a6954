// The address people are given, against proxies that do it wrong.
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { checkPort, checkShared } from './checkAddress.ts';

const media = { firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: false };
const settings = {
  port: 8080,
  host: '127.0.0.1',
  trustProxy: false as const,
  tls: undefined,
  dataDir: '',
  media,
  stunPort: undefined,
  turn: undefined,
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
}

const says =
  (status: number, body: string, headers = {}): RequestListener =>
  (_req, res) =>
    void res.writeHead(status, headers).end(body);

async function findingsAt(publicUrl: URL): Promise<[string, string][]> {
  const { findings } = await checkShared({ ...settings, publicUrl }, publicUrl.origin, 'mine', Date.now());
  return findings.map(({ level, sentence }) => [level, sentence]);
}

test.each([
  ['reaches nobody behind it', says(502, ''), /^The proxy at .* answers 502: it does not reach Comptoir \(PORT 8080\)/],
  ['sends people elsewhere', says(301, '', { location: 'https://other.test/' }), /sends people on to https:\/\/other\.test\//],
  ['shows something else', says(200, '<h1>Welcome to nginx!</h1>'), /is not Comptoir \(200\)/],
  ['leads to another office', says(200, '{"ok":true,"start":"theirs"}'), /^Another Comptoir/],
])('[O38] a proxy that %s', async (_how, answer, sentence) => {
  expect(await findingsAt(await serve(answer))).toEqual([['problem', expect.stringMatching(sentence)]]);
});

test('[O38] a proxy that passes no upgrades', async () => {
  const findings = await findingsAt(await serve(says(200, '{"ok":true,"start":"mine","secure":true}')));
  expect(findings).toEqual([
    ['ok', expect.stringMatching(/leads to this server/)],
    ['problem', expect.stringMatching(/^A WebSocket does not pass through .* \(it answers 200\): the proxy has to pass upgrades/)],
  ]);
});

test('[O38] a proxy that makes our own pages foreign', async () => {
  const url = await serve((req, res) => void res.writeHead(req.headers.origin ? 403 : 200).end('{"start":"mine"}'));
  const { findings } = await checkShared({ ...settings, publicUrl: url }, url.origin, 'mine', Date.now());
  expect(findings.at(-1)).toMatchObject({
    level: 'problem',
    sentence: expect.stringContaining(`start the server with PUBLIC_URL=${url.origin}`),
  });
});

test('[O38] names and ports where nobody is', async () => {
  expect(await findingsAt(new URL('https://office.invalid'))).toEqual([
    ['problem', expect.stringMatching(/^The name office\.invalid is not known/)],
  ]);
  const url = await serve(says(200, ''));
  servers[0]?.close();
  expect(await findingsAt(url)).toEqual([['problem', expect.stringMatching(/^Nobody listens at/)]]);
});

test('[O38] an office for this machine only, or behind a proxy without a name, is told so', async () => {
  const told = async (trustProxy: false | number): Promise<string> =>
    (await checkShared({ ...settings, trustProxy, publicUrl: undefined }, undefined, 'mine', 0)).findings[0]?.sentence ?? '';
  expect(await told(false)).toMatch(/^Only this machine can come in: HOST=0\.0\.0\.0/);
  expect(await told(1)).toMatch(/^PUBLIC_URL is not set/);
});

test('[O38] another program on the port, and none', async () => {
  const other = Number((await serve(says(200, 'hello'))).port);
  expect((await checkPort({ ...settings, publicUrl: undefined, port: other })).findings[0]).toMatchObject({
    level: 'problem',
    sentence: expect.stringContaining('another program'),
  });
  servers[0]?.close();
  expect((await checkPort({ ...settings, publicUrl: undefined, port: other })).findings[0]).toMatchObject({
    level: 'problem',
    sentence: expect.stringContaining('ECONNREFUSED'),
  });
});
