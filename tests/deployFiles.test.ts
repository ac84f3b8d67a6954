// What one deploys with, held against the settings there are, against one another and against the page that explains it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, variables } from '@comptoir/server/config';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readImports } from './architecture/readImports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
/** `NAME=value` lines, without those that are commented out. */
const assignments = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([\w-]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

interface Service {
  build?: string;
  image?: string;
  restart: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes: string[];
  command?: string[];
  network_mode?: string;
}

const compose = parse(read('compose.yaml')) as {
  services: Record<'comptoir' | 'caddy' | 'coturn', Service>;
  volumes: Record<string, null>;
};
const { comptoir, caddy, coturn } = compose.services;
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
const page = read('docs/self-hosting.md');
const dotenv: Record<string, string> = { ...assignments(read('docs/deploy/env.example')), TURN_SECRET: 'a-long-random-secret' };
const turn = assignments(read('docs/deploy/turnserver.conf'));

/** As compose fills in what `.env` says. */
const filled = (text: string): string =>
  text.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_all, name: string, otherwise = '') => dotenv[name] ?? otherwise);

const imageEnv = Object.fromEntries(
  [...(/^ENV (.+)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);
const appEnv = Object.fromEntries(Object.entries(comptoir.environment ?? {}).map(([name, value]) => [name, filled(value)]));

describe('compose.yaml', () => {
  it('[O40] sets only what the server knows, and it starts with that', () => {
    const names = [...Object.keys(appEnv), ...Object.keys(imageEnv)].filter((name) => name !== 'NODE_ENV');
    expect(names.filter((name) => !Object.hasOwn(variables, name))).toEqual([]);
    expect(readConfig({ ...imageEnv, ...appEnv })).toMatchObject({
      ...{ host: '0.0.0.0', port: 8080, dataDir: '/data', trustProxy: 1, publicUrl: new URL('https://office.example.org'), notYet: [] },
      media: { firstUdpPort: 40_000, workers: 2, announcedIp: '203.0.113.7', isLocal: false },
      turn: { secret: dotenv.TURN_SECRET, urls: [expect.stringContaining('transport=udp'), expect.stringContaining('transport=tcp')] },
      // coturn answers STUN on that port
      stunPort: undefined,
    });
  });

  it('[O40] asks .env for what env.example has, and for nothing else', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(Object.keys(dotenv)));
  });

  it('[O40] restarts everything, and keeps data and certificates in volumes', () => {
    for (const service of Object.values(compose.services)) expect(service.restart).toBe('unless-stopped');
    const mounts = Object.values(compose.services).flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')));
    for (const [from = ''] of mounts)
      expect(from.startsWith('./') ? existsSync(join(root, from)) : Object.hasOwn(compose.volumes, from)).toBe(true);
    expect(comptoir.volumes).toContain(`data:${imageEnv.DATA_DIR}`);
    expect(caddy.volumes).toContain('certificates:/data');
  });

  it('[O40] opens the ports that the server, Caddy and coturn use', () => {
    const { port, media } = readConfig({ ...imageEnv, ...appEnv }) as Exclude<ReturnType<typeof readConfig>, { problem: string }>;
    const last = (media.firstUdpPort ?? 0) + media.workers - 1;
    expect(comptoir.ports).toEqual([`${media.firstUdpPort}-${last}:${media.firstUdpPort}-${last}/udp`]);
    expect(caddy.environment?.UPSTREAM).toBe(`comptoir:${port}`);
    expect(caddy.ports).toEqual(['80:80', '443:443', '443:443/udp']);
    // on the host's own network no port has to be led in
    expect([coturn.network_mode, coturn.ports]).toEqual(['host', undefined]);
    for (const url of String(appEnv.TURN_URLS).split(',')) expect(url).toContain(`office.example.org:${turn['listening-port']}?`);
  });

  it('[O40] gives coturn the same secret and name', () => {
    const options = assignments((coturn.command ?? []).map((part) => filled(part).replace(/^--/, '')).join('\n'));
    expect(options).toEqual({
      ...{ realm: dotenv.DOMAIN, 'static-auth-secret': appEnv.TURN_SECRET },
      ...{ 'external-ip': appEnv.MEDIA_ANNOUNCED_IP, 'allowed-peer-ip': appEnv.MEDIA_ANNOUNCED_IP },
    });
    expect(read('docs/deploy/turnserver.conf')).toMatch(/^use-auth-secret$/m);
  });
});

/** Names of the packages that these files of the server import, and all they lead to. */
function packagesFrom(files: readonly string[]): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { from, typeOnly } of readImports(read(file))) {
      if (typeOnly || from.startsWith('node:') || from.startsWith('@comptoir/')) continue;
      if (from.startsWith('.')) visit(posix.join(posix.dirname(file), from));
      else packages.add(from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
    }
  };
  for (const file of files) visit(file);
  return packages;
}

