// Everybody in view, me included: follows the world's avatars, keeps one view for each, and says who stands where.
import type { Rect } from '@comptoir/shared/geometry';
import { TILE_PX } from '@comptoir/shared/geometry';
import type { OfficeMap, Seat } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import type { Avatar } from '../world/Avatar.ts';
import type { Person, World } from '../world/World.ts';
import type { AvatarSheets } from './AvatarSheets.ts';
import { AvatarView, type Posture } from './AvatarView.ts';
import { Bodies } from './Bodies.ts';
import { DEPTH } from './depths.ts';
import { Marks } from './Marks.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap } from './viewMath.ts';

const SHADOW = 'avatar-shadow';
/** Where there is no chair to take the place of, a wheelchair stands this far before the bench. */
const BESIDE_PX = 13;

/** Seats by the tile one sits on. */
export class SeatIndex {
  readonly #byTile = new Map<number, Seat>();
  readonly #byId = new Map<string, Seat>();
  readonly #widthTiles: number;

  constructor(map: OfficeMap) {
    this.#widthTiles = map.widthTiles;
    for (const seat of map.seats) {
      this.#byTile.set(seat.tileY * map.widthTiles + seat.tileX, seat);
      this.#byId.set(seat.id, seat);
    }
  }

  /** The seat at a place, px of the map. */
  at(xPx: number, yPx: number): Seat | undefined {
    return this.#byTile.get(Math.floor(yPx / TILE_PX) * this.#widthTiles + Math.floor(xPx / TILE_PX));
  }

  byId(id: string | undefined): Seat | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }
}

function drawShadow(textures: Textures): void {
  if (textures.has(SHADOW)) return;
  const { canvas, context } = makeCanvas(24, 10);
  // two flat ellipses in whole pixels: soft, but pixel art
  for (const [rx, ry, alpha] of [
    [11, 4, 0.16],
    [9, 3, 0.2],
  ] as const) {
    context.fillStyle = `rgba(42, 27, 46, ${alpha})`;
    for (let y = -ry; y < ry; y++) {
      const half = Math.round(rx * Math.sqrt(1 - ((y + 0.5) / ry) ** 2));
      context.fillRect(12 - half, 5 + y, 2 * half, 1);
    }
  }
  textures.add(SHADOW, canvas);
}

export class Avatars {
  readonly #world: World;
  readonly #bodies: Bodies;
  readonly #sheets: AvatarSheets;
  readonly #views = new Map<string, AvatarView>();
  readonly #shadows: Marks;
  #seats: SeatIndex;
  #hasChair: (seat: Seat) => boolean = () => false;
  #frame = 0;
  /** Seats in view at which somebody sits in a wheelchair. */
  ownChairs: Seat[] = [];
  inView: AvatarView[] = [];
  /** Whoever shows a ring, in view or near it. */
  inRings: AvatarView[] = [];
  moving = false;

  constructor(world: World, scene: Phaser.Scene, textures: Textures, sheets: AvatarSheets) {
    this.#world = world;
    this.#bodies = new Bodies(scene);
    this.#sheets = sheets;
    this.#seats = new SeatIndex(world.ground.peek().map);
    drawShadow(textures);
    this.#shadows = new Marks(scene, textures.get(SHADOW), DEPTH.shadows, { x: 12, y: 6 });
  }

  /** @param hasChair whether a chair stands at a seat that a wheelchair can take the place of */
  useMap(map: OfficeMap, hasChair: (seat: Seat) => boolean): void {
    this.#seats = new SeatIndex(map);
    this.#hasChair = hasChair;
  }

  get mine(): AvatarView | undefined {
    const id = this.#world.myId.peek();
    return id === undefined ? undefined : this.#views.get(id);
  }

  viewOf(personId: string): AvatarView | undefined {
    return this.#views.get(personId);
  }

  /** Walks everybody on to `nowTick`; the camera needs my place before anything is drawn. */
  walk(nowTick: number, nowMs: number): void {
    const { grid } = this.#world.ground.peek();
    this.#world.own.advance(nowTick);
    for (const avatar of this.#world.avatars.values()) avatar.place(nowTick, nowMs, grid);
    if (this.#world.ownEmote && this.#world.ownEmote.untilMs <= nowMs) this.#world.ownEmote = undefined;
  }

  show(view: Rect, nowMs: number, passedMs: number, zoom: number): void {
    const { myId, own, people } = this.#world;
    this.inView = [];
    this.inRings = [];
    this.ownChairs = [];
    this.moving = false;
    this.#frame++;
    this.#bodies.begin();
    this.#shadows.begin();
    for (const avatar of this.#world.avatars.values()) {
      const person = this.#world.personOf(avatar.avatarNumber);
      if (!person || person.personId === myId.peek()) continue;
      this.#showOne(person, this.#postureOf(avatar), view, nowMs, passedMs, zoom);
    }
    const me = people.peek().get(myId.peek() ?? '');
    if (me) {
      const { x, y, direction, gait, moving } = own;
      const emote = this.#world.ownEmote?.kind;
      const posture = {
        x,
        y,
        direction,
        gait,
        moving,
        cup: this.#world.ownCup,
        emote,
        seat: this.#seats.byId(own.seat),
        ring: this.#world.ownRing,
      };
      this.#showOne(me, posture, view, nowMs, passedMs, zoom);
    }
    this.#showCutOuts(view, nowMs, passedMs, zoom);
    for (const [id, gone] of this.#views) if (gone.seenIn !== this.#frame) this.#views.delete(id);
    this.#bodies.finish();
  }

  hideAll(): void {
    this.#views.clear();
    this.inView = [];
    this.inRings = [];
    this.ownChairs = [];
    this.moving = false;
    this.#bodies.begin();
    this.#bodies.finish();
    this.#shadows.begin();
  }

  /** They slide on their stands: no step is drawn. */
  #showCutOuts(view: Rect, nowMs: number, passedMs: number, zoom: number): void {
    for (const { person, x, y, direction, moving, ring, seat } of this.#world.demo?.castAt(Date.now()) ?? []) {
      const posture: Posture = { x, y, direction, gait: 'still', moving: false, cup: false, emote: undefined, seat, ring };
      this.#showOne(person, posture, view, nowMs, passedMs, zoom);
      if (moving) this.moving = true;
    }
  }

  #postureOf({ trail, seated, cup, emote, ring }: Avatar): Posture {
    const { x, y, direction, gait, moving } = trail;
    return { x, y, direction, gait, moving, cup, emote: emote?.kind, ring, seat: seated ? this.#seats.at(x, y) : undefined };
  }

  #showOne(person: Person, posture: Posture, rect: Rect, nowMs: number, passedMs: number, zoom: number): void {
    let view = this.#views.get(person.personId);
    if (!view) {
      view = new AvatarView(person, this.#sheets);
      this.#views.set(person.personId, view);
    }
    view.person = person;
    view.seenIn = this.#frame;
    const rolls = posture.seat !== undefined && person.appearance.aid === 'wheelchair';
    view.place(posture, rect, rolls && posture.seat && !this.#hasChair(posture.seat) ? BESIDE_PX : 0);
    view.show(posture, nowMs, passedMs, zoom, this.#bodies);
    if (view.ring) this.inRings.push(view);
    if (!view.inView) return;
    if (posture.moving) this.moving = true;
    this.inView.push(view);
    if (rolls && posture.seat) this.ownChairs.push(posture.seat);
    if (!view.seat) this.#shadows.put(snap(view.x, zoom), snap(view.y, zoom), view.alpha);
  }
}
