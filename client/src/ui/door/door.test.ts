import type { DoorView } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { expect, test } from 'vitest';
import { choosePassword } from './choosePassword.ts';
import { doorChanges } from './doorChanges.ts';

const door = (more: Partial<DoorView> = {}): DoorView => ({ mode: 'open', hasPassword: false, capacity: null, mostCapacity: 100, ...more });
const kinds = (...args: Parameters<typeof doorChanges>): string[] => doorChanges(...args).map(({ kind }) => kind);

test('[U66] saving says what changed, and nothing else', () => {
  expect(kinds(door(), door(), false)).toEqual(['nothing']);
  expect(kinds(door(), door({ mode: 'password', hasPassword: true }), true)).toEqual(['mode', 'password']);
  expect(doorChanges(door(), door({ capacity: 20 }), false)).toEqual([{ kind: 'capacity', most: 20 }]);
  // the server's own limit, written out, is no change
  expect(kinds(door(), door({ capacity: 100 }), false)).toEqual(['nothing']);
});

test('[U66] a password chosen for a host is long, readable, and another one each time', () => {
  const chosen = new Set(Array.from({ length: 50 }, () => choosePassword((bytes) => crypto.getRandomValues(bytes))));
  expect(chosen.size).toBe(50);
  for (const password of chosen) expect(password).toMatch(/^(?:[bdfgklmnprstvz][aeiou]){3}(?:-(?:[bdfgklmnprstvz][aeiou]){3}){2}$/);
  expect([...chosen][0]?.length).toBeGreaterThan(tuning.passwordLeast);
});
