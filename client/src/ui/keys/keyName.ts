// Keys of the registry: how they are written on screen, read from a key press, and which ones may be chosen.
import type { Shortcut } from '../../actions.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';

const SYMBOLS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Minus: '-', Equal: '=' };
const WORDS: Record<string, MessageKey> = {
  space: 'key.space',
  shift: 'key.shift',
  shiftleft: 'key.shift',
  shiftright: 'key.shift',
  escape: 'key.escape',
  enter: 'key.enter',
  ctrl: 'key.ctrl',
};

/** `ctrl+key:k` as "Ctrl K", `code:KeyW` as "W", `code:ArrowUp` as an arrow. */
export function keyName(spec: string, t: Say): string {
  const parts = spec.split('+');
  // `key:+` is the plus key itself
  const last = spec.endsWith('key:+') ? '+' : (parts.at(-1) ?? '').replace(/^(code|key):/, '');
  const before = spec.endsWith('key:+') ? parts.slice(0, -2) : parts.slice(0, -1);
  return [...before, last.replace(/^(Key|Digit|Numpad)/, '')]
    .map((part) => {
      const word = WORDS[part === ' ' ? 'space' : part.toLowerCase()];
      if (word) return t(word);
      return SYMBOLS[part] ?? (part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1));
    })
    .join(' ');
}

/** The first key of a shortcut as written on screen; undefined when the registry has no such shortcut yet. */
export function keyOf(id: string, shortcuts: readonly Shortcut[], t: Say): string | undefined {
  const first = shortcuts.find((shortcut) => shortcut.id === id)?.keys[0];
  return first === undefined ? undefined : keyName(first, t);
}

/** The spec of a key press for a single-key shortcut: digits by place on the keyboard, the rest by what is written on the key. */
export function specOf(event: { key: string; code: string }): string {
  return /^(Digit|Numpad)\d$/.test(event.code) ? `code:${event.code}` : `key:${event.key.toLowerCase()}`;
}

/** Letters under the walking hand on QWERTY and AZERTY, and keys that belong to the browser, to typing or to moving the focus. */
export function isReserved(spec: string): boolean {
  const key = spec.replace(/^(code|key):/, '');
  return !spec.startsWith('code:Digit') && !spec.startsWith('code:Numpad') && (key.length !== 1 || 'wasdzq '.includes(key));
}

/** Which other shortcut already has this key. */
export const ownerOf = (spec: string, shortcuts: readonly Shortcut[], except: string): Shortcut | undefined =>
  shortcuts.find((shortcut) => shortcut.id !== except && shortcut.keys.includes(spec));
