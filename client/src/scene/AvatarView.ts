// One person's body on the map: picture, place in the depth order, fading when the connection is lost.
import { type AvatarFrame, FRAME_H, FRAME_W } from '@comptoir/assets/avatar/frames';
import type { Ring } from '@comptoir/shared/conversation';
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Facing, Seat } from '@comptoir/shared/map/OfficeMap';
import type { Direction, Gait } from '@comptoir/shared/movement';
import type { Emote } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import type { Person } from '../world/World.ts';
import type { AvatarSheets, Cut, Look } from './AvatarSheets.ts';
import type { Bodies } from './Bodies.ts';
import { avatarDepth } from './depths.ts';
import { shownAs } from './facing.ts';
import type { Slot } from './SlotPages.ts';
import { snap } from './viewMath.ts';

/** How much of somebody remains visible whose connection is lost. */
const LOST_ALPHA = 0.4;
const FADE_MS = 400;

/** What moves, read from the world each frame. x, y: px of the map. */
export interface Posture {
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
  moving: boolean;
  seat: Seat | undefined;
  cup: boolean;
  emote: Emote | undefined;
  ring: Ring | undefined;
}

const AHEAD: Record<Facing, Point> = { down: { x: 0, y: 1 }, up: { x: 0, y: -1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };
const aheadOf = ({ facing }: Seat): Point => AHEAD[facing];

export class AvatarView {
  readonly personId: string;
  person: Person;
  /** Where the feet are drawn, px of the map. */
  x = 0;
  y = 0;
  /** px from the feet to the hair's top. */
  headTop = 46;
  seat: Seat | undefined;
  emote: Emote | undefined;
  ring: Ring | undefined;
  moving = false;
  alpha = 1;
  inView = false;
  /** The frame of the office in which it was last seen to be here. */
  seenIn = 0;
  readonly #sheets: AvatarSheets;
  readonly #phase: number;
  #direction: Direction = 2;
  #walked: Direction = 2;
  /** Towards whoever spoke last; drawn only, until they move. */
  #turned: Direction | undefined;
  #depth = 0;
  #lostSinceMs: number | undefined;
  #shown: { slot: Slot; name: AvatarFrame; clip: number | undefined; cut: Cut } | undefined;

  constructor(person: Person, sheets: AvatarSheets) {
    this.personId = person.personId;
    this.person = person;
    this.#sheets = sheets;
    this.#phase = (person.avatarNumber * 0.618_034) % 1;
  }

  get look(): Look {
    return this.#sheets.lookOf(this.person.appearance, this.person.cutOut);
  }

  /**
   * Learns where the person is; decides whether any of it can be seen in `view` (px of the map).
   * @param beforePx how far before the seat they are: in a wheelchair one is not on a bench but before it
   */
  place(posture: Posture, view: Rect, beforePx: number): void {
    const { seat } = posture;
    this.seat = seat;
    this.x = seat ? seat.feetX + beforePx * aheadOf(seat).x : posture.x;
    this.y = seat ? seat.feetY + beforePx * aheadOf(seat).y : posture.y;
    this.#depth = seat && beforePx === 0 ? seat.depth : avatarDepth(this.y);
    this.moving = posture.moving;
    if (posture.moving || !posture.ring || posture.direction !== this.#walked) this.#turned = undefined;
    this.#walked = posture.direction;
    this.#direction = this.#turned ?? posture.direction;
    this.emote = posture.emote;
    this.ring = posture.ring;
    this.inView =
      this.x > view.x - FRAME_W && this.x < view.x + view.width + FRAME_W && this.y > view.y - 8 && this.y < view.y + view.height + FRAME_H;
  }

  /** Seen from behind and at rest: the tag may hang below, where it covers neither a face nor what they look at. */
  get turnedAway(): boolean {
    return this.seat ? this.seat.facing === 'up' : !this.moving && this.#direction === 6;
  }

  /** Towards whoever speaks: only at rest, and nobody else is told. */
  turn(direction: Direction): void {
    if (this.moving || this.seat) return;
    this.#turned = direction;
    this.#direction = direction;
  }

  /** Draws for this frame, among `bodies`. */
  show(posture: Posture, nowMs: number, passedMs: number, zoom: number, bodies: Bodies): void {
    this.#fade(nowMs, passedMs);
    if (!this.inView) return;
    const { seat, look } = this;
    this.headTop = seat ? look.seatedHeadTop : look.headTop;
    const { gait, moving, cup, emote } = posture;
    const bearing = { direction: this.#direction, gait, moving, seat: seat?.facing, cup, emote, phase: this.#phase };
    const { frame: name, mirrored } = shownAs(bearing, nowMs);
    const cut = this.#cutOf(look, name, seat?.clip);
    if (cut) bodies.put({ cut, x: snap(this.x, zoom), y: snap(this.y, zoom), depth: this.#depth, mirrored, alpha: this.alpha });
  }

  #cutOf(look: Look, name: AvatarFrame, clip: number | undefined): Cut | undefined {
    const slot = this.#sheets.sheetOf(look);
    if (!slot) return undefined;
    const shown = this.#shown;
    if (shown && shown.slot === slot && shown.name === name && shown.clip === clip) return shown.cut;
    const cut = this.#sheets.cutOf(slot, name, clip);
    this.#shown = { slot, name, clip, cut };
    return cut;
  }

  #fade(nowMs: number, passedMs: number): void {
    if (this.person.connected) this.#lostSinceMs = undefined;
    else this.#lostSinceMs ??= nowMs;
    const lost = this.#lostSinceMs !== undefined && nowMs - this.#lostSinceMs > tuning.fadeAfterMs;
    const target = lost ? LOST_ALPHA : 1;
    if (this.alpha === target) return;
    const change = passedMs / FADE_MS;
    this.alpha = target < this.alpha ? Math.max(target, this.alpha - change) : Math.min(target, this.alpha + change);
  }
}
