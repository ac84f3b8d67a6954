// What a key is called in the registry and whether a key press is it: `code:KeyW` is a place on the keyboard, `key:m` what is written on the key.

/** The part of a KeyboardEvent that counts. */
export interface KeyPress {
  code: string;
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export interface KeySpec {
  ctrl: boolean;
  alt: boolean;
  by: 'code' | 'key';
  /** Lower case when by key. */
  name: string;
}

/** Reads `ctrl+key:k`; undefined when it is no spec (a preference from another version). */
export function readSpec(text: string): KeySpec | undefined {
  const found = /^((?:ctrl\+|alt\+)*)(code|key):(.+)$/s.exec(text);
  const [, modifiers = '', by, name = ''] = found ?? [];
  if (by !== 'code' && by !== 'key') return undefined;
  return { ctrl: modifiers.includes('ctrl+'), alt: modifiers.includes('alt+'), by, name: by === 'key' ? name.toLowerCase() : name };
}

/** Ctrl is Cmd on a Mac. With Alt the letter is taken from its place, because Alt types other signs there. */
export function isPressed(spec: KeySpec, press: KeyPress): boolean {
  if (spec.ctrl !== (press.ctrlKey || press.metaKey) || spec.alt !== press.altKey) return false;
  if (spec.by === 'code') return press.code === spec.name;
  return press.key.toLowerCase() === spec.name || (spec.alt && press.code === `Key${spec.name.toUpperCase()}`);
}
