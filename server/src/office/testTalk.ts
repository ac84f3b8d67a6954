// For tests: an office drawn in ASCII in which people walk and talk, with a clock that the test turns.
import { tileCentre } from '@comptoir/shared/geometry';
import { type Ground, groundOf } from '@comptoir/shared/map/Ground';
import type { Area, ConversationTrait } from '@comptoir/shared/map/OfficeMap';
import { tuning } from '@comptoir/shared/tuning';
import { availabilityOfSeat } from './availability.ts';
import type { Beside, Floor } from './formBubbles.ts';
import { isRoundDue, meet } from './meet.ts';
import { Nearby } from './Nearby.ts';
import { newOffice, type Office } from './Office.ts';
import { leaveSeat, takeSeat } from './seats.ts';
import { enterTalks, newTalks, type Talker } from './Talks.ts';
import { talkPlacesOf } from './talkPlaces.ts';
import { drawnOffice, standAt } from './testOffice.ts';
import { advance, placeWalker } from './Walker.ts';
import { beWalked } from './walking.ts';

export interface DrawnArea {
  name: string;
  /** Tiles, edges included. */
  from: [number, number];
  to: [number, number];
  conversation?: ConversationTrait;
  auditorium?: string;
  backstage?: string;
}

/** An empty hall: 30 x 20 tiles, walls around. */
export const HALL = ['#'.repeat(30), ...Array.from({ length: 18 }, () => `#${'.'.repeat(28)}#`), '#'.repeat(30)];

export class TalkTest {
  readonly office: Office;
  readonly floor: Floor;
  /** Whom the rules wanted to tell why they are not taken, in order. */
  readonly besides: { who: string; beside: Beside }[] = [];
  /** Whom the rules walked along, each time. */
  readonly ordered: string[] = [];
  tick = 0;
  #metTick = 0;

  /** In a drawing, digits are seats of the tables `table-1` to `table-9`. */
  constructor(place: readonly string[] | Ground = HALL, areas: readonly DrawnArea[] = []) {
    this.office = newOffice('drawn', 'grid' in place ? place : drawnGround(place, areas));
    let id = 0;
    this.floor = {
      talks: newTalks(() => `c${++id}`),
      places: talkPlacesOf(this.office.ground),
      grid: this.office.ground.grid,
      nearby: new Nearby(),
    };
  }

  /** Somebody who stands at a tile and has walked there. */
  enter(personId: string, tileX: number, tileY: number): Talker {
    const talker = enterTalks(this.floor.talks, standAt(this.office, personId, tileX, tileY));
    talker.hasMoved = true;
    placeWalker(talker.occupant.walker, tileCentre(tileX, tileY), 2, this.tick);
    return talker;
  }

  talker(personId: string): Talker {
    const talker = this.floor.talks.talkers.get(personId);
    if (!talker) throw new Error(`${personId} is not here`);
    return talker;
  }

  /** px from the top left tile's corner. */
  put(personId: string, xPx: number, yPx: number): void {
    placeWalker(this.talker(personId).occupant.walker, { x: Math.round(xPx * 16), y: Math.round(yPx * 16) }, 2, this.tick);
  }

  sit(personId: string, tileX: number, tileY: number): void {
    const { occupant } = this.talker(personId);
    const seats = [...this.office.ground.seats.values()];
    const seat = seats.find((one) => one.tileX === tileX && one.tileY === tileY);
    if (!seat) throw new Error(`no seat at ${tileX}, ${tileY}`);
    const { at, direction } = takeSeat(this.office, occupant, seat);
    availabilityOfSeat(occupant, seat);
    placeWalker(occupant.walker, at, direction, this.tick);
  }

  standUp(personId: string): void {
    const { occupant } = this.talker(personId);
    const at = leaveSeat(this.office, occupant);
    availabilityOfSeat(occupant, undefined);
    if (at) placeWalker(occupant.walker, at, 2, this.tick);
  }

