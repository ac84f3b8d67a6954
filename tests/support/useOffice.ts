// The office of a test file: opened before its tests, closed after them; whoever came in during a test leaves at its end.

import type { Occupant } from '@comptoir/server/office/Office';
import { type Point, UNITS_PER_PX } from '@comptoir/shared/geometry';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Entry, enterOffice, type Inside } from './enterOffice.ts';
import { type MapFiles, type OpenOffice, openOffice } from './openOffice.ts';
import { standInPage } from './standInPage.ts';

/** Where the server has somebody, px. */
interface ServerPlace extends Point {
  isStill: boolean;
}

export interface OfficeUnderTest {
  readonly open: OpenOffice;
  enter(name: string, more?: Omit<Entry, 'name'>): Promise<Inside>;
  occupant(person: Inside | string): Occupant;
  place(person: Inside | string): ServerPlace;
  /** Ids of everybody who has a place, connected or not. */
  ids(): string[];
}

export function useOffice(env: Record<string, string> = {}, maps: MapFiles = {}): OfficeUnderTest {
  const opened: OpenOffice[] = [];
  const people: Inside[] = [];
  beforeAll(async () => {
    const office = await openOffice(env, maps);
    opened.push(office);
    standInPage(office.url);
  });
  afterEach(() => {
    for (const person of people.splice(0)) person.leave();
  });
  afterAll(() => opened[0]?.close());

  const open = (): OpenOffice => {
    const [office] = opened;
    if (!office) throw new Error('the office opens before the first test');
    return office;
  };
  const occupant = (person: Inside | string): Occupant => {
    const found = open()
      .room()
      .floor.office.occupants.get(typeof person === 'string' ? person : person.id);
    if (!found) throw new Error('nobody of this id has a place in the office');
    return found;
  };
  return {
    get open() {
      return open();
    },
    async enter(name, more = {}) {
      const person = await enterOffice(open().url, { name, ...more });
      people.push(person);
      return person;
    },
    occupant,
    place(person) {
      const { walker } = occupant(person);
      return { x: walker.x / UNITS_PER_PX, y: walker.y / UNITS_PER_PX, isStill: walker.gait === 'still' };
    },
    ids: () => [...open().room().floor.office.occupants.keys()],
  };
}

/** Are both within so many px of each other, along each axis? */
export const isNear = (a: Point | undefined, b: Point | undefined, px: number): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= px && Math.abs(a.y - b.y) <= px;
