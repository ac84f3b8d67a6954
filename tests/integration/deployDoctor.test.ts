// The doctor, as one runs it, at a real office behind a real Caddy with a real coturn.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caddy } from '../support/Caddy.ts';
import { Coturn } from '../support/Coturn.ts';
import { runDoctor } from '../support/runDoctor.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

const problem = Caddy.problem() ?? Coturn.problem();
if (problem) process.stdout.write(`The doctor is not tested at a real deployment: ${problem}\n`);

describe.skipIf(problem !== undefined)('the doctor', () => {
  let caddy: Caddy;
  let coturn: Coturn;
  let server: ServerProcess;
  let env: Record<string, string>;

  beforeAll(async () => {
    [caddy, coturn] = [await Caddy.prepare(), await Coturn.start()];
    const turn = ['udp', 'tcp'].map((transport) => coturn.env(transport as 'udp' | 'tcp').TURN_URLS).join(',');
    const settings = { PUBLIC_URL: caddy.url, TRUST_PROXY: '1', STUN_PORT: 'off', TURN_URLS: turn, TURN_SECRET: coturn.secret };
    server = await ServerProcess.start(settings);
    await caddy.open(server.url);
    env = { ...settings, PORT: new URL(server.url).port, DATA_DIR: server.dataDir, MEDIA_UDP_PORT: '45990', MEDIA_WORKERS: '1' };
  });
  afterAll(async () => {
    await Promise.all([caddy?.remove(), coturn?.stop(), server?.remove()]);
  });

  it('[O38] finds nothing wrong with a deployment that is right', async () => {
    const report = await runDoctor({ ...env, NODE_EXTRA_CA_CERTS: caddy.rootFile });
    expect([report.code, report.ok]).toEqual([0, true]);
    expect(report.about('port')).toEqual([`ok: Comptoir answers at ${server.url}.`]);
    expect(report.about('address')).toEqual([`ok: ${caddy.url} leads to this server.`]);
    expect(report.about('WebSocket')).toEqual([`ok: A WebSocket passes through ${caddy.url}.`]);
    expect(report.about('clock')[0]).toMatch(/^ok: /);
    expect(report.about('data')[0]).toMatch(/^ok: .* can be written/);
    expect(report.about('media')).toEqual([expect.stringMatching(/^ok: A packet sent to 127\.0\.0\.1, UDP port 45990, comes in/)]);
    // Caddy's own certificates last half a day
    expect(report.about('certificate')).toEqual([expect.stringMatching(/^warning: .* is valid, but only 0 days left/)]);
  });

  it('[O39] gets a real relay from coturn over UDP and over TCP, and gives it back', async () => {
    const before = coturn.output.length;
    expect((await runDoctor(env)).about('TURN')).toEqual([
      expect.stringMatching(/^ok: turn:.*transport=udp gave a relay at 127\.0\.0\.1 for our credentials, over UDP/),
      expect.stringMatching(/^ok: turn:.*transport=tcp gave a relay at 127\.0\.0\.1 for our credentials, over TCP/),
    ]);
    const said = coturn.output.slice(before);
    expect(said.match(/ALLOCATE processed, success/g)).toHaveLength(2);
    expect(said.match(/REFRESH processed, success/g)).toHaveLength(2);
  });

  it('[O39] says so when the secrets differ', async () => {
    const report = await runDoctor({ ...env, TURN_SECRET: 'not-that-one' });
    expect(report.about('TURN')).toHaveLength(2);
    for (const sentence of report.about('TURN'))
      expect(sentence).toMatch(/^problem: .* refuses our credentials: TURN_SECRET is not coturn's/);
    expect([report.code, report.ok]).toEqual([1, false]);
  });

  it('[O39] says so when no TURN server is there', async () => {
    const report = await runDoctor({ ...env, TURN_URLS: 'turn:127.0.0.1:9?transport=tcp' });
    expect(report.about('TURN')).toEqual([expect.stringMatching(/^problem: .* does not answer over TCP .*port 9 open to TCP/)]);
  });

  it('[O38] warns of a certificate that only its maker trusts, and of a proxy that is not trusted', async () => {
    const report = await runDoctor({ ...env, TRUST_PROXY: 'none' });
    expect(report.about('certificate')).toEqual([expect.stringMatching(/^warning: Nobody this machine trusts has signed/)]);
    expect(report.about('address')).toEqual([expect.stringMatching(/^ok/), expect.stringMatching(/^warning: .*TRUST_PROXY is not set/)]);
    expect(report.code).toBe(0);
  });

  it('[O38] knows a server that is down, and looks whether its ports can be had', async () => {
    await server.end('SIGTERM');
    const report = await runDoctor({ ...env, STUN_PORT: '45991' });
    expect(report.about('port')).toEqual([expect.stringMatching(/^problem: Nothing answers/)]);
    expect(report.about('address')).toEqual([expect.stringMatching(/^problem: The proxy at .* answers 502/)]);
    expect(report.about('STUN')).toEqual(['ok: UDP port 45991 is free for the STUN server.']);
    expect(report.code).toBe(1);
    await server.start();
  });

  it('[O38] asks our own STUN server for real', async () => {
    const own = await ServerProcess.start({ STUN_PORT: '45992', MEDIA_ANNOUNCED_IP: '127.0.0.1' });
    const report = await runDoctor({
      PORT: new URL(own.url).port,
      DATA_DIR: own.dataDir,
      STUN_PORT: '45992',
      MEDIA_ANNOUNCED_IP: '127.0.0.1',
    });
    expect(report.about('STUN')).toEqual([expect.stringMatching(/^ok: Our STUN server answers at 127\.0\.0\.1, UDP port 45992; it sees/)]);
    await own.remove();
  });
});

describe.skipIf(Caddy.problem() !== undefined)('the Caddyfile of docs/deploy', () => {
  it.each(['office.example.org', 'office.example.org, www.office.example.org'])('[O40] is accepted by caddy validate for %s', (DOMAIN) => {
    const { code, err } = Caddy.check('validate', { DOMAIN });
    expect([code, err]).toEqual([0, expect.stringContaining('enabling automatic HTTP->HTTPS redirects') as string]);
  });

  it('[O40] becomes one site, with TLS, that leads to the port of the office', () => {
    const { code, out } = Caddy.check('adapt', { DOMAIN: 'office.example.org' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      apps: { http: { servers: { srv0: expect.objectContaining({ listen: [':443'] }) } } },
    });
    expect(out).toContain('"dial":"127.0.0.1:8080"');
    expect(Caddy.check('adapt', { DOMAIN: 'office.example.org', UPSTREAM: 'comptoir:8080' }).out).toContain('"dial":"comptoir:8080"');
  });

  it('[O40] without a name it is refused instead of opening on every address', () => {
    expect(Caddy.check('validate', {}).code).not.toBe(0);
  });
});

it('[O42] behind one proxy, TRUST_PROXY=1 shows the server https and the address of whoever comes', async ({ skip }) => {
  const none = Caddy.problem();
  if (none) skip(none);
  const caddy = await Caddy.prepare();
  const server = await ServerProcess.start({ TRUST_PROXY: '1', STUN_PORT: 'off', JOIN_RATE_PER_ADDRESS: '2' });
  await caddy.open(server.url);
  const ca = readFileSync(caddy.rootFile, 'utf8');
  try {
    const device = await askFrom('127.0.0.1', ca, `${caddy.url}/api/device`, undefined, '{}');
    expect(device.body).toContain('"secure":true');
    expect(device.cookie).toMatch(/; Secure/);
    const join = (from: string, forwarded?: string): Promise<number> =>
      askFrom(from, ca, `${caddy.url}/matchmake/joinById/${Buffer.from('office').toString('base64url')}`, forwarded).then(
        ({ status }) => status,
      );
    const first = await Promise.all(Array.from({ length: 6 }, () => join('127.0.0.2')));
    expect(first.filter((status) => status === 429).length).toBeGreaterThan(0);
    // who claims to be somebody else is still who they are
    expect(await join('127.0.0.2', '198.51.100.9')).toBe(429);
    expect(await join('127.0.0.3')).not.toBe(429);
  } finally {
    await caddy.remove();
    await server.remove();
  }
});

/** @param from one of this machine's own addresses */
function askFrom(
  from: string,
  ca: string,
  url: string,
  forwarded?: string,
  body = JSON.stringify({ protocol: PROTOCOL_VERSION, name: 'Ada', trade: '', appearance: '' }),
): Promise<{ status: number; body: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) };
    const asking = request(url, { method: 'POST', ca, localAddress: from, agent: false, headers }, (answer) => {
      let said = '';
      answer.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: said, cookie: answer.headers['set-cookie']?.join() ?? '' }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
