import { expect, test } from 'vitest';
import type { Shortcut } from '../../actions.ts';
import { en } from '../../i18n/en.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { guessLayout } from './keyLayout.ts';
import { isReserved, keyName, keyNames, ownerOf, specOf } from './keyName.ts';

const t: Say = (key, words) => translate(en, 'en', key, words);
const name = (spec: string, language = 'en'): string => keyName(spec, t, guessLayout(language));
const shortcut = (id: string, ...keys: string[]): Shortcut => ({ id, keys, label: id, run: null, kind: 'single' });

test('[U9] keys are written as on the keyboard', () => {
  const written = ['ctrl+key:k', 'alt+key:l', 'key:m', 'key:?', 'key:+', 'code:Digit1', 'code:ArrowUp', 'code:ShiftLeft', 'code:Minus'].map(
    (spec) => name(spec),
  );
  expect(written).toEqual(['Ctrl K', 'Alt L', 'M', '?', '+', '1', '↑', 'Shift', '−']);
});

test('[U9] walking keys are named by what is on the keys of the layout', () => {
  expect(['KeyW', 'KeyA', 'KeyS', 'KeyD'].map((code) => name(`code:${code}`))).toEqual(['W', 'A', 'S', 'D']);
  expect(['KeyW', 'KeyA', 'KeyS', 'KeyD'].map((code) => name(`code:${code}`, 'fr'))).toEqual(['Z', 'Q', 'S', 'D']);
  expect(keyName('code:KeyA', t, new Map([['KeyA', 'u']]))).toBe('U');
});

test('[U9] the same name is written once', () => {
  expect(keyNames(shortcut('wave', 'code:Digit1', 'code:Numpad1'), (spec) => name(spec))).toEqual(['1']);
});

test('[U9] digits are chosen by their place, letters by what they write', () => {
  expect(specOf({ key: '&', code: 'Digit1' })).toBe('code:Digit1');
  expect(specOf({ key: 'M', code: 'Semicolon' })).toBe('key:m');
});

test('[U9] walking letters of both layouts and keys of the browser are not free', () => {
  const reserved = ['key:w', 'key:a', 'key:s', 'key:d', 'key:z', 'key:q', 'key: ', 'key:enter', 'key:arrowup', 'key:f5'];
  expect(reserved.filter((spec) => !isReserved(spec))).toEqual([]);
  expect(['key:x', 'key:?', 'code:Digit7', 'code:Numpad1'].filter(isReserved)).toEqual([]);
});

test('[U9] a key that another action has is found', () => {
  const all = [shortcut('act', 'key:x'), shortcut('help', 'key:?')];
  expect(ownerOf('key:?', all, 'act')?.id).toBe('help');
  expect(ownerOf('key:x', all, 'act')).toBeUndefined();
});
