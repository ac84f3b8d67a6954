// A quiet sign over each door of a hall while a talk is on: who passes by knows before they walk in.
import type Phaser from 'phaser';
import { DEPTH } from '../depths.ts';
import { makeCanvas, type Textures } from '../Textures.ts';
import { snap, type View } from '../viewMath.ts';
import type { Hall } from './hallOf.ts';

/** CSS px. */
const HEIGHT = 22;
const PAD_X = 9;
const LAMP_PX = 7;
const GAP_PX = 6;
const MARGIN_PX = 3;
const FONT = '600 12px Fredoka, Nunito, system-ui, sans-serif';
/** Over the opening, px of the map. */
const ABOVE_PX = 6;

const BOARD = '#1c4a4d';
const EDGE = '#d9a441';
const INK = '#fff3d6';
const LAMP = '#ffd98a';

export class HallSigns {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #measure = makeCanvas(1, 1).context;
  readonly #images: Phaser.GameObjects.Image[] = [];
  #drawnFor = '';
  #key: string | undefined;

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    this.#textures = textures;
  }

  /** @param lit halls with how far their lights are up, 0-1 @param words what the sign says */
  show(lit: readonly { hall: Hall; share: number }[], words: string, view: View): void {
    const doors = lit.flatMap(({ hall, share }) => (share > 0 ? hall.doors.map((door) => ({ ...door, share })) : []));
    if (doors.length > 0) this.#draw(words, view.dpr);
    for (const [i, { x, y, share }] of doors.entries()) {
      const image = this.#images[i] ?? this.#add();
      if (this.#key) image.setTexture(this.#key);
      const width = image.frame.width / view.zoom;
      const height = image.frame.height / view.zoom;
      image
        .setScale(1 / view.zoom)
        .setAlpha(share)
        .setVisible(true);
      image.setPosition(snap(x - width / 2, view.zoom), snap(y - ABOVE_PX - height, view.zoom));
    }
    for (const spare of this.#images.slice(doors.length)) spare.visible = false;
  }

  /** After fonts have loaded. */
  redraw(): void {
    this.#drawnFor = '';
  }

  hide(): void {
    for (const image of this.#images) image.visible = false;
  }

  #add(): Phaser.GameObjects.Image {
    const image = this.#scene.add
      .image(0, 0, this.#key ?? '')
      .setOrigin(0, 0)
      .setDepth(DEPTH.tags - 3);
    this.#images.push(image);
    return image;
  }

  #draw(words: string, dpr: number): void {
    const drawnFor = `${dpr} ${words}`;
    if (drawnFor === this.#drawnFor) return;
    this.#drawnFor = drawnFor;
    this.#measure.font = FONT;
    const width = Math.ceil(this.#measure.measureText(words).width) + 2 * PAD_X + LAMP_PX + GAP_PX;
    const { canvas, context } = makeCanvas((width + 2 * MARGIN_PX) * dpr, (HEIGHT + 2 * MARGIN_PX) * dpr);
    context.scale(dpr, dpr);
    context.translate(MARGIN_PX, MARGIN_PX);
    context.fillStyle = 'rgb(42 27 46 / .4)';
    context.beginPath();
    context.roundRect(0, 1.5, width, HEIGHT, 5);
    context.fill();
    context.fillStyle = BOARD;
    context.strokeStyle = EDGE;
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(0.75, 0.75, width - 1.5, HEIGHT - 1.5, 5);
    context.fill();
    context.stroke();
    context.fillStyle = LAMP;
    context.shadowColor = LAMP;
    context.shadowBlur = 5 * dpr;
    context.beginPath();
    context.arc(PAD_X + LAMP_PX / 2, HEIGHT / 2, LAMP_PX / 2, 0, 7);
    context.fill();
    context.shadowBlur = 0;
    context.font = FONT;
    context.fillStyle = INK;
    context.textBaseline = 'middle';
    context.fillText(words, PAD_X + LAMP_PX + GAP_PX, HEIGHT / 2 + 0.5);
    const before = this.#key;
    this.#key = this.#textures.add(this.#textures.freshKey('hall-sign-board'), canvas).key;
    for (const image of this.#images) image.setTexture(this.#key);
    if (before) this.#textures.remove(before);
  }
}
