// The ways online of docs/self-hosting.md, as far as they can be gone on one machine: its own words and files, for real.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocate } from '@comptoir/server/commands/doctor/allocate';
import { turnCredentials } from '@comptoir/server/media/iceServers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Coturn } from '../support/Coturn.ts';
import { endNow } from '../support/endNow.ts';
import { freePort } from '../support/freePort.ts';
import { runDoctor } from '../support/runDoctor.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

const page = readFileSync(new URL('../../docs/self-hosting.md', import.meta.url), 'utf8');
const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((info) => info?.family === 'IPv4' && !info.internal)?.address;
const problem = Coturn.problem() ?? (ownAddress === undefined ? 'this machine has no address but the loopback' : undefined);
if (problem) process.stdout.write(`docs/deploy/turnserver.conf is not tested: ${problem}\n`);

describe.skipIf(problem !== undefined)('docs/deploy/turnserver.conf', () => {
  const address = ownAddress ?? '';
  let coturn: Coturn;
  beforeAll(async () => {
    coturn = await Coturn.start(address);
  });
  afterAll(() => coturn?.stop());

  it('[O40] makes coturn take our credentials, with relays at the public address and in the range that the firewall lets in', async () => {
    expect(coturn.output).not.toMatch(/Bad configuration format|CONFIG ERROR/);
    for (const transport of ['udp', 'tcp'] as const) {
      const credentials = turnCredentials(coturn.secret, 'ada', Math.floor(Date.now() / 1000) + 600);
      const allocation = await allocate({ host: address, address, port: coturn.port, transport }, credentials);
      const relayed = 'relayed' in allocation ? allocation.relayed : allocation;
      expect(relayed).toEqual({ address, port: expect.any(Number) });
      expect('port' in relayed && relayed.port >= 49_160 && relayed.port <= 49_659).toBe(true);
    }
  });

  /** What coturn's own client says of relaying two packets to there. */
  const relayTo = (peer: string, port: number): Promise<string> =>
    new Promise((resolve) => {
      const args = [
        '-W',
        coturn.secret,
        '-u',
        'ada',
        '-e',
        peer,
        '-r',
        String(port),
        '-p',
        String(coturn.port),
        '-n',
        '2',
        '-m',
        '1',
        '-c',
        address,
      ];
      execFile('/usr/bin/turnutils_uclient', args, { timeout: 20_000 }, (_err, out, err) => resolve(out + err));
    });

  it('[O40] relays to this machine, where the media server is, and into no network behind it', async () => {
    const port = await freePort();
    const peer = spawn('/usr/bin/turnutils_peer', ['-L', address, '-p', String(port)], { stdio: 'ignore' });
    try {
      expect(await relayTo(address, port)).toMatch(/tot_send_msgs=2, tot_recv_msgs=2/);
      // the machine's own network may be one of these: that one address is let through, and its neighbours are not
      for (const inner of ['10.99.99.99', '172.20.99.99', '192.168.99.99', '169.254.169.254'])
        expect(await relayTo(inner, port)).toContain('403 (Forbidden IP)');
    } finally {
      await endNow(peer);
    }
  });
});

it('[O40] the certificate of the steps for a local network opens the office by https, and only browsers that know it trust it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'comptoir-lan-'));
  const command = /^openssl req (?:.*\\\n)*.*$/m.exec(page)?.[0] ?? 'false';
  execFileSync('/bin/sh', ['-c', command], { cwd: dir, env: { PATH: process.env.PATH, IP: '127.0.0.1' }, stdio: 'pipe' });
  const tls = { TLS_CERT: join(dir, 'office-cert.pem'), TLS_KEY: join(dir, 'office-key.pem') };
  const server = await ServerProcess.start({ ...tls, STUN_PORT: 'off' });
  try {
    const { port } = new URL(server.url);
    const PUBLIC_URL = `https://127.0.0.1:${port}`;
    const status = await new Promise((resolve, reject) => {
      get(`${PUBLIC_URL}/readyz`, { ca: readFileSync(tls.TLS_CERT) }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
    });
    expect(status).toBe(200);
    const report = await runDoctor({ ...tls, PORT: port, PUBLIC_URL, DATA_DIR: server.dataDir, STUN_PORT: 'off' });
    expect(report.about('address')).toEqual([`ok: ${PUBLIC_URL} leads to this server.`]);
    expect(report.about('WebSocket')).toEqual([`ok: A WebSocket passes through ${PUBLIC_URL}.`]);
    expect(report.about('certificate')).toEqual([expect.stringMatching(/^warning: .*\(799 days left\): each browser warns once/)]);
    expect(report.code).toBe(0);
  } finally {
    await server.remove();
    rmSync(dir, { recursive: true });
  }
});
