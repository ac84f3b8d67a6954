// The sprites that stand among the avatars: only those in view are alive, sorted by base line, animated, and see-through before people.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import type { StandingSprite } from './mapLayers.ts';
import { swayAt } from './swayAt.ts';
import type { Textures } from './Textures.ts';
import type { TilePictures } from './TilePictures.ts';
import { snap } from './viewMath.ts';

const CELL_PX = 256;
/** A texture the engine always has. */
const BLANK = '__DEFAULT';
const MARGIN_PX = 64;
/** How much of a crown stays when somebody stands behind it. */
const FADED = 0.35;
const FADE_MS = 160;

interface Shown {
  image: Phaser.GameObjects.Image;
  /** The part that sways, drawn apart from the foot that stands still. */
  crown: Phaser.GameObjects.Image | undefined;
  sprite: StandingSprite;
  frame: number;
}

/** Which picture of an animation is due at `nowMs`. */
export function frameAt(frames: readonly { ms: number }[], nowMs: number): number {
  const total = frames.reduce((sum, frame) => sum + frame.ms, 0);
  if (total <= 0) return 0;
  let left = nowMs % total;
  for (const [index, frame] of frames.entries()) {
    if (left < frame.ms) return index;
    left -= frame.ms;
  }
  return 0;
}

/** Does somebody whose feet are at `feet` (px) stand behind the sprite, so that it hides them? */
export function isBehind(feet: Point, sprite: Pick<StandingSprite, 'box' | 'depth'>): boolean {
  if (feet.y >= sprite.depth) return false;
  const { box } = sprite;
  const insideX = feet.x > box.x + box.width * 0.12 && feet.x < box.x + box.width * 0.88;
  return insideX && feet.y > box.y + 6 && feet.y - 42 < box.y + box.height;
}

/** A chair is about as wide as its sitter; benches and sofas are for several and stay where they are. */
const CHAIR_PX = 44;
const CHAIR_OFF_PX = 9;
const CHAIR_DEPTH_PX = 16;

/** Is the sprite (a part of) the chair that stands for this seat alone? */
export function isChairOf({ feetX, feetY, depth }: Seat, sprite: Pick<StandingSprite, 'box' | 'depth'>): boolean {
  const { box } = sprite;
  if (box.width > CHAIR_PX || Math.abs(box.x + box.width / 2 - feetX) > CHAIR_OFF_PX) return false;
  return Math.abs(sprite.depth - depth) <= CHAIR_DEPTH_PX && feetY - 6 > box.y && feetY - 6 < box.y + box.height;
}

const overlaps = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

export class SpriteField {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #pictures: TilePictures;
  readonly #cells = new Map<string, StandingSprite[]>();
  readonly #shown = new Map<StandingSprite, Shown>();
  #shownCells = '';
  /** Chairs that were put aside. */
  #aside = new Set<StandingSprite>();
  #spare: Phaser.GameObjects.Image[] = [];

  constructor(scene: Phaser.Scene, textures: Textures, pictures: TilePictures, sprites: readonly StandingSprite[]) {
    this.#scene = scene;
    this.#textures = textures;
    this.#pictures = pictures;
    for (const sprite of sprites) this.#sortIn(sprite);
  }

