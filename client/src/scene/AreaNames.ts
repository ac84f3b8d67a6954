// The names of the places on the picture of the whole map, in the viewer's language: large places first, none over another.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { Area, OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { TalkSummary } from '@comptoir/shared/protocol/auditorium';
import type Phaser from 'phaser';
import { isPlace, placeName } from '../world/placeName.ts';
import { talkAt } from '../world/stageRole.ts';
import { overlaps } from './chunks.ts';
import { DEPTH } from './depths.ts';
import { ME_PX } from './OverviewDots.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap, type View } from './viewMath.ts';

/** CSS px. */
const FONT_PX = 13;
const PAD_X = 8;
const HEIGHT = 22;
const GAP_PX = 4;
/** A name may be this much wider than its place; more where what it hangs over is no other place, or is around its own. */
const OVERHANG = 1.25;
const OVERHANG_ALONE = 2;
const ME_STEP_PX = 6;
const PAPER = { day: 'rgb(255 248 236 / .92)', evening: 'rgb(239 228 210 / .92)' };
const INK = '#2a1b2e';

export interface NamedPlace {
  area: Area;
  name: string;
  /** CSS px: of the words, and of the place on screen. */
  width: number;
  box: Rect;
}

const FONT = `600 ${FONT_PX}px Fredoka, Nunito, system-ui, sans-serif`;

/** Where each name stands, CSS px; places whose name finds no room have none. @param kept what no name may cover: the coffee machine, my dot */
export function spreadNames(places: readonly NamedPlace[], kept: readonly Rect[]): { place: NamedPlace; at: Rect }[] {
  const taken: { place: NamedPlace; at: Rect }[] = [];
  for (const place of places.toSorted((a, b) => b.area.sizeTiles - a.area.sizeTiles)) {
    const { box, width } = place;
    if (width > box.width * OVERHANG_ALONE || box.height < HEIGHT) continue;
    const others = width > box.width * OVERHANG ? places.filter((one) => !contains(one.box, box)).map((one) => one.box) : [];
    const x = box.x + (box.width - width) / 2;
    const top = box.y + GAP_PX;
    const inside = [box.y + (box.height - HEIGHT) / 2, top, box.y + box.height - HEIGHT - GAP_PX];
    // a place hardly larger than its name: above or below what is in the way, as long as it touches its place
    const beside = kept
      .filter((one) => overlaps(one, box))
      .flatMap((one) => [one.y - HEIGHT - GAP_PX, one.y + one.height + GAP_PX])
      .filter((y) => y + HEIGHT >= box.y && y <= box.y + box.height);
    const free = [...inside, ...beside]
      .map((y) => ({ x, y, width, height: HEIGHT }))
      .find((at) => {
        const isOver = (other: Rect): boolean => overlaps(grown(at), other);
        return !(kept.some(isOver) || taken.some((other) => isOver(other.at)) || others.some((other) => overlaps(at, other)));
      });
    if (free) taken.push({ place, at: free });
  }
  return taken;
}

const contains = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - GAP_PX,
  y: y - GAP_PX,
  width: width + 2 * GAP_PX,
  height: height + 2 * GAP_PX,
});

interface Drawn {
  image: Phaser.GameObjects.Image;
  area: Area;
  name: string;
  width: number;
}

/** A longer title of a talk is shortened: it stands over a hall, not over the office. */
const TITLE_MOST = 28;

/** T51: over the audience what the talk there is about, wherever one looks from. */
export function withTalk(name: string, area: Area, talks: readonly TalkSummary[]): string {
  const talk = area.traits.conversation === 'audience' ? talkAt(area, talks) : undefined;
  if (!talk) return name;
  const letters = [...talk.title];
  return `${name} · ${letters.length > TITLE_MOST ? `${letters.slice(0, TITLE_MOST - 1).join('')}…` : talk.title}`;
}

