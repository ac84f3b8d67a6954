// My own avatar: walks in the frame of the key press by the same rule as the server, reports what it does, is put back when refused.
import type { Point } from '@comptoir/shared/geometry';
import { UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { Direction, Gait, RankLevel, WalkGrid } from '@comptoir/shared/movement';
import { step, stepTowards } from '@comptoir/shared/movement';
import type { Segment } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';

/** Where the walk is reported to; implemented by net/. */
export interface WalkReports {
  segment(segment: Segment): void;
  renew(seq: number): void;
  path(from: Point, startTick: number, seq: number, tiles: Point[], gait: Exclude<Gait, 'still'>): void;
  stand(): void;
}

export type WalkEnd = 'arrived' | 'blocked' | 'interrupted';

interface Following {
  /** Corners still to reach, world units. */
  corners: Point[];
  gait: Exclude<Gait, 'still'>;
  done: (end: WalkEnd) => void;
}

const NO_REPORTS: WalkReports = { segment() {}, renew() {}, path() {}, stand() {} };

export class OwnWalk {
  /** Drawn position, px. */
  x = 0;
  y = 0;
  direction: Direction = 2;
  gait: Gait = 'still';
  /** Id of the seat I sit on. */
  seat: string | undefined;
  reports: WalkReports = NO_REPORTS;
  rank: RankLevel = 0;
  /** World units at whole tick #tick, and one tick before. */
  #body: Point = { x: 0, y: 0 };
  #before: Point = { x: 0, y: 0 };
  #tick = 0;
  #held: { direction: Direction; gait: Gait } | undefined;
  #following: Following | undefined;
  #seq = 0;
  /** Of the latest walk along with my group. */
  #alongSeq: number | undefined;
  /** Refusals of earlier segments are old news. */
  #validFromSeq = 0;
  #renewTick = 0;
  #grid: WalkGrid;

  constructor(grid: WalkGrid) {
    this.#grid = grid;
  }

  useGrid(grid: WalkGrid): void {
    this.#grid = grid;
  }

  /** World units, at the last whole tick. */
  get position(): Readonly<Point> {
    return this.#body;
  }

  /** Corners still ahead, world units: for the dotted trail. */
  get ahead(): readonly Point[] {
    return this.#following?.corners ?? [];
  }

  /** Stand exactly here (arrival, seat, being put somewhere). World units. */
  put(at: Point, tick: number, direction: Direction, seat: string | undefined): void {
    this.#stopFollowing('interrupted');
    this.#body = { x: at.x, y: at.y };
    this.#before = { x: at.x, y: at.y };
    this.#tick = Math.floor(tick) + 1;
    this.direction = direction;
    this.gait = 'still';
    this.seat = seat;
    this.#draw(1);
    // keys still down go on from here; sitting down lets go of them
    const held = this.#held;
    this.#held = undefined;
    if (held && seat === undefined) this.hold(held, tick);
  }

  /** Stand where I am without telling anybody: the connection is lost, and the server stands me still too. */
  freeze(): void {
    this.#stopFollowing('interrupted');
    this.#held = undefined;
    this.gait = 'still';
    this.#before = { ...this.#body };
    this.#draw(1);
  }

  /** The direction the person holds now; undefined = let go. */
  hold(held: { direction: Direction; gait: Gait } | undefined, nowTick: number): void {
    const same = held?.direction === this.#held?.direction && held?.gait === this.#held?.gait;
    if (same) return;
    // what was held before was held until now
    this.advance(nowTick);
    this.#held = held;
    if (held) this.#stopFollowing('interrupted');
    else if (this.#following) return;
    this.#turn(held ?? { direction: this.direction, gait: 'still' }, nowTick);
  }

  /** Walk along corners (world units); ends the walk before. A key still down counts again when it is pressed again. */
  follow(corners: Point[], gait: Exclude<Gait, 'still'>, nowTick: number): Promise<WalkEnd> {
    if (corners.length === 0) {
      this.#halt(nowTick);
      return Promise.resolve('arrived');
    }
    this.#stopFollowing('interrupted');
    this.advance(nowTick);
    this.#held = undefined;
    const seq = this.#nextSeq();
    this.#body = { ...this.#before };
    this.#tick -= 1;
    this.reports.path({ ...this.#body }, this.#tick, seq, corners, gait);
    return new Promise((done) => {
      this.#following = { corners: [...corners], gait, done };
      this.advance(nowTick);
    });
  }

  /**
   * The server walks me with my group: the same walk here, without asking for it. A key of mine ends it as any path, and what was
   * ordered before the server heard of that key is old news.
   * @param corners world units
   * @param seq the same as long as I walk along
   */
  walkedAlong(corners: readonly Point[], seq: number, gait: Exclude<Gait, 'still'>, nowTick: number): void {
    const isOld = seq === this.#seq ? seq !== this.#alongSeq : ((seq - this.#seq) & 0xffff) > 0x7fff;
    if (isOld) return;
    this.#alongSeq = seq;
    this.#stopFollowing('interrupted');
    this.advance(nowTick);
    this.#held = undefined;
    this.seat = undefined;
    this.#seq = seq;
    this.#following = { corners: [...corners], gait, done: () => undefined };
  }

  /** Leave the seat: I stand at `to` (world units), as the server computes it too. */
  standUp(to: Point, nowTick: number): void {
    if (this.seat === undefined) return;
    this.reports.stand();
    this.put(to, nowTick, this.direction, undefined);
  }

  /**
   * The server refused segment `seq`: I stand at `at` (world units). What I had sent in the meantime is refused too;
   * those answers are older than where I have walked on from since.
   */
  putBack(at: Point, seq: number, nowTick: number): void {
    if (((seq - this.#validFromSeq) & 0xffff) > 0x7fff) return;
    this.#validFromSeq = (this.#seq + 1) & 0xffff;
    this.put(at, nowTick, this.direction, undefined);
  }

  /** The server says that path `seq` ended; it counts when that is my latest walk, and it did not end where I believe. */
  pathEnded(at: Point, seq: number, nowTick: number): void {
    if (seq !== this.#seq) return;
    // a page that is hidden, or slow, has not drawn it yet
    this.advance(nowTick);
    const off = Math.hypot(at.x - this.#body.x, at.y - this.#body.y) / UNITS_PER_PX;
    const goal = this.#following?.corners.at(-1);
    if (this.#following && off < 48) return;
    // so long hidden that its clock has skipped some of the way: it was walked all the same
    if (goal?.x === at.x && goal.y === at.y) this.#stopFollowing('arrived');
    if (off > 4) this.put(at, nowTick, this.direction, undefined);
  }

  /** Walks up to `nowTick` and computes the drawn position; call each frame. */
  advance(nowTick: number): void {
    const until = Math.floor(nowTick) + 1;
    if (until - this.#tick > 500) this.#tick = until - 1;
    while (this.#tick < until) this.#oneTick();
    this.#draw(Math.max(0, Math.min(1, nowTick - (this.#tick - 1))));
  }

  get moving(): boolean {
    return this.gait !== 'still' || this.#before.x !== this.#body.x || this.#before.y !== this.#body.y;
  }

  #oneTick(): void {
    this.#before = { x: this.#body.x, y: this.#body.y };
    this.#tick++;
    if (this.#following) this.#followOneTick(this.#following);
    else if (this.#held) {
      step(this.#body, this.#held, this.#grid, this.rank);
      if (this.#tick >= this.#renewTick) {
        this.#renewTick = this.#tick + tuning.renewMs / tuning.tickMs;
        this.reports.renew(this.#seq);
      }
    }
  }

  #followOneTick(following: Following): void {
    let target = following.corners[0];
    while (target && target.x === this.#body.x && target.y === this.#body.y) {
      following.corners.shift();
      target = following.corners[0];
    }
    if (!target) return this.#stopFollowing('arrived');
    const walked = stepTowards(this.#body, target, following.gait, this.#grid, this.rank);
    if (walked === 'blocked') return this.#stopFollowing('blocked');
    if (walked !== undefined) this.direction = walked;
    this.gait = following.gait;
  }

  #stopFollowing(end: WalkEnd): void {
    const following = this.#following;
    if (!following) return;
    this.#following = undefined;
    this.gait = 'still';
    following.done(end);
  }

  #halt(nowTick: number): void {
    if (!this.#following) return;
    this.#stopFollowing('interrupted');
    this.#turn({ direction: this.direction, gait: 'still' }, nowTick);
  }

  /** The step of the running tick is walked again with the new intent, so that it shows in this very frame. */
  #turn(intent: { direction: Direction; gait: Gait }, nowTick: number): void {
    this.advance(nowTick);
    this.#body = { ...this.#before };
    this.#tick -= 1;
    this.direction = intent.direction;
    this.gait = intent.gait;
    this.#renewTick = this.#tick + tuning.renewMs / tuning.tickMs;
    this.reports.segment({ seq: this.#nextSeq(), startTick: this.#tick, x: this.#body.x, y: this.#body.y, ...intent });
    this.advance(nowTick);
  }

  #nextSeq(): number {
    this.#seq = (this.#seq + 1) & 0xffff;
    return this.#seq;
  }

  #draw(share: number): void {
    this.x = (this.#before.x + (this.#body.x - this.#before.x) * share) / UNITS_PER_PX;
    this.y = (this.#before.y + (this.#body.y - this.#before.y) * share) / UNITS_PER_PX;
  }
}