  /** Walks straight to a tile, in the time it takes. */
  walk(personId: string, tileX: number, tileY: number, gait: 'walk' | 'run' | 'stroll' = 'walk'): void {
    this.setOut(personId, tileX, tileY, gait);
    for (let left = 3000; left > 0 && this.talker(personId).occupant.walker.gait !== 'still'; left--) this.#turn();
  }

  /** Begins to walk: the clock turns on by `wait`. */
  setOut(personId: string, tileX: number, tileY: number, gait: 'walk' | 'run' | 'stroll' = 'walk'): void {
    const { walker } = this.talker(personId).occupant;
    walker.seq++;
    walker.gait = gait;
    walker.path = { corners: [tileCentre(tileX, tileY)], next: 0 };
    walker.heldUntilTick = Number.POSITIVE_INFINITY;
    walker.stillSinceTick = Number.POSITIVE_INFINITY;
  }

  wait(ms: number): void {
    for (let left = Math.round(ms / tuning.tickMs); left > 0; left--) this.#turn();
  }

  /** Turns the clock until it is so. @throws when it never is */
  waitUntil(isSo: () => boolean, mostMs = 5000): number {
    const from = this.tick;
    for (let left = mostMs / tuning.tickMs; left > 0 && !isSo(); left--) this.#turn();
    if (!isSo()) throw new Error(`not within ${mostMs} ms`);
    return (this.tick - from) * tuning.tickMs;
  }

  #turn(): void {
    this.tick++;
    for (const { walker } of this.office.occupants.values()) advance(walker, this.tick, this.floor.grid);
    if (!isRoundDue(this.floor.talks, this.#metTick, this.tick)) return;
    this.#metTick = this.tick;
    const { besides, orders } = meet(this.floor, this.office.ground, this.tick);
    for (const { talker, corners, gait, seq } of orders) {
      this.ordered.push(talker.occupant.personId);
      if (talker.occupant.seat) this.standUp(talker.occupant.personId);
      beWalked(talker.occupant.walker, { corners, gait, seq }, this.tick, this.floor.grid);
    }
    for (const { talker, beside } of besides) this.besides.push({ who: talker.occupant.personId, beside });
  }

  /** The ids in somebody's conversation, sorted; empty when they are in none. */
  circle(personId: string): string[] {
    return [...(this.talker(personId).conversation?.members.keys() ?? [])].sort((a, b) => a.localeCompare(b));
  }

  idOf(personId: string): string | undefined {
    return this.talker(personId).conversation?.id;
  }
}

function drawnGround(lines: readonly string[], areas: readonly DrawnArea[]): Ground {
  const { map, grid } = drawnOffice(lines.map((line) => line.replace(/[1-9]/g, 'h'))).ground;
  const seats = map.seats.map((seat) => {
    const letter = lines[seat.tileY]?.[seat.tileX] ?? '';
    return /[1-9]/.test(letter) ? { ...seat, table: `table-${letter}` } : seat;
  });
  return groundOf({ ...map, seats, areas: [...map.areas, ...areas.map(areaOf)] }, grid);
}

function areaOf({ name, from, to, conversation, auditorium, backstage }: DrawnArea): Area {
  const width = to[0] - from[0] + 1;
  const height = to[1] - from[1] + 1;
  return {
    id: name,
    name,
    labels: {},
    shape: { kind: 'rect', x: from[0] * 32, y: from[1] * 32, width: width * 32, height: height * 32 },
    sizeTiles: width * height,
    traits: {
      ...(conversation ? { conversation } : {}),
      ...(auditorium === undefined ? {} : { auditorium }),
      ...(backstage === undefined ? {} : { backstage }),
    },
  };
}

/** Two people a tile apart, talking. */
export function pair(test = new TalkTest()): TalkTest {
  test.enter('ada', 10, 10);
  test.enter('bob', 11, 10);
  test.waitUntil(() => test.circle('ada').length === 2);
  return test;
}
