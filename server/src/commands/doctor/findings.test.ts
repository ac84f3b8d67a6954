import { expect, test } from 'vitest';
import { inLines } from '../doctor.ts';
import type { SeenCertificate } from './askHttp.ts';
import { checkCertificate } from './checkCertificate.ts';
import { checkClock } from './checkClock.ts';
import { judgeRoom } from './checkData.ts';
import { checkTurn, explain, readTurnUrl } from './checkTurn.ts';
import { ok, problem, warning } from './Finding.ts';

const NOW_MS = Date.parse('2026-11-20T12:00:00Z');
const inDays = (days: number): Date => new Date(NOW_MS + days * 86_400_000);
const good: SeenCertificate = { validFrom: inDays(-30), validTo: inDays(60), distrust: undefined, isForThisName: true };

test.each([
  ['good', {}, 'ok', '60 days left'],
  ['soon over', { validTo: inDays(3.5) }, 'warning', 'only 3 days left'],
  ['over', { validTo: inDays(-2) }, 'problem', 'ended on 2026-11-18'],
  ['still to begin', { validFrom: inDays(2) }, 'problem', 'clock'],
  ['for another name', { isForThisName: false }, 'problem', 'not for office.test'],
  ['made by oneself', { distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'warning', 'each browser warns once'],
  ['by an authority of oneself', { distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'warning', 'each browser warns once'],
  ['taken back', { distrust: 'CERT_REVOKED' }, 'problem', 'CERT_REVOKED'],
] as const)('[O38] a certificate that is %s', (_how, change, level, words) => {
  const finding = checkCertificate({ ...good, ...change }, 'office.test', NOW_MS);
  expect(finding).toMatchObject({ about: 'certificate', level });
  expect(finding.sentence).toContain(words);
});

test.each([
  ['right', { other: { from: 'https://o.test', date: 'Fri, 20 Nov 2026 12:00:00 GMT', atMs: NOW_MS + 900 } }, 'ok', 'agrees'],
  ['a little fast', { other: { from: 'https://o.test', date: 'Fri, 20 Nov 2026 11:59:50 GMT', atMs: NOW_MS } }, 'warning', '10 s ahead of'],
  ['an hour slow', { other: { from: 'https://o.test', date: 'Fri, 20 Nov 2026 13:00:00 GMT', atMs: NOW_MS } }, 'problem', 'behind'],
  ['alone', {}, 'ok', 'no other one'],
  ['compared with nonsense', { other: { from: 'https://o.test', date: 'today', atMs: NOW_MS } }, 'ok', 'no other one'],
  ['before its own files', { writtenMs: NOW_MS + 1 }, 'problem', 'before these files'],
] as const)('[O38] a clock that is %s', (_how, change, level, words) => {
  const finding = checkClock({ nowMs: NOW_MS, writtenMs: 0, ...change });
  expect(finding).toMatchObject({ about: 'clock', level });
  expect(finding.sentence).toContain(words);
});

test.each([
  [50e6, 'problem'],
  [500e6, 'warning'],
  [5e9, 'ok'],
])('[O38] a disk with %d bytes left', (bytes, level) => expect(judgeRoom('/data', true, bytes).level).toBe(level));

test('[O38] addresses of TURN servers are read as browsers do', () => {
  expect(readTurnUrl('turn:turn.test')).toEqual({ host: 'turn.test', port: 3478, transport: 'udp' });
  expect(readTurnUrl('turn:[2001:db8::1]:80?transport=tcp')).toEqual({ host: '2001:db8::1', port: 80, transport: 'tcp' });
  expect(readTurnUrl('turns:turn.test')).toEqual({ host: 'turn.test', port: 5349, transport: 'tls' });
  expect(readTurnUrl('turns:turn.test?transport=udp')).toBeUndefined();
});

test.each([
  ['a relay', { relayed: { address: '203.0.113.7', port: 50_000 } }, 'ok', '203.0.113.7'],
  ['a relay nobody reaches', { relayed: { address: '10.0.0.4', port: 50_000 } }, 'problem', 'external-ip=203.0.113.7'],
  ['silence', { unreachable: 'no answer' }, 'problem', 'port 3478 open to UDP'],
  ['a wrong secret', { refused: { code: 401, words: 'Unauthorized' }, hasSeenCredentials: true }, 'problem', 'TURN_SECRET is not'],
  ['a full server', { refused: { code: 486, words: 'Quota' }, hasSeenCredentials: true }, 'problem', '486 Quota'],
] as const)('[O39] %s is said in a sentence', (_what, allocation, level, words) => {
  const finding = explain('turn:turn.test', { host: 'turn.test', port: 3478, transport: 'udp' }, '203.0.113.7', allocation);
  expect(finding).toMatchObject({ about: 'TURN', level });
  expect(finding.sentence).toContain(words);
});

test('[O39] an office for others without TURN is warned, one for this machine is not', async () => {
  const media = { firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: false };
  const settings = { port: 80, host: '::', publicUrl: undefined, trustProxy: false as const, tls: undefined, dataDir: '', media };
  const levelOf = async (isLocal: boolean): Promise<string[]> =>
    (await checkTurn({ ...settings, stunPort: undefined, turn: undefined, media: { ...media, isLocal } }, NOW_MS)).map(
      ({ level }) => level,
    );
  expect([await levelOf(false), await levelOf(true)]).toEqual([['warning'], ['ok']]);
});

test('[O38] one line for each, the worst counted last', () => {
  expect(inLines([ok('port', 'It answers.'), warning('TURN', 'None.'), problem('data', 'Full.')])).toEqual([
    'ok      It answers.',
    'warning None.',
    'problem Full.',
    '1 problem, 1 warning.',
  ]);
  expect(inLines([ok('port', 'It answers.')]).at(-1)).toBe('All is well.');
});
