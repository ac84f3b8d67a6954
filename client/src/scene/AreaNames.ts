// The names of the places on the picture of the whole map, in the viewer's language: large places first, none over another.
import type { Rect } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { Area, OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import { isPlace, placeName } from '../world/placeName.ts';
import { overlaps } from './chunks.ts';
import { DEPTH } from './depths.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap, type View } from './viewMath.ts';

/** CSS px. */
const FONT_PX = 13;
const PAD_X = 8;
const HEIGHT = 22;
const GAP_PX = 4;
/** A name may be this much wider than its place. */
const OVERHANG = 1.25;
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

/** Where each name stands, CSS px; places whose name finds no room have none. @param kept what no name may cover: the coffee machine */
export function spreadNames(places: readonly NamedPlace[], kept: readonly Rect[]): { place: NamedPlace; at: Rect }[] {
  const taken: { place: NamedPlace; at: Rect }[] = [];
  for (const place of places.toSorted((a, b) => b.area.sizeTiles - a.area.sizeTiles)) {
    const { box, width } = place;
    if (width > box.width * OVERHANG || box.height < HEIGHT) continue;
    const x = box.x + (box.width - width) / 2;
    const top = box.y + GAP_PX;
    const tries = [box.y + (box.height - HEIGHT) / 2, top, box.y + box.height - HEIGHT - GAP_PX];
    const free = tries
      .map((y) => ({ x, y, width, height: HEIGHT }))
      .find((at) => ![...kept, ...taken.map((other) => other.at)].some((other) => overlaps(grown(at), other)));
    if (free) taken.push({ place, at: free });
  }
  return taken;
}

const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - GAP_PX,
  y: y - GAP_PX,
  width: width + 2 * GAP_PX,
  height: height + 2 * GAP_PX,
});

export class AreaNames {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #measure = makeCanvas(1, 1).context;
  #images: Phaser.GameObjects.Image[] = [];
  #drawnFor = '';

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    this.#textures = textures;
  }

  /** @param language the language in use: another one draws all names anew */
  show(map: OfficeMap, view: View, evening: boolean, language: string): void {
    const drawnFor = [map.version, view.zoom, view.dpr, view.rect.x, view.rect.y, evening, language].join(' ');
    if (drawnFor !== this.#drawnFor) {
      this.end();
      this.#drawnFor = drawnFor;
      this.#draw(map, view, evening, language);
    }
    for (const image of this.#images) image.visible = true;
  }

  hide(): void {
    for (const image of this.#images) image.visible = false;
  }

  /** After fonts have loaded: draw all anew. */
  redraw(): void {
    this.#drawnFor = '';
  }

  end(): void {
    for (const image of this.#images) {
      const { key } = image.texture;
      image.destroy();
      this.#textures.remove(key);
    }
    this.#images = [];
  }

  #draw(map: OfficeMap, { rect, zoom, dpr }: View, evening: boolean, language: string): void {
    const css = zoom / dpr;
    const onScreen = ({ x, y, width, height }: Rect): Rect => ({
      x: (x - rect.x) * css,
      y: (y - rect.y) * css,
      width: width * css,
      height: height * css,
    });
    this.#measure.font = FONT;
    const places = map.areas.filter(isPlace).map((area): NamedPlace => {
      const name = placeName(area, language);
      const box = onScreen(boundsOf(area.shape, map.widthTiles));
      return { area, name, width: Math.ceil(this.#measure.measureText(name).width) + 2 * PAD_X, box };
    });
    const machines = map.things.filter(({ use }) => use === 'coffee').map(({ shape }) => onScreen(shape));
    this.#images = spreadNames(places, machines).map(({ place, at }, index) => {
      const key = `area-name-${index}`;
      this.#textures.add(key, drawName(place.name, at.width, dpr, evening));
      const left = snap(rect.x + at.x / css, zoom);
      const top = snap(rect.y + at.y / css, zoom);
      return this.#scene.add
        .image(left, top, key)
        .setOrigin(0, 0)
        .setScale(1 / zoom)
        .setDepth(DEPTH.dots - 1);
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
