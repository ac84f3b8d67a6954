// `npm run bench -- formation`: what it costs to decide who talks with whom, in milliseconds of one thread, with nothing around it.

import type { Floor } from '@comptoir/server/office/formBubbles';
import { isRoundDue, meet } from '@comptoir/server/office/meet';
import { Nearby } from '@comptoir/server/office/Nearby';
import { newOffice, type Occupant, type Office } from '@comptoir/server/office/Office';
import { enterTalks, newTalks } from '@comptoir/server/office/Talks';
import { talkPlacesOf } from '@comptoir/server/office/talkPlaces';
import { advance, stand, standingWalker } from '@comptoir/server/office/Walker';
import { tileCentre } from '@comptoir/shared/geometry';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { type Direction, isFree } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import { seededRandom } from '../support/seededRandom.ts';
import { benchGrid } from './crowd/benchMap.ts';
import { quantile } from './lateness.ts';
import { machineName } from './machine.ts';
import type { Bench } from './run.ts';

/** walking: nobody ever stops · coming and going: legs of 1 to 2 s, pauses of 2 to 4 s · standing: in circles all over the place. */
const HABITS = ['walking', 'coming and going', 'standing'] as const;
type Habit = (typeof HABITS)[number];

const TICKS_PER_S = 1000 / tuning.tickMs;
const SEED = 3;

/** Of this thread: what others do on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

class Hall {
  readonly floor: Floor;
  readonly #office: Office;
  readonly #habit: Habit;
  readonly #random = seededRandom(SEED);
  readonly #untilTick = new Map<Occupant, number>();
  #tick = 0;
  #metTick = 0;

  constructor(people: number, habit: Habit) {
    const grid = benchGrid();
    const { width, height } = grid;
    const nothing = { credits: [], walkable: '', collisions: [], areas: [], seats: [], things: [], websites: [], starts: [] };
    const drawing = { tilesets: [], layers: [], above: 0, lights: [], scale: { x: 1, y: 1 } };
    const map: OfficeMap = { name: 'bench', title: '', widthTiles: width, heightTiles: height, drawing, version: '1', ...nothing };
    const ground = groundOf(map, grid);
    this.#office = newOffice('bench', ground);
    this.#habit = habit;
    this.floor = { talks: newTalks(() => `c${this.#random()}`), places: talkPlacesOf(ground), grid, nearby: new Nearby() };
    for (let i = 0; i < people; i++) this.#enter(i);
  }

  #enter(number: number): void {
    const { width, height } = this.floor.grid;
    let [x, y] = [0, 0];
    while (!isFree(this.floor.grid, x, y)) [x, y] = [Math.floor(this.#random() * width), Math.floor(this.#random() * height)];
    const occupant: Occupant = {
      ...{ personId: `p${number}`, avatarNumber: number, availability: 'available', idle: false, cupUntilTick: 0, area: -1 },
      walker: standingWalker(tileCentre(x, y), 2, 0, 0),
    };
    this.#office.occupants.set(occupant.personId, occupant);
    enterTalks(this.floor.talks, occupant).hasMoved = true;
  }

  /** @returns what the round took; undefined in a tick without one */
  turn(): { cpuMs: number; wallMs: number } | undefined {
    this.#tick++;
    for (const occupant of this.#office.occupants.values()) this.#steer(occupant);
    if (!isRoundDue(this.floor.talks, this.#metTick, this.#tick)) return undefined;
    this.#metTick = this.#tick;
    const [startedMs, cpuBeforeMs] = [performance.now(), cpuMs()];
    meet(this.floor, this.#office.ground, this.#tick);
    // as OfficeTalk does when it has told everybody
    this.floor.talks.changed = new Set();
    this.floor.talks.touched = new Set();
    return { cpuMs: cpuMs() - cpuBeforeMs, wallMs: performance.now() - startedMs };
  }

  #steer(occupant: Occupant): void {
    const { walker } = occupant;
    const before = { x: walker.x, y: walker.y };
    advance(walker, this.#tick, this.floor.grid);
    if (this.#habit === 'standing') return;
    const isBlocked = walker.gait !== 'still' && walker.x === before.x && walker.y === before.y;
    if (this.#tick < (this.#untilTick.get(occupant) ?? 0) && !isBlocked) return;
    const stops = this.#habit === 'coming and going' && walker.gait !== 'still' && this.#random() < 0.5 && !isBlocked;
    this.#untilTick.set(occupant, this.#tick + (stops ? 2 + 2 * this.#random() : 1 + this.#random()) * TICKS_PER_S);
    if (stops) stand(walker);
    else {
      walker.direction = Math.floor(this.#random() * 8) as Direction;
      walker.gait = 'walk';
      walker.stillSinceTick = Number.POSITIVE_INFINITY;
    }
  }
}

export interface Formation {
  people: number;
  habit: Habit;
  conversations: number;
  talking: number;
  roundsPerS: number;
  /** CPU of a round, on average (the clock of a thread is too coarse for one). */
  roundMs: number;
  /** The same spread over all office ticks. */
  perTickMs: number;
  /** By the clock on the wall: means something on a machine without other work. */
  wallMs: { p50: number; p99: number };
}

export function measure(people: number, habit: Habit, seconds: number): Formation {
  const hall = new Hall(people, habit);
  const wallsMs: number[] = [];
  const ticks = seconds * TICKS_PER_S;
  // the first seconds warm the compiler up and let the circles form
  for (let warm = 5 * TICKS_PER_S; warm > 0; warm--) hall.turn();
  let totalMs = 0;
  for (let left = ticks; left > 0; left--) {
    const took = hall.turn();
    if (!took) continue;
    wallsMs.push(took.wallMs);
    totalMs += took.cpuMs;
  }
  const sorted = wallsMs.toSorted((a, b) => a - b);
  const { conversations } = hall.floor.talks;
  const rounded = (ms: number): number => Number(ms.toFixed(3));
  return {
    people,
    habit,
    conversations: conversations.size,
    talking: [...conversations.values()].reduce((sum, { members }) => sum + members.size, 0),
    roundsPerS: wallsMs.length / seconds,
    roundMs: rounded(totalMs / wallsMs.length),
    perTickMs: rounded(totalMs / ticks),
    wallMs: { p50: rounded(quantile(sorted, 0.5)), p99: rounded(quantile(sorted, 0.99)) },
  };
}

export const formation: Bench = {
  usage: '[--n N] [--seconds S]',
  async run({ n, seconds = 20 }, say) {
    const results: Formation[] = [];
    for (const people of n === undefined ? [500, 2000] : [n])
      for (const habit of HABITS) {
        const result = measure(people, habit, seconds);
        say(JSON.stringify(result));
        results.push(result);
      }
    return { bench: 'formation', machine: machineName(), date: new Date().toISOString().slice(0, 10), seconds, results };
  },
};