export class AreaNames {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #measure = makeCanvas(1, 1).context;
  #names: Drawn[] = [];
  #drawnFor = '';
  #placedFor = '';
  #placed: readonly Phaser.GameObjects.Image[] = [];

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    this.#textures = textures;
  }

  /** @param language the language in use: another one draws all names anew @param me where my dot is, px of the map: no name covers it */
  show(map: OfficeMap, view: View, evening: boolean, language: string, me: Point | undefined, talks: readonly TalkSummary[] = []): void {
    const drawnFor = [map.version, view.dpr, evening, language, ...talks.map(({ talk, title }) => `${talk} ${title}`)].join(' ');
    if (drawnFor !== this.#drawnFor) {
      this.end();
      this.#drawnFor = drawnFor;
      this.#draw(map, view.dpr, evening, language, talks);
    }
    const { rect, zoom } = view;
    const css = zoom / view.dpr;
    // while I walk, names move by steps: one that trembles cannot be read
    const step = (px: number): number => Math.round((px * css) / ME_STEP_PX);
    const placedFor = [drawnFor, zoom, rect.x, rect.y, me && step(me.x), me && step(me.y)].join(' ');
    if (placedFor !== this.#placedFor) {
      this.#placedFor = placedFor;
      this.#place(map, view, me);
    }
    for (const image of this.#placed) image.visible = true;
  }

  hide(): void {
    for (const { image } of this.#names) image.visible = false;
  }

  /** After fonts have loaded: draw all anew. */
  redraw(): void {
    this.#drawnFor = '';
  }

  end(): void {
    for (const { image } of this.#names) {
      const { key } = image.texture;
      image.destroy();
      this.#textures.remove(key);
    }
    this.#names = [];
    this.#placed = [];
    this.#placedFor = '';
  }

  #draw(map: OfficeMap, dpr: number, evening: boolean, language: string, talks: readonly TalkSummary[]): void {
    this.#measure.font = FONT;
    this.#names = map.areas.filter(isPlace).map((area, index): Drawn => {
      const name = withTalk(placeName(area, language), area, talks);
      const width = Math.ceil(this.#measure.measureText(name).width) + 2 * PAD_X;
      const key = `area-name-${index}`;
      this.#textures.add(key, drawName(name, width, dpr, evening));
      const image = this.#scene.add
        .image(0, 0, key)
        .setOrigin(0, 0)
        .setDepth(DEPTH.dots - 1);
      return { image, area, name, width };
    });
  }

  #place(map: OfficeMap, { rect, zoom, dpr }: View, me: Point | undefined): void {
    const css = zoom / dpr;
    const onScreen = ({ x, y, width, height }: Rect): Rect => ({
      x: (x - rect.x) * css,
      y: (y - rect.y) * css,
      width: width * css,
      height: height * css,
    });
    const places = this.#names.map(
      ({ area, name, width }): NamedPlace => ({ area, name, width, box: onScreen(boundsOf(area.shape, map.widthTiles)) }),
    );
    const kept = map.things.filter(({ use }) => use === 'coffee').map(({ shape }) => onScreen(shape));
    if (me) kept.push({ x: (me.x - rect.x) * css - ME_PX / 2, y: (me.y - rect.y) * css - ME_PX / 2, width: ME_PX, height: ME_PX });
    this.hide();
    this.#placed = spreadNames(places, kept).flatMap(({ place, at }) => {
      const image = this.#names.find(({ area }) => area === place.area)?.image;
      return image?.setScale(1 / zoom).setPosition(snap(rect.x + at.x / css, zoom), snap(rect.y + at.y / css, zoom)) ?? [];
    });
  }
}

function drawName(name: string, width: number, dpr: number, evening: boolean): HTMLCanvasElement {
  const { canvas, context } = makeCanvas(width * dpr, HEIGHT * dpr);
  context.scale(dpr, dpr);
  context.fillStyle = evening ? PAPER.evening : PAPER.day;
  context.beginPath();
  context.roundRect(0, 0, width, HEIGHT, HEIGHT / 2);
  context.fill();
  context.font = FONT;
  context.fillStyle = INK;
  context.textBaseline = 'middle';
  context.fillText(name, PAD_X, HEIGHT / 2 + 0.5);
  return canvas;
}
