import { expect, test } from 'vitest';
import { createLog, logForColyseus } from './log.ts';

function recording(level = 'info') {
  const lines: Record<string, unknown>[] = [];
  let nowMs = 0;
  const log = createLog(
    level,
    (line) => lines.push(JSON.parse(line)),
    () => nowMs,
  );
  return { log, lines, pass: (ms: number) => (nowMs += ms) };
}

const fail = (text: string): Error => new Error(text);

test('[O9] the same error is written once in ten seconds, then with how often it came', () => {
  const { log, lines, pass } = recording();
  const err = fail('broken');
  for (let i = 0; i < 5; i++) log.error({ err }, 'request failed');
  expect(lines).toHaveLength(1);
  pass(10_000);
  log.error({ err }, 'request failed');
  expect(lines).toHaveLength(2);
  expect(lines[0]?.repeated).toBeUndefined();
  expect(lines[1]?.repeated).toBe(4);
});

test('[O9] other errors, and the same text from elsewhere, are not swallowed', () => {
  const { log, lines } = recording();
  log.error({ err: fail('one') }, 'request failed');
  log.error({ err: fail('two') }, 'request failed');
  log.error({ err: new Error('one') }, 'request failed');
  log.warn('request failed');
  log.info('hello');
  log.info('hello');
  expect(lines).toHaveLength(6);
});

test('[O9] fields may differ: it is still the same warning', () => {
  const { log, lines } = recording();
  for (let i = 0; i < 3; i++) log.warn({ i }, 'map is broken');
  expect(lines).toHaveLength(1);
});

test('[O9] a thousand different errors are a flood too: a hundred are written, and how many were not', () => {
  const { log, lines, pass } = recording();
  for (let i = 0; i < 1000; i++) log.error(`error ${i}`);
  expect(lines).toHaveLength(100);
  pass(10_000);
  log.error('another');
  log.error('one more');
  expect(lines.slice(100)).toEqual([
    expect.objectContaining({ msg: 'another', unwritten: 900 }),
    expect.not.objectContaining({ unwritten: 900 }),
  ]);
});

test('[O9] what ends the process is always written', () => {
  const { log, lines } = recording();
  log.fatal('uncaught exception');
  log.fatal('uncaught exception');
  expect(lines).toHaveLength(2);
});

test('[O9] what Colyseus calls an error is a throttled warning with its text', () => {
  const { log, lines } = recording();
  const colyseus = logForColyseus(log);
  colyseus.error('seat reservation expired.');
  colyseus.error('seat reservation expired.');
  colyseus.info('invisible at this level');
  expect(lines).toEqual([expect.objectContaining({ level: 'warn', from: 'colyseus', msg: 'seat reservation expired.' })]);
});
