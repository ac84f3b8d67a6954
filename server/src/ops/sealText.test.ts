import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findInstanceKey, fingerprintOf, keyFileOf, makeInstanceKey, openText, readInstanceKey, sealText } from './sealText.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comptoir-seal-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const keyOf = (digit: string) => {
  const key = readInstanceKey(digit.repeat(64));
  if (!key) throw new Error('not a key');
  return key;
};

test('[O60] a sealed text opens with its key and for what it is about only, and shows nothing of itself', () => {
  const text = 'à bientôt 🌻 — see you at four';
  const sealed = sealText(keyOf('a'), text, 'note:1');
  expect(openText(keyOf('a'), sealed, 'note:1')).toBe(text);
  expect(sealText(keyOf('a'), text, 'note:1')).not.toBe(sealed);
  expect(Buffer.from(sealed.slice(2), 'base64url').includes('four')).toBe(false);
  expect(openText(keyOf('b'), sealed, 'note:1')).toBeUndefined();
  expect(openText(keyOf('a'), sealed, 'note:2')).toBeUndefined();
  expect(openText(keyOf('a'), `1.${Buffer.alloc(40).toString('base64url')}`, 'note:1')).toBeUndefined();
  for (const other of ['', '1.', text, sealed.slice(0, -2), `2.${sealed.slice(2)}`])
    expect(openText(keyOf('a'), other, 'note:1')).toBeUndefined();
  expect(openText(keyOf('a'), sealText(keyOf('a'), '', 'x'), 'x')).toBe('');
});

test('[O60] the key is made once, for its owner only; a file that holds none is a sentence', () => {
  expect(findInstanceKey(dataDir)).toBeUndefined();
  const made = makeInstanceKey(dataDir);
  expect(statSync(keyFileOf(dataDir)).mode & 0o777).toBe(0o600);
  expect(fingerprintOf(makeInstanceKey(dataDir))).toBe(fingerprintOf(made));
  const found = findInstanceKey(dataDir);
  expect(found && openText(found, sealText(made, 'hello', 'x'), 'x')).toBe('hello');
  writeFileSync(keyFileOf(dataDir), 'nothing');
  expect(() => findInstanceKey(dataDir)).toThrow(/instance\.key does not hold the key .*\.$/);
});

test('[O60] a given key is 32 bytes, in base64 or hexadecimal', () => {
  expect(fingerprintOf(keyOf('0'))).not.toBe(fingerprintOf(keyOf('1')));
  const same = readInstanceKey(Buffer.alloc(32, 0x11).toString('base64'));
  expect(same && fingerprintOf(same)).toBe(fingerprintOf(keyOf('1')));
  for (const wrong of ['', 'short', 'g'.repeat(64), 'a'.repeat(63), 'a b'.repeat(20)]) expect(readInstanceKey(wrong)).toBeUndefined();
});
