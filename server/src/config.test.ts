import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, variables } from './config.ts';

test('[O1] every default works', () => {
  expect(readConfig({})).toMatchObject({
    ...{ port: 8080, host: '127.0.0.1', publicUrl: undefined, trustProxy: false, tls: undefined, joinRatePerAddress: 60 },
    ...{
      dataDir: resolve('data'),
      mapsDir: resolve('data/maps'),
      officeCapacity: 200,
      metricsToken: undefined,
      logLevel: 'info',
      dev: false,
    },
  });
});

test('[O1] values are read', () => {
  const config = readConfig(
    {
      ...{
        PORT: '9000',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://office.example.org',
        TRUST_PROXY: '10.0.0.0/8, ::1',
        JOIN_RATE_PER_ADDRESS: '100000',
      },
      ...{
        DATA_DIR: '/srv/office',
        OFFICE_CAPACITY: '2000',
        METRICS_TOKEN: 'twelve-letters',
        LOG_LEVEL: 'DEBUG',
        OFFICE_TIMEZONE: 'Europe/Paris',
      },
    },
    ['--dev'],
  );
  expect(config).toMatchObject({
    ...{
      port: 9000,
      host: '0.0.0.0',
      publicUrl: new URL('https://office.example.org'),
      trustProxy: ['10.0.0.0/8', '::1'],
      joinRatePerAddress: 100_000,
    },
    ...{ dataDir: '/srv/office', mapsDir: '/srv/office/maps', officeCapacity: 2000, metricsToken: 'twelve-letters', logLevel: 'debug' },
    ...{ timezone: 'Europe/Paris', dev: true },
  });
});

test('[O1] an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', HOST: '  ', DATABASE_URL: '' })).toMatchObject({ port: 8080, host: '127.0.0.1' });
});