describe('the Dockerfile', () => {
  const ignored = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  /** The last pattern that fits decides. */
  const isIgnored = (path: string): boolean =>
    ignored.reduce(
      (is, line) =>
        matchesGlob(path, line.replace('!', '')) || matchesGlob(path, `${line.replace('!', '')}/**`) ? !line.startsWith('!') : is,
      false,
    );
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));

  it('[O40] copies what is there and is not kept out of the image', () => {
    expect(copied.length).toBeGreaterThan(10);
    for (const source of copied) expect([source, existsSync(join(root, source)), isIgnored(source)]).toEqual([source, true, false]);
    for (const kept of [
      'node_modules/ws',
      'client/node_modules',
      'client/dist/index.html',
      '.git/HEAD',
      '.env',
      'data/comptoir.db',
      'tests/run.ts',
    ])
      expect([kept, isIgnored(kept)]).toEqual([kept, true]);
  });

  it('[O40] installs with every workspace that the lock names', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    for (const workspace of workspaces) expect(copied.filter((source) => source === `${workspace}/package.json`)).toHaveLength(2);
    expect(dockerfile.match(/^RUN npm ci /gm)).toHaveLength(2);
  });

  it('[O40] runs what `npm start` runs, as somebody who is not root', () => {
    const command = JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    expect(command).toEqual(['node', 'server/src/main.ts']);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts.start).toContain(command.join(' '));
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(last.indexOf('USER node')).toBeGreaterThan(last.lastIndexOf('RUN '));
    expect(last).toContain(`VOLUME ${imageEnv.DATA_DIR}`);
  });

  it('[O40] has the Node that the server needs, and the packages the server imports', () => {
    for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toBe('node:24-bookworm-slim');
    const { dependencies } = JSON.parse(read('server/package.json')) as { dependencies: Record<string, string> };
    const imported = packagesFrom(['server/src/main.ts', 'server/src/commands/admin.ts']);
    expect(imported.size).toBeGreaterThan(10);
    // hot reload is for a clone, not for the image
    imported.delete('vite');
    expect([...imported].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });

  it('[O40] looks after itself by /healthz, without curl', () => {
    const health = /^HEALTHCHECK .*?CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]';
    const [command, flag, script = ''] = JSON.parse(health) as string[];
    expect([command, flag]).toEqual(['node', '-e']);
    expect(spawnSync(process.execPath, ['-e', script], { env: { PORT: '9' } }).status).toBe(1);
  });
});

describe('comptoir.service', () => {
  const unit = read('docs/deploy/comptoir.service');
  const settings = assignments(unit);

  it('[O40] runs what `npm start` runs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(settings.WorkingDirectory).toBe('/opt/comptoir');
    expect(scripts.start).toBe('node server/prepare.mjs start && exec env node server/src/main.ts');
    expect(settings.ExecStartPre).toBe('/usr/bin/node server/prepare.mjs start');
    expect(settings.ExecStart).toBe('/opt/comptoir/node_modules/.bin/node server/src/main.ts');
    expect(page).toContain(settings.EnvironmentFile);
  });

  it.skipIf(!existsSync('/usr/bin/systemd-analyze'))('[O40] is accepted by systemd', () => {
    const dir = mkdtempSync(join(tmpdir(), 'comptoir-unit-'));
    const file = join(dir, 'comptoir.service');
    writeFileSync(file, unit.replaceAll(/=\/\S+\/node /g, `=${process.execPath} `));
    const { status, stdout, stderr } = spawnSync('/usr/bin/systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect([status, stdout + stderr]).toEqual([0, '']);
  });
});

describe('docs/self-hosting.md', () => {
  it('[O40] names every port that has to be open', () => {
    const relays = `${turn['min-port']}:${turn['max-port']}/udp`;
    for (const port of ['80/tcp', '443', '3478', '40000:40001/udp', relays])
      expect(page).toMatch(new RegExp(`^sudo ufw allow ${port}(?: +#.*)?$`, 'm'));
  });

  it('[O40] sets only what the server knows', () => {
    const shell = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text).join('\n');
    const names = [...shell.matchAll(/(?:^|[\s'"])([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
    const steps = [...Object.keys(dotenv), 'IP'];
    expect(names.length).toBeGreaterThan(10);
    expect([...new Set(names)].filter((name) => !Object.hasOwn(variables, name) && !steps.includes(name))).toEqual([]);
  });

  it('[O40] refers to files that there are', () => {
    const files = [...page.matchAll(/\b(?:docs\/deploy\/[\w.]+|compose\.yaml|Dockerfile)/g)].map(([file]) => file);
    expect(new Set(files).size).toBeGreaterThan(4);
    for (const file of new Set(files)) expect([file, existsSync(join(root, file.replace(/\.$/, '')))]).toEqual([file, true]);
  });
});
