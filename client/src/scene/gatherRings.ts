// From who shows which ring to the rings that are to be drawn: people of one conversation, with their table, their room, and who is about to join.
import type { ConversationState, Ring } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';
import type { OfficeMap, Seat } from '@comptoir/shared/map/OfficeMap';
import { standingTogether } from './ringShape.ts';

/** Somebody whose ring is seen; feet as drawn, px of the map. */
export interface InRing {
  x: number;
  y: number;
  seat: Seat | undefined;
  ring: Ring | undefined;
  moving: boolean;
}

export interface RingWish {
  /** The same from frame to frame. */
  key: string;
  number: number;
  state: ConversationState;
  /** What the line goes around, px of the map. */
  feet: readonly Point[];
  /** Somebody is about to join: drawn until they have. */
  dwelling: boolean;
  /** The room around them is the ring. */
  room: boolean;
  /** They are on their way: no line, footprints. */
  walking: boolean;
}

export type TableSeats = ReadonlyMap<string, readonly Point[]>;

/** Where one sits at each table, px of the map. */
export function tableSeatsOf(map: OfficeMap): TableSeats {
  const tables = new Map<string, Point[]>();
  for (const { table, feetX, feetY } of map.seats) {
    if (table === undefined) continue;
    const seats = tables.get(table) ?? [];
    seats.push({ x: feetX, y: feetY });
    tables.set(table, seats);
  }
  return tables;
}

/** Everything that decides what `gatherRings` answers, as one number: standing people cost nothing. */
export function ringSum(people: readonly InRing[]): number {
  let sum = 0;
  let i = 1;
  for (const { ring, x, y, moving } of people) {
    if (!ring) continue;
    const look = ring.number + (ring.role.length + ring.state.length * 7 + Number(ring.room) * 3 + Number(ring.walking) * 5) / 100;
    sum += i * (x + 1.7 * y + 3.1 * look + Number(moving));
    i += 0.618;
  }
  return sum;
}

export function gatherRings(people: readonly InRing[], tables: TableSeats): RingWish[] {
  const circles = new Map<number, { members: InRing[]; dwelling: InRing[] }>();
  for (const person of people) {
    const { ring } = person;
    if (!ring || ring.role === 'listener') continue;
    const circle = circles.get(ring.number) ?? { members: [], dwelling: [] };
    circles.set(ring.number, circle);
    (ring.role === 'member' ? circle.members : circle.dwelling).push(person);
  }
  const wishes: RingWish[] = [];
  for (const [number, { members, dwelling }] of circles) {
    const parts = partsOf(members);
    for (const [i, part] of parts.entries()) {
      const { ring } = part[0] ?? {};
      if (!ring) continue;
      wishes.push({
        key: i === 0 ? `${number}` : `${number}.${i}`,
        number,
        state: ring.state,
        feet: [...part.map(feetOf), ...tableFeet(part, tables)],
        dwelling: false,
        room: ring.room,
        walking: ring.walking && part.some(({ moving }) => moving),
      });
    }
    const first = dwelling[0];
    if (!first?.ring || first.ring.room) continue;
    const beside = parts.find((part) => part.some((member) => Math.hypot(member.x - first.x, member.y - first.y) < DWELLING_PX)) ?? [];
    wishes.push({
      key: `${number} dwelling`,
      number,
      state: first.ring.state,
      feet: [...beside, ...dwelling].map(feetOf),
      dwelling: true,
      room: false,
      walking: false,
    });
  }
  return wishes;
}

/** Whoever is about to join stands this near. */
const DWELLING_PX = 180;

const feetOf = ({ x, y }: InRing): Point => ({ x, y });

function partsOf(members: readonly InRing[]): InRing[][] {
  const sameTable = (a: number, b: number): boolean => {
    const table = members[a]?.seat?.table;
    return table !== undefined && table === members[b]?.seat?.table;
  };
  return standingTogether(members, sameTable).map((part) => part.flatMap((i) => members[i] ?? []));
}

/** The whole table is in the ring, free seats too: it shows what sitting down there means. */
function tableFeet(part: readonly InRing[], tables: TableSeats): readonly Point[] {
  const seated = new Set(part.flatMap(({ seat }) => seat?.table ?? []));
  return [...seated].flatMap((table) => tables.get(table) ?? []);
}