  #sortIn(sprite: StandingSprite): void {
    const { x, y, width, height } = sprite.box;
    for (let row = Math.floor(y / CELL_PX); row <= Math.floor((y + height) / CELL_PX); row++)
      for (let column = Math.floor(x / CELL_PX); column <= Math.floor((x + width) / CELL_PX); column++) {
        const key = `${column}/${row}`;
        const cell = this.#cells.get(key);
        if (cell) cell.push(sprite);
        else this.#cells.set(key, [sprite]);
      }
  }

  /** Takes away, of a picture of the floor, what stands on it. The context is aimed at px of the map. */
  eraseFrom(context: CanvasRenderingContext2D, box: Rect): void {
    const erased = new Set<StandingSprite>();
    for (let row = Math.floor(box.y / CELL_PX); row <= Math.floor((box.y + box.height) / CELL_PX); row++)
      for (let column = Math.floor(box.x / CELL_PX); column <= Math.floor((box.x + box.width) / CELL_PX); column++)
        for (const sprite of this.#cells.get(`${column}/${row}`) ?? []) {
          if (erased.has(sprite) || !overlaps(sprite.box, box)) continue;
          erased.add(sprite);
          this.#erase(context, sprite);
        }
  }

  #erase(context: CanvasRenderingContext2D, { frames, x, y, width, height, flipX, rotationDegrees, diagonal }: StandingSprite): void {
    const picture = this.#pictures.pictureOf(frames[0]?.id ?? 0);
    if (!picture || rotationDegrees !== 0 || diagonal) return;
    context.save();
    context.translate(flipX ? x + width : x, y - height);
    if (flipX) context.scale(-1, 1);
    context.drawImage(picture.pixels, picture.x, picture.y, picture.width, picture.height, 0, 0, width, height);
    context.restore();
  }

  show(rect: Rect): void {
    const left = Math.floor((rect.x - MARGIN_PX) / CELL_PX);
    const top = Math.floor((rect.y - MARGIN_PX) / CELL_PX);
    const right = Math.floor((rect.x + rect.width + MARGIN_PX) / CELL_PX);
    const bottom = Math.floor((rect.y + rect.height + MARGIN_PX) / CELL_PX);
    const cells = `${left} ${top} ${right} ${bottom}`;
    if (cells === this.#shownCells) return;
    this.#shownCells = cells;
    const wanted = new Set<StandingSprite>();
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) for (const sprite of this.#cells.get(`${column}/${row}`) ?? []) wanted.add(sprite);
    for (const [sprite, shown] of this.#shown) if (!wanted.has(sprite)) this.#hide(sprite, shown);
    for (const sprite of wanted) if (!this.#shown.has(sprite)) this.#add(sprite);
  }

  /** The sprites that are the chair of a seat: none for a place on a bench. */
  chairOf(seat: Seat): readonly StandingSprite[] {
    const cell = this.#cells.get(`${Math.floor(seat.feetX / CELL_PX)}/${Math.floor((seat.feetY - 6) / CELL_PX)}`) ?? [];
    return cell.filter((sprite) => isChairOf(seat, sprite));
  }

  /** Takes the chairs of these seats away, and brings the others back. */
  putAside(seats: readonly Seat[]): void {
    this.#aside = new Set(seats.flatMap((seat) => this.chairOf(seat)));
  }

  hideAll(): void {
    for (const [sprite, shown] of this.#shown) this.#hide(sprite, shown);
    this.#shownCells = '';
  }

  /** Moves animations on and fades what stands before one of `feet` (px of the map, those in view). */
  animate(nowMs: number, passedMs: number, feet: readonly Point[], still: boolean, zoom: number): void {
    for (const shown of this.#shown.values()) {
      const { sprite, image, crown } = shown;
      image.visible = !this.#aside.has(sprite);
      if (sprite.frames.length > 1 && !still) this.#showFrame(shown, frameAt(sprite.frames, nowMs));
      if (crown) crown.x = sprite.x + (still ? 0 : snap(swayAt(sprite.x, sprite.y, nowMs), zoom));
      crown?.setAlpha(image.alpha);
      if (!sprite.fades) continue;
      const target = sprite.opacity * (feet.some((at) => isBehind(at, sprite)) ? FADED : 1);
      const gap = target - image.alpha;
      if (gap !== 0) image.setAlpha(Math.abs(gap) < 0.02 ? target : image.alpha + gap * Math.min(1, passedMs / FADE_MS));
    }
  }

  end(): void {
    for (const { image, crown } of this.#shown.values()) {
      image.destroy();
      crown?.destroy();
    }
    for (const image of this.#spare) image.destroy();
    this.#shown.clear();
    this.#spare = [];
  }

  #hide(sprite: StandingSprite, { image, crown }: Shown): void {
    for (const one of crown ? [image, crown] : [image]) {
      one.visible = false;
      this.#spare.push(one);
    }
    this.#shown.delete(sprite);
  }

  #add(sprite: StandingSprite): void {
    const take = (): Phaser.GameObjects.Image => this.#spare.pop() ?? this.#scene.add.image(0, 0, BLANK);
    const shown: Shown = { image: take(), crown: sways(sprite) ? take() : undefined, sprite, frame: -1 };
    this.#showFrame(shown, 0);
    for (const image of shown.crown ? [shown.image, shown.crown] : [shown.image]) stand(image, sprite);
    if (shown.crown) {
      const { width, height } = shown.image.frame;
      const foot = Math.round((height * sprite.sway) / sprite.height);
      shown.image.setCrop(0, height - foot, width, foot);
      shown.crown.setCrop(0, 0, width, height - foot);
    }
    this.#shown.set(sprite, shown);
  }

  #showFrame(shown: Shown, frame: number): void {
    if (shown.frame === frame) return;
    shown.frame = frame;
    const picture = this.#pictures.pictureOf(shown.sprite.frames[frame]?.id ?? 0);
    const images = shown.crown ? [shown.image, shown.crown] : [shown.image];
    if (!picture) {
      for (const image of images) image.setTexture(BLANK);
      return;
    }
    const key = `picture ${picture.imageKey}`;
    const texture = this.#textures.has(key) ? this.#textures.get(key) : this.#textures.add(key, picture.pixels);
    const name = `${picture.x},${picture.y},${picture.width},${picture.height}`;
    if (!texture.has(name)) texture.add(name, 0, picture.x, picture.y, picture.width, picture.height);
    for (const image of images) image.setTexture(key, name);
  }
}

/** What is turned or animated stands as it is drawn. */
const sways = (sprite: StandingSprite): boolean =>
  sprite.sway > 0 &&
  sprite.sway < sprite.height &&
  sprite.frames.length === 1 &&
  sprite.rotationDegrees === 0 &&
  !sprite.diagonal &&
  !sprite.flipY;

function stand(image: Phaser.GameObjects.Image, sprite: StandingSprite): void {
  image
    .setCrop()
    .setOrigin(0, 1)
    .setPosition(sprite.x, sprite.y)
    .setRotation((sprite.rotationDegrees * Math.PI) / 180);
  image.setDisplaySize(sprite.width, sprite.height).setFlip(sprite.flipX, sprite.flipY);
  if (sprite.diagonal) turnDiagonally(image, sprite);
  image.setDepth(sprite.depth).setAlpha(sprite.opacity).setVisible(true);
  if (sprite.tint === undefined) image.clearTint();
  else image.setTint(sprite.tint);
}

/** Tiled's diagonal mirror is a quarter turn with one more mirror; the picture is turned about its middle. */
function turnDiagonally(image: Phaser.GameObjects.Image, sprite: StandingSprite): void {
  image.setOrigin(0.5, 0.5).setPosition(sprite.x + sprite.width / 2, sprite.y - sprite.height / 2);
  image.setRotation(Math.PI / 2).setFlip(sprite.flipY, !sprite.flipX);
}
