// Where a remote avatar is drawn: its records walked forward by the shared walking rule, a little late, and pulled gently when news differ.
import type { Point } from '@comptoir/shared/geometry';
import { clamp, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { Direction, Gait, WalkGrid } from '@comptoir/shared/movement';
import { step } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';

/** What is known from one tick on. x, y in world units. */
export interface TrailRecord {
  tick: number;
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
}

const LATE_TICKS = tuning.interpolationMs / tuning.tickMs;
/** An error is worked off at this speed beyond the gait ... */
const CATCH_UP_PX_PER_S = 480;
/** ... and, however long the frame took, by no more than this at once: M11 promises less than 24 px. */
const CATCH_UP_PX = 20;
/** Farther than this is not walking but being somewhere else: no gliding through the office. */
const TELEPORT_PX = 400;
/** No news of a walker for this long: the server ends unrenewed walks, so something is lost; stand still. */
const MAX_GUESS_TICKS = 200;

export class Trail {
  /** Drawn position, px; plain fields, read each frame. */
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
  #records: TrailRecord[];
  /** The record being walked, advanced to #tick. */
  #body: Point;
  #before: Point;
  #tick: number;
  #errorX = 0;
  #errorY = 0;
  #drawnAtMs = -1;

  constructor(first: TrailRecord) {
    this.#records = [first];
    this.#body = { x: first.x, y: first.y };
    this.#before = { x: first.x, y: first.y };
    this.#tick = first.tick;
    this.x = first.x / UNITS_PER_PX;
    this.y = first.y / UNITS_PER_PX;
    this.direction = first.direction;
    this.gait = first.gait;
  }

  /** News: kept in order of their tick; older ones than the newest known are dropped. */
  add(record: TrailRecord): void {
    const last = this.#records[this.#records.length - 1];
    if (last && record.tick < last.tick) return;
    this.#records.push(record);
  }

  get moving(): boolean {
    const last = this.#records[this.#records.length - 1];
    return this.#records.length > 1 || (last !== undefined && last.gait !== 'still') || this.#errorX !== 0 || this.#errorY !== 0;
  }

  /** Computes the drawn position for office time `nowTick` at local time `nowMs`. */
  place(nowTick: number, nowMs: number, grid: WalkGrid): void {
    const tick = nowTick - LATE_TICKS;
    this.#takeDue(tick, grid);
    const current = this.#records[0];
    if (!current) return;
    const whole = Math.floor(tick);
    const until = Math.min(whole + 1, current.tick + MAX_GUESS_TICKS);
    while (this.#tick < until) {
      this.#before.x = this.#body.x;
      this.#before.y = this.#body.y;
      step(this.#body, current, grid, 3);
      this.#tick++;
    }
    const share = Math.max(0, Math.min(1, tick - (this.#tick - 1)));
    const passedS = this.#drawnAtMs < 0 ? 0 : clamp((nowMs - this.#drawnAtMs) / 1000, 0, 0.25);
    this.#drawnAtMs = nowMs;
    this.#workOff(Math.min(CATCH_UP_PX, CATCH_UP_PX_PER_S * passedS));
    this.x = (this.#before.x + (this.#body.x - this.#before.x) * share) / UNITS_PER_PX + this.#errorX;
    this.y = (this.#before.y + (this.#body.y - this.#before.y) * share) / UNITS_PER_PX + this.#errorY;
    this.direction = current.direction;
    this.gait = current.gait;
  }

  #takeDue(tick: number, grid: WalkGrid): void {
    let next = this.#records[1];
    if (!next || next.tick > tick) return;
    while (this.#records[1] && this.#records[1].tick <= tick) {
      this.#records.shift();
      next = this.#records[0];
    }
    if (!next) return;
    this.#body = { x: next.x, y: next.y };
    this.#before = { x: next.x, y: next.y };
    this.#tick = next.tick;
    const until = Math.floor(tick) + 1;
    for (let guessed = 0; this.#tick < until && guessed < MAX_GUESS_TICKS; guessed++) {
      this.#before.x = this.#body.x;
      this.#before.y = this.#body.y;
      step(this.#body, next, grid, 3);
      this.#tick++;
    }
    const share = Math.max(0, Math.min(1, tick - (this.#tick - 1)));
    const x = (this.#before.x + (this.#body.x - this.#before.x) * share) / UNITS_PER_PX;
    const y = (this.#before.y + (this.#body.y - this.#before.y) * share) / UNITS_PER_PX;
    this.#errorX = this.x - x;
    this.#errorY = this.y - y;
    if (Math.hypot(this.#errorX, this.#errorY) > TELEPORT_PX) {
      this.#errorX = 0;
      this.#errorY = 0;
    }
  }

  #workOff(px: number): void {
    const length = Math.hypot(this.#errorX, this.#errorY);
    if (length === 0) return;
    const left = Math.max(0, length - px);
    this.#errorX = left < 0.5 ? 0 : (this.#errorX * left) / length;
    this.#errorY = left < 0.5 ? 0 : (this.#errorY * left) / length;
  }
}
