import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { StageView } from '@comptoir/shared/protocol/auditorium';
import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Actions } from '../actions.ts';
import { World } from '../world/World.ts';
import { isPressed, type KeyPress, readSpec } from './keySpec.ts';
import { buildShortcuts } from './shortcuts.ts';

const map = { areas: [], seats: [], things: [], walkable: '', widthTiles: 1, heightTiles: 1 } as unknown as OfficeMap;

function registry(preferences: { keys?: Record<string, string>; singleKeys?: boolean } = {}, inside = true) {
  const world = new World('office', groundOf(map));
  if (inside) world.myId.value = 'me';
  const actions = {
    act: signal(() => undefined),
    talk: { goodbye: signal(null), walk: signal(null) },
    channels: { corner: signal(null) },
    call: {},
  } as unknown as Actions;
  return buildShortcuts(actions, world, { keys: {}, singleKeys: true, ...preferences });
}

const TALKING = ['microphone', 'camera', 'present', 'raiseHand', 'write', 'walkTogether', 'goodbye'];

/** What the keys of a keyboard type, without and with Shift: place -> signs. */
type Layout = Record<string, readonly [string, string]>;

const rows = (codes: readonly string[], plain: string, shifted: string): Layout =>
  Object.fromEntries(codes.map((code, i) => [code, [[...plain][i] ?? '', [...shifted][i] ?? ''] as const]));

const digits = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal'];
const letters = [...'QWERTYUIOPASDFGHJKLZXCVBNM'].map((letter) => `Key${letter}`);
const marks = ['Semicolon', 'Quote', 'Comma', 'Period', 'Slash', 'BracketLeft', 'BracketRight'];
const LAYOUTS: Record<string, Layout> = {
  QWERTY: {
    ...rows(digits, '1234567890-=', '!@#$%^&*()_+'),
    ...rows(letters, 'qwertyuiopasdfghjklzxcvbnm', 'QWERTYUIOPASDFGHJKLZXCVBNM'),
    ...rows(marks, ";',./[]", ':"<>?{}'),
  },
  AZERTY: {
    ...rows(digits, '&é"\'(-è_çà)=', '1234567890°+'),
    ...rows(letters, 'azertyuiopqsdfghjklwxcvbn,', 'AZERTYUIOPQSDFGHJKLWXCVBN?'),
    ...rows(marks, 'mù;:!^$', 'M%./§¨£'),
  },
};

const press = (code: string, key: string): KeyPress => ({ code, key, ctrlKey: false, altKey: false, metaKey: false });

describe.each(Object.entries(LAYOUTS))('%s', (_name, layout) => {
  test('[U20] no key press means two things', () => {
    for (const [code, signs] of Object.entries(layout))
      for (const sign of signs)
        for (const [modifier, event] of Object.entries({
          none: press(code, sign),
          ctrl: { ...press(code, sign), ctrlKey: true },
          alt: { ...press(code, sign), altKey: true },
        })) {
          const meant = registry().filter(({ keys }) => keys.some((text) => isPressed(readSpec(text) as never, event)));
          expect(meant.map(({ id }) => id).slice(1), `${modifier} ${code} ${sign}`).toEqual([]);
        }
  });

  test('[U20] help, coffee, talking and the emotes are within reach', () => {
    const reach = (id: string): boolean =>
      Object.entries(layout).some(([code, signs]) =>
        signs.some((sign) =>
          registry()
            .find((shortcut) => shortcut.id === id)
            ?.keys.some((text) => isPressed(readSpec(text) as never, press(code, sign))),
        ),
      );
    expect(['help', 'act', 'wave', 'hand', 'zoomIn', 'zoomOut', 'overview', 'people', ...TALKING].filter((id) => !reach(id))).toEqual([]);
  });
});

test('[U20] talking has the letters that everybody is told', () => {
  const keys = Object.fromEntries(registry().map(({ id, keys: [first] }) => [id, first]));
  expect(TALKING.map((id) => keys[id])).toEqual(['key:m', 'key:v', 'key:p', 'key:h', 'key:t', 'key:f', 'key:l']);
  expect(keys.pushToTalk).toBe('code:Space');
});

test('[U20] letters of shortcuts are none of the walking hand', () => {
  const written = registry().flatMap(({ keys }) => keys.filter((key) => key.startsWith('key:')).map((key) => key.slice(4)));
  expect(written.filter((sign) => 'wasdzq'.includes(sign))).toEqual([]);
});

test('[T67] J asks in a talk, C marks a chapter for whoever leads it', () => {
  const possible = (leaders: string[] | undefined): string[] => {
    const world = new World('office', groundOf(map));
    world.myId.value = 'me';
    world.auditorium.stage.value = leaders && ({ leaders } as StageView);
    const actions = {
      act: signal(null),
      talk: { goodbye: signal(null), walk: signal(null) },
      channels: { corner: signal(null) },
      call: {},
    } as unknown as Actions;
    const shortcuts = buildShortcuts(actions, world, { keys: {}, singleKeys: true });
    return shortcuts.filter(({ keys, run }) => run && (keys[0] === 'key:j' || keys[0] === 'key:c')).map(({ id }) => id);
  };
  expect(possible(undefined)).toEqual([]);
  expect(possible(['noor'])).toEqual(['askInTalk']);
  expect(possible(['me'])).toEqual(['askInTalk', 'chapter']);
});

test('[U20] single keys can be switched off; walking and Ctrl+K stay', () => {
  const shortcuts = registry({ singleKeys: false });
  const usable = shortcuts.filter(({ keys }) => keys.length > 0).map(({ id }) => id);
  expect(usable).toEqual(['up', 'down', 'left', 'right', 'run', 'search', 'list', 'answer']);
});

test('[U9] a chosen key replaces all others', () => {
  expect(registry({ keys: { act: 'key:e' } }).find(({ id }) => id === 'act')?.keys).toEqual(['key:e']);
});

test('[U20] before I am inside nothing can be done there', () => {
  const outside = registry({}, false);
  expect(outside.find(({ id }) => id === 'wave')?.run).toBeNull();
  expect(registry().find(({ id }) => id === 'wave')?.run).not.toBeNull();
});

test('[U20] Cmd is Ctrl, and with Alt the place of the letter counts', () => {
  const search = readSpec('ctrl+key:k');
  expect(search && isPressed(search, { ...press('KeyK', 'k'), metaKey: true })).toBe(true);
  const list = readSpec('alt+key:l');
  expect(list && isPressed(list, { ...press('KeyL', '¬'), altKey: true })).toBe(true);
  expect(list && isPressed(list, press('KeyL', 'l'))).toBe(false);
  expect(readSpec('nonsense')).toBeUndefined();
});
