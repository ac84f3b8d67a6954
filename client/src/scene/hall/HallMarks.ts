// Over the people in a hall: raised hands in their order, a soft light on whoever speaks, applause.
import type { Point } from '@comptoir/shared/geometry';
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';
import type Phaser from 'phaser';
import type { HallShow } from '../../world/hallShow.ts';
import type { AvatarView } from '../AvatarView.ts';
import { brightening } from '../brightening.ts';
import { DEPTH } from '../depths.ts';
import { addPool } from '../drawLights.ts';
import { Marks } from '../Marks.ts';
import { Quads } from '../Quads.ts';
import { makeCanvas, type Textures } from '../Textures.ts';
import { snap } from '../viewMath.ts';
import { Claps } from './Claps.ts';
import { drawHand, drawSigns, HAND_ANCHOR, SIGN_PX } from './drawHallMarks.ts';
import type { Hall } from './hallOf.ts';

const SPOT = 'hall-spot';
const SPOT_X_PX = 44;
const SPOT_Y_PX = 40;
const SPOT_COLOR = 0xffe6b8;
const SPOT_SHARE = 0.4;
/** Cardboard is pale already. */
const PALE_SHARE = 0.3;
const CHEST_PX = 18;
const ABOVE_PX = 1;

const handKey = (rank: number): string => `hall-hand-${rank}`;
const signKey = (reaction: Reaction): string => `hall-sign-${reaction}`;

export class HallMarks {
  readonly #textures: Textures;
  readonly #hands: Quads;
  readonly #signs: Quads;
  readonly #spots: Marks;
  readonly #claps = new Claps(Math.random);
  /** What was heard since the last frame. */
  #heard: Partial<Record<Reaction, number>> = {};

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#textures = textures;
    this.#hands = new Quads(scene);
    this.#hands.object.setDepth(DEPTH.tags - 2);
    this.#signs = new Quads(scene);
    this.#signs.object.setDepth(DEPTH.tags - 1);
    if (!textures.has(SPOT)) {
      const { canvas, context } = makeCanvas(2 * SPOT_X_PX, 2 * SPOT_Y_PX);
      addPool(context, { x: SPOT_X_PX, y: SPOT_Y_PX }, SPOT_X_PX, SPOT_Y_PX, SPOT_COLOR, SPOT_SHARE);
      textures.add(SPOT, canvas, true);
    }
    for (const [reaction, canvas] of drawSigns()) if (!textures.has(signKey(reaction))) textures.add(signKey(reaction), canvas);
    this.#spots = new Marks(scene, textures.get(SPOT), DEPTH.light + 2.5, { x: SPOT_X_PX, y: SPOT_Y_PX + CHEST_PX });
    this.#spots.blend(brightening(scene.game));
  }

  hear(applause: Partial<Record<Reaction, number>>): void {
    for (const reaction of REACTIONS) {
      const n = applause[reaction];
      if (n) this.#heard[reaction] = (this.#heard[reaction] ?? 0) + n;
    }
  }

  /**
   * @param mine the hall from which applause is heard
   * @param topOf where somebody's tag begins, px of the map
   * @returns whether something moves
   */
  show(
    shows: readonly HallShow[],
    mine: Hall | undefined,
    views: readonly AvatarView[],
    topOf: (personId: string) => number | undefined,
    zoom: number,
    nowMs: number,
    calm: boolean,
  ): boolean {
    this.hide();
    const ranks = new Map(shows.flatMap(({ hands }) => hands.map((id, i): [string, number] => [id, i + 1])));
    const lit = new Set(shows.flatMap(({ speakers, floor }) => [...speakers, ...floor]));
    for (const view of views) {
      if (lit.has(view.personId))
        this.#spots.put(snap(view.x, zoom), snap(view.y, zoom), view.alpha * (view.person.cutOut ? PALE_SHARE : 1));
      const rank = ranks.get(view.personId);
      if (rank === undefined) continue;
      const head = view.y - view.headTop;
      const below = Math.min(head, topOf(view.personId) ?? head) - ABOVE_PX;
      this.#hands.put(this.#hand(rank), snap(view.x - HAND_ANCHOR.x, zoom), snap(below - HAND_ANCHOR.y, zoom), false, view.alpha);
    }
    const heard = this.#heard;
    this.#heard = {};
    if (calm || !mine) this.#claps.clear();
    else {
      this.#claps.add(heard, headsIn(mine, views), mine.audience, nowMs);
      for (const { reaction, x, y, alpha } of this.#claps.at(nowMs))
        this.#signs.put(this.#textures.get(signKey(reaction)).get(), snap(x - SIGN_PX / 2, zoom), snap(y - SIGN_PX, zoom), false, alpha);
    }
    return this.#claps.any;
  }

  hide(): void {
    this.#hands.begin();
    this.#signs.begin();
    this.#spots.begin();
  }

  #hand(rank: number): Phaser.Textures.Frame {
    const key = handKey(rank);
    return (this.#textures.has(key) ? this.#textures.get(key) : this.#textures.add(key, drawHand(rank))).get();
  }
}

function headsIn({ audience }: Hall, views: readonly AvatarView[]): Point[] {
  const { x, y, width, height } = audience;
  return views
    .filter((view) => view.x >= x && view.x < x + width && view.y >= y && view.y < y + height)
    .map((view) => ({ x: view.x, y: view.y - view.headTop }));
}