test.each([
  ['PORT', '70000'],
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['HOST', 'two words'],
  ['PUBLIC_URL', 'office.example.org'],
  ['PUBLIC_URL', 'https://example.org/office'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['TRUST_PROXY', 'all'],
  ['TRUST_PROXY', '10.0.0.0/64'],
  ['TRUST_PROXY', '10.0.0.1/8/9'],
  ['TLS_CERT', '/nonexistent/cert.pem'],
  ['JOIN_RATE_PER_ADDRESS', '0'],
  ['OFFICE_CAPACITY', '1e3'],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_TOKEN', 'with two words'],
  ['LOG_LEVEL', 'loud'],
  ['OFFICE_TIMEZONE', 'Middle/Earth'],
  ['MEDIA_ENGINE', 'livekit'],
  ['MEDIA_UDP_PORT', '0'],
  ['MEDIA_UDP_PORT', '65535x'],
  ['MEDIA_WORKERS', '0'],
  ['MEDIA_ANNOUNCED_IP', 'office.example.org'],
  ['MEDIA_MESH_MAX', '5'],
  ['STUN_PORT', 'on'],
  ['STUN_PORT', '70000'],
  ['TURN_URLS', 'https://turn.example.org'],
  ['TURN_URLS', 'turn:turn.example.org turn:other.example.org'],
  ['TURN_SECRET', 'short'],
  ['DATABASE_URL', 'mysql://localhost/office'],
  ['DATABASE_URL', 'the password'],
  ['INSTANCE_KEY', 'short'],
  ['REDIS_URL', 'localhost'],
  ['PROCESS_URL', 'office.example.org/p1'],
])('[O1] %s=%s stops the start with one sentence naming it', (name, value) => {
  const result = readConfig({ [name]: value });
  expect(result).toEqual({ problem: expect.stringMatching(new RegExp(`^${name} [^\\n]*\\.$`)) });
});

test('[O1] certificate and key belong together', () => {
  expect(readConfig({ TLS_CERT: import.meta.filename })).toEqual({ problem: expect.stringMatching(/^TLS_KEY is missing/) });
});

test('[O1] TURN server and secret belong together', () => {
  expect(readConfig({ TURN_URLS: 'turn:turn.example.org' })).toEqual({ problem: expect.stringMatching(/^TURN_SECRET is missing/) });
  expect(readConfig({ TURN_SECRET: 'twelve-letters' })).toEqual({ problem: expect.stringMatching(/^TURN_URLS is missing/) });
});

test('[O80] several processes need a place to meet, an address each, and one database', () => {
  const [redis, own] = [{ REDIS_URL: 'redis://localhost' }, { PROCESS_URL: 'https://office.example.org/p1/' }];
  const database = { DATABASE_URL: 'postgres://localhost/comptoir' };
  expect(readConfig({ ...redis, ...database })).toEqual({ problem: expect.stringMatching(/^PROCESS_URL is missing/) });
  expect(readConfig({ ...own, ...database })).toEqual({ problem: expect.stringMatching(/^REDIS_URL is missing/) });
  expect(readConfig({ ...redis, ...own })).toEqual({ problem: expect.stringMatching(/^DATABASE_URL is missing/) });
  expect(readConfig({ ...redis, ...own, ...database, PUBLIC_URL: 'https://other.example.org' })).toEqual({
    problem: expect.stringMatching(/^PROCESS_URL must be a path of PUBLIC_URL/),
  });
  expect(readConfig({ ...redis, ...own, ...database, PUBLIC_URL: 'https://office.example.org' })).toMatchObject({
    cluster: { redisUrl: 'redis://localhost', processUrl: 'https://office.example.org/p1' },
  });
  expect(readConfig({})).toMatchObject({ cluster: undefined });
});

test('[O1] there must be as many ports as media workers', () => {
  expect(readConfig({ MEDIA_UDP_PORT: '65535', MEDIA_WORKERS: '2' })).toEqual({
    problem: expect.stringMatching(/^MEDIA_UDP_PORT is too high/),
  });
});

test('[O1] settings of calls are read', () => {
  const asked = {
    ...{ MEDIA_UDP_PORT: '40000', MEDIA_WORKERS: '2', MEDIA_ANNOUNCED_IP: '203.0.113.7', STUN_PORT: '3479', MEDIA_MESH_MAX: '2' },
    ...{ TURN_URLS: 'turn:turn.example.org:3478?transport=udp, turns:[2001:db8::1]:443', TURN_SECRET: 'twelve-letters' },
  };
  expect(readConfig(asked)).toMatchObject({
    media: { firstUdpPort: 40_000, workers: 2, announcedIp: '203.0.113.7', isLocal: false },
    turn: { urls: ['turn:turn.example.org:3478?transport=udp', 'turns:[2001:db8::1]:443'], secret: 'twelve-letters' },
    ...{ stunPort: 3479, isStunAskedFor: true, meshMost: 2 },
  });
});

test.each([
  [{}, undefined],
  [{ HOST: '0.0.0.0' }, 3478],
  [{ TRUST_PROXY: '1' }, 3478],
  [{ HOST: '0.0.0.0', STUN_PORT: 'off' }, undefined],
  [{ HOST: '0.0.0.0', TURN_URLS: 'turn:turn.example.org', TURN_SECRET: 'twelve-letters' }, undefined],
  [{ STUN_PORT: '3478' }, 3478],
])('[O1] with %j our own STUN server answers on %s', (env, stunPort) => {
  expect(readConfig(env)).toMatchObject({ stunPort, isStunAskedFor: 'STUN_PORT' in env && env.STUN_PORT !== undefined });
});

test('[O1] every variable says what it is for', () => {
  for (const { meaning, fallback } of Object.values(variables)) {
    expect(meaning).toMatch(/^.{20,}\.$/);
    expect(fallback).not.toBe('');
  }
});

test('[O1] docs/self-hosting.md lists every variable as the code has it', () => {
  const rows = Object.entries(variables).map(([name, { fallback, meaning }]) => `| \`${name}\` | ${fallback} | ${meaning} |`);
  const table = ['| variable | default | what it does |', '|---|---|---|', ...rows].join('\n');
  const page = readFileSync(new URL('../../docs/self-hosting.md', import.meta.url), 'utf8');
  const [, printed] = /<!-- variables: [^>]*-->\n([\s\S]*?)\n?<!-- end -->/.exec(page) ?? [];
  expect(printed?.trim()).toBe(table);
});

test('[O1] settings of parts still to come are named and ignored', () => {
  expect(readConfig({ ADMIN_TOKEN: 'something' })).toMatchObject({
    port: 8080,
    notYet: ['ADMIN_TOKEN'],
  });
});
