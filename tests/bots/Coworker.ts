// Somebody who walks about like people do: to a place that can be reached, by the shortest way, stays a while, goes on.
import type { Point } from '@comptoir/shared/geometry';
import { tileCentre } from '@comptoir/shared/geometry';
import { findPath } from '@comptoir/shared/map/findPath';
import type { Gait, WalkGrid } from '@comptoir/shared/movement';
import { directionOf, stride } from '@comptoir/shared/movement';
import type { Body } from './Body.ts';
import type { Random } from './Random.ts';

/** Decides what a body does, once a tick. */
export interface Plan {
  steer(body: Body): void;
}

const TICKS_PER_S = 50;

export class Coworker implements Plan {
  readonly #grid: WalkGrid;
  readonly #random: Random;
  /** Corners still to reach, world units. */
  #ahead: Point[] = [];
  #gait: Exclude<Gait, 'still'> = 'walk';
  #restsUntilTick = 0;

  constructor(grid: WalkGrid, random: Random) {
    this.#grid = grid;
    this.#random = random;
  }

  steer(body: Body): void {
    const goal = this.#ahead[0];
    if (!goal) {
      if (body.tick >= this.#restsUntilTick) this.#setOut(body);
      return;
    }
    const direction = directionOf(this.#offset(goal.x - body.at.x), this.#offset(goal.y - body.at.y));
    if (direction === undefined) {
      this.#ahead.shift();
      if (this.#ahead.length === 0) this.#rest(body);
      else this.steer(body);
    } else if (direction !== body.direction || body.gait !== this.#gait) body.turn(direction, this.#gait);
    else if (body.isBlocked()) this.#rest(body);
  }

  /** Less than half a stride is there. */
  #offset(units: number): number {
    return Math.abs(units) > stride(0, this.#gait) / 2 ? units : 0;
  }

  #rest(body: Body): void {
    this.#ahead = [];
    this.#restsUntilTick = body.tick + this.#random.between(1, 12) * TICKS_PER_S;
    body.turn(body.direction, 'still');
  }

  #setOut(body: Body): void {
    const { width, height } = this.#grid;
    const tile = tileCentre(Math.floor(this.#random.between(0, width)), Math.floor(this.#random.between(0, height)));
    this.#ahead = findPath(this.#grid, body.at, tile) ?? [];
    this.#gait = this.#random.pick(['walk', 'walk', 'walk', 'run', 'stroll']);
    if (this.#ahead.length === 0) this.#restsUntilTick = body.tick + TICKS_PER_S / 2;
  }
}
