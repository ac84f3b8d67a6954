// At each desk that somebody has, their name on the floor behind the chair; at mine a paper when something lies there.
import type Phaser from 'phaser';
import { isSeatTaken } from '../world/surroundings.ts';
import type { World } from '../world/World.ts';
import { overlaps } from './chunks.ts';
import { DEPTH } from './depths.ts';
import { type Plate, plateSpot, platesOf } from './deskPlaces.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap, type View } from './viewMath.ts';

/** CSS px. */
const HEIGHT = 19;
const PAD = 8;
const FONT = '600 11.5px Fredoka, Nunito, system-ui, sans-serif';
const PAPER_PX = 15;
/** Desks stand two tiles apart. px of the map. */
const MOST_PX = 62;
/** CSS px per px of the map from which names on the floor are read. */
const LEAST_ZOOM = 1.5;
const LOOK = {
  day: { plate: 'rgb(255 248 236 / .86)', ink: '#4a3a4e' },
  evening: { plate: 'rgb(239 228 210 / .86)', ink: '#4a3a4e' },
  mine: { plate: '#24626a', ink: '#ffffff' },
};
const PAPERS = { read: '#e9dcae', unread: '#ffd75e' };

interface Drawn {
  image: Phaser.GameObjects.Image;
  plate: Plate;
}

export class DeskPlates {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #world: World;
  readonly #measure = makeCanvas(1, 1).context;
  #drawn: Drawn[] = [];
  #drawnFor = '';

  constructor(scene: Phaser.Scene, textures: Textures, world: World) {
    this.#scene = scene;
    this.#textures = textures;
    this.#world = world;
  }

  show(view: View, whole: boolean, evening: boolean): void {
    const { zoom, dpr, rect } = view;
    const css = zoom / dpr;
    const isReadable = !whole && css >= LEAST_ZOOM;
    if (isReadable) this.#draw(view, evening);
    for (const { image, plate } of this.#drawn) {
      const { seat } = plate;
      const around = { x: seat.tileX * 32 - 64, y: seat.tileY * 32 - 32, width: 160, height: 96 };
      // whoever sits there wears the name
      image.visible = isReadable && overlaps(rect, around) && !isSeatTaken(this.#world, seat);
    }
  }

  /** After fonts have loaded. */
  redraw(): void {
    this.#drawnFor = '';
  }

  #draw({ zoom, dpr }: View, evening: boolean): void {
    const { ground, desks, people, myId } = this.#world;
    const { map } = ground.peek();
    const plates = platesOf(map.seats, desks.all.peek(), {
      ...{ myId: myId.peek(), notes: desks.notes.peek() },
      nameOf: ({ personId, name }) => people.peek().get(personId)?.name ?? name,
    });
    const words = plates.map(({ seat, name, isMine, notes }) => [seat.id, name, isMine, notes.count, notes.unread].join(' '));
    const drawnFor = [map.version, zoom, dpr, evening, ...words].join('|');
    if (drawnFor === this.#drawnFor) return;
    this.#drawnFor = drawnFor;
    this.#end();
    const most = (MOST_PX * zoom) / dpr;
    this.#drawn = plates.map((plate, index) => {
      const key = `desk-plate-${index}`;
      this.#textures.add(key, this.#picture(plate, most, dpr, evening));
      const { x, y, originX, originY } = plateSpot(plate.seat);
      const image = this.#scene.add.image(snap(x, zoom), snap(y, zoom), key);
      return {
        image: image
          .setOrigin(originX, originY)
          .setScale(1 / zoom)
          .setDepth(DEPTH.marks - 1),
        plate,
      };
    });
  }

  #picture({ name, isMine, notes }: Plate, most: number, dpr: number, evening: boolean): HTMLCanvasElement {
    this.#measure.font = FONT;
    const paper = notes.count > 0 ? PAPER_PX : 0;
    const words = this.#fit(name, most - 2 * PAD - paper);
    const width = Math.ceil(this.#measure.measureText(words).width) + 2 * PAD + paper;
    const { canvas, context } = makeCanvas(width * dpr, HEIGHT * dpr);
    const look = isMine ? LOOK.mine : evening ? LOOK.evening : LOOK.day;
    context.scale(dpr, dpr);
    context.fillStyle = look.plate;
    context.beginPath();
    context.roundRect(0, 0, width, HEIGHT, 5);
    context.fill();
    if (paper > 0) drawPaper(context, notes.unread > 0 ? PAPERS.unread : PAPERS.read);
    context.font = FONT;
    context.fillStyle = look.ink;
    context.textBaseline = 'middle';
    context.fillText(words, PAD + paper, HEIGHT / 2 + 0.5);
    return canvas;
  }

  #fit(name: string, most: number): string {
    const letters = [...name];
    if (this.#measure.measureText(name).width <= most) return name;
    while (letters.length > 1 && this.#measure.measureText(`${letters.join('')}…`).width > most) letters.pop();
    return `${letters.join('').trimEnd()}…`;
  }

  #end(): void {
    for (const { image } of this.#drawn) {
      const { key } = image.texture;
      image.destroy();
      this.#textures.remove(key);
    }
    this.#drawn = [];
  }
}

/** A sheet with a folded corner. */
function drawPaper(context: CanvasRenderingContext2D, colour: string): void {
  const [left, top, width, height, fold] = [PAD - 1, 4, 10, 11.5, 3.5];
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(left + width, top);
  context.lineTo(left + width, top + height - fold);
  context.lineTo(left + width - fold, top + height);
  context.lineTo(left, top + height);
  context.closePath();
  context.fill();
  context.fillStyle = 'rgb(42 27 46 / .35)';
  for (const line of [3, 5.5]) context.fillRect(left + 2, top + line, width - 4, 1);
}
