// The workload of the crowd bench: half of the people walk, legs of 1 to 2 s, pauses of 2 to 4 s, turning round at walls.
import type { Direction } from '@comptoir/shared/movement';
import { DIRECTION_X, DIRECTION_Y } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import type { Body } from '../../bots/Body.ts';
import type { Plan } from '../../bots/Coworker.ts';
import type { Random } from '../../bots/Random.ts';
import type { Bounds } from './benchMap.ts';

const TICKS_PER_S = 1000 / tuning.tickMs;
const STRAIGHT: readonly Direction[] = [0, 2, 4, 6];

export class Wanderer implements Plan {
  readonly #random: Random;
  readonly #bounds: Bounds;
  #untilTick = -1;

  constructor(random: Random, bounds: Bounds) {
    this.#random = random;
    this.#bounds = bounds;
  }

  steer(body: Body): void {
    const random = this.#random;
    if (this.#untilTick < 0) {
      this.#untilTick = body.tick + random.between(0, 2) * TICKS_PER_S;
      if (random.next() < 0.5) body.turn(random.pick(STRAIGHT), 'walk');
    } else if (body.gait === 'still') {
      if (body.tick > this.#untilTick) this.#walk(body, random.pick(STRAIGHT));
    } else if (body.isBlocked() || this.#isLeaving(body)) this.#walk(body, turned(body.direction, 4));
    else if (body.tick > this.#untilTick) {
      if (random.next() < 0.5) this.#walk(body, turned(body.direction, random.pick([2, 6])));
      else {
        this.#untilTick = body.tick + random.between(2, 4) * TICKS_PER_S;
        body.turn(body.direction, 'still');
      }
    }
  }

  #walk(body: Body, direction: Direction): void {
    this.#untilTick = body.tick + this.#random.between(1, 2) * TICKS_PER_S;
    body.turn(direction, 'walk');
  }

  #isLeaving({ at, direction }: Body): boolean {
    const { left, top, right, bottom } = this.#bounds;
    const dx = DIRECTION_X[direction];
    const dy = DIRECTION_Y[direction];
    return (dx < 0 && at.x <= left) || (dx > 0 && at.x >= right) || (dy < 0 && at.y <= top) || (dy > 0 && at.y >= bottom);
  }
}

const turned = (direction: Direction, by: number): Direction => ((direction + by) & 7) as Direction;
