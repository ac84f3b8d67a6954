// The rings of all conversations in view, on the floor below everybody: they grow, breathe and go; drawn anew only when they change.
import { isInRect, type Point, type Rect } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import { tuning } from '@comptoir/shared/tuning';
import type Phaser from 'phaser';
import { brightening } from './brightening.ts';
import { drawRing, RING_PAD_PX } from './drawRing.ts';
import { gatherRings, type InRing, type RingWish, ringSum, type TableSeats, tableSeatsOf } from './gatherRings.ts';
import { lockSpot } from './lockSpot.ts';
import { type Cover, RingPicture } from './RingPicture.ts';
import { easeReach, marginReach, outlineOf, type Reach, RING_POINTS, reachAround } from './ringShape.ts';
import { roomOutline } from './roomOutline.ts';
import type { Textures } from './Textures.ts';
import type { View } from './viewMath.ts';

/** Heads and tags reach this far beyond a ring to the north, tags to the sides, px. */
const HEADS_PX = 36;
const ASIDE_PX = 24;
/** From the feet to the line, px. */
const MARGIN = { x: 36, y: 28 };
const EASE_MS = 130;
const FADE_MS = 220;
const BREATH_MS = 5200;
/** A breath is slow: drawn a few times a second. */
const BREATHE_EVERY_MS = 170;
/** Rings drawn anew in one frame, those that were drawn longest ago first; the others wait for the next. */
const MOST_DRAWN = 3;
/** ... and no further one after this time: where the processor draws, a large ring takes some ms by itself in the evening. */
const DRAW_MS = 1;
/** A shape that has come this near is there, px. */
const THERE_PX = 0.3;

interface Shown {
  key: string;
  wish: RingWish;
  origin: Point;
  now: Reach;
  target: Reach;
  /** Of rooms: their walls. */
  walls: { line: Point[]; door: Point } | undefined;
  picture: RingPicture;
  sinceMs: number;
  drawnAtMs: number;
  alpha: number;
  easing: boolean;
  stale: boolean;
  leaving: boolean;
}

