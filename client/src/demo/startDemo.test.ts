import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { type Person, World } from '../world/World.ts';
import { startDemo } from './startDemo.ts';

const OPEN = Array.from({ length: 14 }, () => '.'.repeat(24));
OPEN[12] = `${'.'.repeat(11)}@@${'.'.repeat(11)}`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const worldOf = (drawing: string): World => new World('demo', groundOf(drawnOffice(drawing)));
const people = (count: number): Map<string, Person> =>
  new Map(Array.from({ length: count }, (_, i) => [`p${i}`, { personId: `p${i}`, connected: true } as Person]));

test('[O44] cardboard people are drawn, hatched as such, and are in no list of people', () => {
  const world = worldOf(OPEN.join('\n'));
  const scope = new Scope();
  startDemo(scope, world, (key) => key);
  const cast = world.demo?.castAt(6000) ?? [];
  expect(cast.map(({ person }) => [person.name, person.trade, person.cutOut])).toContainEqual(['demo.who.illustrator', 'DEMO', true]);
  expect(world.people.peek().size).toBe(0);
  expect(world.avatars.size).toBe(0);
  // apart from where one comes in
  for (const { x, y } of cast) expect(Math.hypot(x - 12 * 32, y - 12.5 * 32)).toBeGreaterThan(32);
  scope.end();
  expect(world.demo).toBeUndefined();
});

test('[O44] they leave, words and all, when two real people are in', () => {
  const world = worldOf(OPEN.join('\n'));
  vi.setSystemTime(5900);
  startDemo(new Scope(), world, (key) => key);
  world.people.value = people(1);
  vi.advanceTimersByTime(500);
  expect([...world.talk.bubbles.keys()]).toEqual(['cut-out illustrator']);
  expect(world.demo?.castAt(6000)).toHaveLength(4);
  world.people.value = people(2);
  expect(world.demo?.castAt(6000)).toEqual([]);
  expect(world.demo?.stepAt(6000)).toBe('left');
  expect(world.talk.bubbles.size).toBe(0);
});

test('[O44] a map without a free floor has no cast, and nothing breaks', () => {
  const world = worldOf('#####\n#.@.#\n#####');
  startDemo(new Scope(), world, (key) => key);
  expect(world.demo?.castAt(6000)).toEqual([]);
});
