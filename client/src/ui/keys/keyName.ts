// Keys of the registry: how they are written on screen, read from a key press, and which ones may be chosen.
import type { Shortcut } from '../../actions.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import type { KeyLayout } from './keyLayout.ts';

const SYMBOLS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Equal: '+',
  NumpadAdd: '+',
  Minus: '−',
  NumpadSubtract: '−',
};
const WORDS: Record<string, MessageKey> = {
  ' ': 'key.space',
  space: 'key.space',
  shift: 'key.shift',
  shiftleft: 'key.shift',
  shiftright: 'key.shift',
  escape: 'key.escape',
  enter: 'key.enter',
  ctrl: 'key.ctrl',
};

/** `ctrl+key:k` as "Ctrl K", `code:KeyW` as the letter on that key, `code:ArrowUp` as an arrow. */
export function keyName(spec: string, t: Say, layout: KeyLayout): string {
  const colon = spec.search(/(code|key):/);
  const modifiers = colon > 0 ? spec.slice(0, colon - 1).split('+') : [];
  const key = colon < 0 ? spec : spec.slice(spec.indexOf(':', colon) + 1);
  return [...modifiers, key].map((part) => partName(part, t, layout)).join(' ');
}

function partName(part: string, t: Say, layout: KeyLayout): string {
  const word = WORDS[part.toLowerCase()];
  if (word) return t(word);
  const written = SYMBOLS[part] ?? layout.get(part) ?? part.replace(/^(Key|Digit|Numpad)(?=.$)/, '');
  return written.length === 1 ? written.toUpperCase() : written.charAt(0).toUpperCase() + written.slice(1);
}

/** The keys of a shortcut as written on screen, each once. */
export const keyNames = (shortcut: Shortcut, nameKey: (spec: string) => string): string[] => [...new Set(shortcut.keys.map(nameKey))];

/** The first key of a shortcut as written on screen; undefined when it has none now. */
export function firstKeyOf(id: string, shortcuts: readonly Shortcut[], nameKey: (spec: string) => string): string | undefined {
  const first = shortcuts.find((shortcut) => shortcut.id === id)?.keys[0];
  return first === undefined ? undefined : nameKey(first);
}

/** The spec of a key press for a single-key shortcut: digits by place on the keyboard, the rest by what is written on the key. */
export function specOf(event: { key: string; code: string }): string {
  return /^(Digit|Numpad)\d$/.test(event.code) ? `code:${event.code}` : `key:${event.key.toLowerCase()}`;
}

/** Letters under the walking hand on QWERTY and AZERTY, and keys that belong to the browser, to typing or to moving the focus. */
export function isReserved(spec: string): boolean {
  if (/^code:(Digit|Numpad)\d$/.test(spec)) return false;
  const key = spec.replace(/^(code|key):/, '');
  return key.length !== 1 || 'wasdzq '.includes(key);
}

/** Which other shortcut already has this key. */
export const ownerOf = (spec: string, shortcuts: readonly Shortcut[], except: string): Shortcut | undefined =>
  shortcuts.find((shortcut) => shortcut.id !== except && shortcut.keys.includes(spec));
