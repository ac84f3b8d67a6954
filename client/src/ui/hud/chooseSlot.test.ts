import { expect, it } from 'vitest';
import { chooseSlot } from './chooseSlot.ts';

it.each([
  ['people', undefined, 'people'],
  ['whoHears', 'people', 'whoHears'],
  ['settings', 'chat', 'chat'],
  ['asks', 'people', 'people'],
  ['search', undefined, undefined],
  [undefined, 'chat', undefined],
] as const)('[U31] one panel at the left: %s over %s leaves %s', (panel, before, after) => {
  expect(chooseSlot(panel, before)).toBe(after);
});