export class Rings {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #shown = new Map<string, Shown>();
  #tables: TableSeats = new Map();
  #ground: Ground | undefined;
  #sum = Number.NaN;
  #evening = 0;
  readonly #brightening: number;
  readonly #margin = marginReach(MARGIN);

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    this.#textures = textures;
    this.#brightening = brightening(scene.game);
  }

  /** @param evening 0 by day to 1 */
  light(evening: number): void {
    this.#evening = evening > 0.05 ? evening : 0;
    for (const shown of this.#shown.values()) shown.stale = true;
  }

  useMap(ground: Ground): void {
    this.#ground = ground;
    this.#tables = tableSeatsOf(ground.map);
    this.#sum = Number.NaN;
    for (const shown of this.#shown.values()) this.#remove(shown);
  }

  /** @param people whoever shows a ring, in view or not @param cover who and what stands in view: the glow of a ring stays off it @returns whether a ring in view is growing, filling or fading */
  show(people: readonly InRing[], cover: Cover, view: View, nowMs: number, passedMs: number, calm: boolean): boolean {
    const sum = ringSum(people);
    if (sum !== this.#sum) {
      this.#sum = sum;
      this.#learn(gatherRings(people, this.#tables), nowMs);
    }
    let moving = false;
    const share = calm ? 1 : 1 - Math.exp(-passedMs / EASE_MS);
    const due: Shown[] = [];
    const seen: Shown[] = [];
    for (const shown of this.#shown.values()) {
      this.#fade(shown, passedMs, calm);
      if (shown.leaving && shown.alpha <= 0) {
        this.#remove(shown);
        continue;
      }
      if (shown.easing) {
        shown.easing = easeReach(shown.now, shown.target, share) > THERE_PX;
        shown.stale = true;
      }
      const isSeen = isNear(shown, view.rect) && !shown.wish.walking;
      shown.picture.show(isSeen);
      if (!isSeen) continue;
      seen.push(shown);
      const dwelling = shown.wish.dwelling && !shown.leaving && nowMs - shown.sinceMs < tuning.dwellMs + FADE_MS;
      const isCrossed = this.#evening > 0 && isOld(shown, nowMs) && cover.bodies.some((at) => at.moving && isInRect(at, shown.picture.box));
      shown.stale ||= dwelling || isCrossed;
      if (shown.stale) due.push(shown);
      moving ||= shown.easing || dwelling || shown.alpha < 1;
    }
    due.sort(byAge);
    // breathing waits until everything else is drawn, and is one ring's turn a frame: it costs the same however many there are
    const breathing = calm || due.length > 0 ? [] : seen.filter((one) => !one.walls && isOld(one, nowMs)).sort(byAge);
    const drawn = this.#drawSome(due.length > 0 ? due.slice(0, MOST_DRAWN) : breathing.slice(0, 1), cover, nowMs, calm);
    for (const shown of seen) shown.picture.place(view.zoom, shown.alpha, this.#evening);
    return moving || due.length > drawn;
  }

  /** @returns how many there was time for: one at least */
  #drawSome(wanted: readonly Shown[], cover: Cover, nowMs: number, calm: boolean): number {
    const startedMs = performance.now();
    let drawn = 0;
    for (const shown of wanted) {
      if (drawn > 0 && performance.now() - startedMs > DRAW_MS) break;
      this.#draw(shown, cover, nowMs, calm);
      drawn++;
    }
    return drawn;
  }

  hide(): void {
    for (const { picture } of this.#shown.values()) picture.show(false);
  }

  /** The ring around somebody, with the heads and tags of those in it, px of the map: the camera keeps mine in view. */
  companyOf(number: number | undefined, at: Point): Rect | undefined {
    if (number === undefined) return undefined;
    for (const { wish, picture, walls, leaving } of this.#shown.values()) {
      if (leaving || walls || wish.walking || wish.number !== number || !isInRect(at, picture.box)) continue;
      const { x, y, width, height } = picture.box;
      return { x: x - ASIDE_PX, y: y - HEADS_PX, width: width + 2 * ASIDE_PX, height: height + HEADS_PX };
    }
    return undefined;
  }

  #learn(wishes: readonly RingWish[], nowMs: number): void {
    const wanted = new Set<string>();
    for (const wish of wishes) {
      wanted.add(wish.key);
      const known = this.#shown.get(wish.key);
      const shown = known ?? this.#begin(wish, nowMs);
      if (shown.wish.state !== wish.state) shown.stale = true;
      shown.wish = wish;
      shown.leaving = false;
      reachAround(wish.feet, shown.origin, this.#margin, shown.target);
      // a circle that grows out of the dotted line begins as large as that; others begin small
      if (!known) easeReach(shown.now, shown.target, this.#shown.has(`${wish.key} dwelling`) ? 1 : 0.8);
      shown.easing = true;
      if (wish.room && !shown.walls) shown.walls = this.#wallsAround(wish.feet[0]);
    }
    for (const shown of this.#shown.values()) if (!wanted.has(shown.key)) shown.leaving = true;
  }

  #begin(wish: RingWish, nowMs: number): Shown {
    const middle = wish.feet.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
    const count = Math.max(1, wish.feet.length);
    const shown: Shown = {
      key: wish.key,
      wish,
      origin: { x: Math.round(middle.x / count), y: Math.round(middle.y / count) },
      now: new Float32Array(RING_POINTS).fill(MARGIN.y * 0.6),
      target: new Float32Array(RING_POINTS),
      walls: undefined,
      picture: new RingPicture(this.#scene, this.#textures, this.#brightening),
      sinceMs: nowMs,
      // never: the first to be drawn
      drawnAtMs: -1,
      alpha: 0,
      easing: true,
      stale: true,
      leaving: false,
    };
    this.#shown.set(wish.key, shown);
    return shown;
  }

  #wallsAround(foot: Point | undefined): Shown['walls'] {
    const ground = this.#ground;
    if (!ground || !foot) return undefined;
    const index = ground.areas.at(foot.x, foot.y).find((i) => ground.areas.areas[i]?.traits.conversation === 'meeting');
    const area = index === undefined ? undefined : ground.areas.areas[index];
    return area && roomOutline(area, ground.grid);
  }

  #fade(shown: Shown, passedMs: number, calm: boolean): void {
    const step = calm ? 1 : passedMs / FADE_MS;
    shown.alpha = shown.leaving ? Math.max(0, shown.alpha - step) : Math.min(1, shown.alpha + step);
  }

  #draw(shown: Shown, cover: Cover, nowMs: number, calm: boolean): void {
    const { wish, walls, picture } = shown;
    const breath = calm ? undefined : (nowMs % BREATH_MS) / BREATH_MS;
    const line = walls ? walls.line : outlineOf(shown.now, shown.origin, breath);
    const filled = wish.dwelling ? Math.min(1, (nowMs - shown.sinceMs) / tuning.dwellMs) : undefined;
    const lock = walls?.door ?? this.#lockOn(shown, line);
    picture.draw(boxAround(walls ? [...line, walls.door] : line), this.#evening > 0 ? cover : undefined, (context) =>
      drawRing(context, line, { state: wish.state, filled, room: walls !== undefined }, lock),
    );
    shown.drawnAtMs = nowMs;
    shown.stale = false;
  }

  /** Chosen while the line keeps still, so that it does not jump with a breath. */
  #lockOn({ wish, now, origin }: Shown, line: readonly Point[]): Point {
    const index = wish.state === 'closed' ? lockSpot(outlineOf(now, origin, undefined), this.#ground) : 0;
    return line[index] ?? origin;
  }

  #remove(shown: Shown): void {
    shown.picture.end();
    this.#shown.delete(shown.key);
  }
}

const byAge = (a: Shown, b: Shown): number => a.drawnAtMs - b.drawnAtMs;

const isOld = ({ drawnAtMs }: Shown, nowMs: number): boolean => nowMs - drawnAtMs > BREATHE_EVERY_MS;

function boxAround(line: readonly Point[]): Rect {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  const x = Math.floor(Math.min(...xs)) - RING_PAD_PX;
  const y = Math.floor(Math.min(...ys)) - RING_PAD_PX;
  return { x, y, width: Math.ceil(Math.max(...xs)) + RING_PAD_PX - x, height: Math.ceil(Math.max(...ys)) + RING_PAD_PX - y };
}

/** Most of a ring is within this of where it began, px; what is drawn first has no box yet. */
const AROUND_PX = 260;

function isNear({ picture, origin, drawnAtMs }: Shown, rect: Rect): boolean {
  const { x, y, width, height } =
    drawnAtMs > 0 ? picture.box : { x: origin.x - AROUND_PX, y: origin.y - AROUND_PX, width: 2 * AROUND_PX, height: 2 * AROUND_PX };
  return x < rect.x + rect.width && x + width > rect.x && y < rect.y + rect.height && y + height > rect.y;
}
