import type { Area } from '@comptoir/shared/map/OfficeMap';
import type { TalkSummary } from '@comptoir/shared/protocol/auditorium';
import { expect, test } from 'vitest';
import { type NamedPlace, spreadNames, withTalk } from './AreaNames.ts';

const place = (name: string, box: NamedPlace['box'], width = 60): NamedPlace => ({
  area: { name, sizeTiles: box.width * box.height } as unknown as Area,
  name,
  width,
  box,
});
const namesOf = (places: NamedPlace[]): string[] => spreadNames(places, []).map(({ place: { name } }) => name);

test('[U45] names of places stand in their middle, the larger place first, and none covers another', () => {
  const square = place('square', { x: 0, y: 0, width: 200, height: 100 });
  const entrance = place('entrance', { x: 60, y: 40, width: 80, height: 60 });
  const [first, second] = spreadNames([entrance, square], []);
  expect(first).toMatchObject({ place: square, at: { x: 70, y: 39 } });
  expect(second?.place).toBe(entrance);
  expect((second?.at.y ?? 0) >= 39 + 22).toBe(true);
});

test('[U45] a place too small for its name has none', () => {
  expect(namesOf([place('booth', { x: 0, y: 0, width: 28, height: 40 })])).toEqual([]);
  expect(namesOf([place('ledge', { x: 0, y: 0, width: 100, height: 10 })])).toEqual([]);
});

test('[U45] no name covers the coffee machine', () => {
  const bar = place('bar', { x: 0, y: 0, width: 100, height: 100 });
  const [only] = spreadNames([bar], [{ x: 30, y: 30, width: 40, height: 20 }]);
  expect(only?.at.y).toBe(4);
});

test('[U45] a name gives way to my dot, and in a place as small as the name it stands above or below it', () => {
  const entrance = place('entrance', { x: 100, y: 100, width: 50, height: 36 });
  const dot = { x: 114, y: 107, width: 22, height: 22 };
  const [only] = spreadNames([entrance], [dot]);
  expect(only?.place).toBe(entrance);
  const { y = 0, height = 0 } = only?.at ?? {};
  expect(y + height <= dot.y || y >= dot.y + dot.height).toBe(true);
});

test('[U45] a name much wider than its place stands where it hangs over no other one: the entrance within the square, not a booth between rooms', () => {
  const square = place('square', { x: 0, y: 0, width: 300, height: 120 }, 80);
  const entrance = place('entrance', { x: 130, y: 76, width: 40, height: 34 }, 73);
  expect(namesOf([square, entrance])).toEqual(['square', 'entrance']);
  const booth = place('booth', { x: 200, y: 130, width: 34, height: 34 }, 63);
  const room = place('room', { x: 236, y: 122, width: 200, height: 120 }, 90);
  expect(namesOf([booth])).toEqual(['booth']);
  expect(namesOf([booth, room])).toEqual(['room']);
  expect(namesOf([place('entrance', { x: 0, y: 0, width: 30, height: 34 }, 73)])).toEqual([]);
});

test('[T51] over an audience stands what the talk there is about', () => {
  const hall = { traits: { conversation: 'audience', auditorium: 'hall' } } as unknown as Area;
  const on = [{ auditorium: 'hall', title: 'What bread really costs us in the city' }] as TalkSummary[];
  expect(withTalk('Auditorium', hall, on)).toBe('Auditorium · What bread really costs us …');
  expect(withTalk('Auditorium', hall, [])).toBe('Auditorium');
  expect(withTalk('Canteen', { traits: { conversation: 'meeting' } } as unknown as Area, on)).toBe('Canteen');
});
