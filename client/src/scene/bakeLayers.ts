// Draws the still layers of a map into a canvas: tiles, flat objects and texts, as Tiled would.
import type { Rect } from '@comptoir/shared/geometry';
import type { Sprite, SpriteLayer, TextLayer, TileLayer } from '@comptoir/shared/map/OfficeMap';
import { overlaps } from './chunks.ts';
import { spriteDepth } from './depths.ts';
import { drawText } from './drawText.ts';
import type { TilePictures } from './TilePictures.ts';
import { readTileId, turnOf } from './tileId.ts';

type Context = CanvasRenderingContext2D;

/** A tile layer with its ids unpacked. */
export interface OpenTileLayer {
  layer: TileLayer;
  ids: Uint32Array;
}

export type OpenLayer = OpenTileLayer | { layer: SpriteLayer } | { layer: TextLayer };

/** What is baked now: the canvas shows `rect` (px of the map), `scale` texels per px. */
export interface Baking {
  context: Context;
  rect: Rect;
  scale: number;
  pictures: TilePictures;
  /** Animated pictures are drawn as objects of their own, except where nothing but the baked picture is seen. */
  animated: 'left out' | 'still';
}

function drawTurned(context: Context, pictures: TilePictures, gid: number, x: number, y: number, width?: number, height?: number): void {
  const turned = readTileId(gid);
  const picture = pictures.pictureOf(turned.id);
  if (!picture) return;
  const offset = pictures.offsetOf(turned.id);
  const w = width ?? picture.width * pictures.scale.x;
  const h = height ?? picture.height * pictures.scale.y;
  const left = x + offset.x;
  const top = y - h + offset.y;
  if (!turned.flipX && !turned.flipY && !turned.diagonal) {
    context.drawImage(picture.pixels, picture.x, picture.y, picture.width, picture.height, left, top, w, h);
    return;
  }
  const [a, b, c, d] = turnOf(turned);
  context.save();
  context.translate(left + w / 2, top + h / 2);
  context.transform(a, b, c, d, 0, 0);
  context.drawImage(picture.pixels, picture.x, picture.y, picture.width, picture.height, -w / 2, -h / 2, w, h);
  context.restore();
}

const isLeftOut = ({ animated, pictures }: Baking, gid: number): boolean =>
  animated === 'left out' && pictures.animationOf(readTileId(gid).id) !== undefined;

function drawTiles(baking: Baking, { layer, ids }: OpenTileLayer): void {
  const { context, rect, pictures } = baking;
  const { tileWidth, tileHeight, widthTiles, heightTiles, offset } = layer;
  const first = (low: number, size: number): number => Math.max(0, Math.floor((low - pictures.reach) / size));
  const bottom = Math.min(heightTiles, Math.ceil((rect.y - offset.y + rect.height + pictures.reach) / tileHeight));
  const right = Math.min(widthTiles, Math.ceil((rect.x - offset.x + rect.width + pictures.reach) / tileWidth));
  for (let row = first(rect.y - offset.y, tileHeight); row < bottom; row++)
    for (let column = first(rect.x - offset.x, tileWidth); column < right; column++) {
      const gid = ids[row * widthTiles + column] ?? 0;
      if (gid === 0 || isLeftOut(baking, gid)) continue;
      drawTurned(context, pictures, gid, column * tileWidth + offset.x, (row + 1) * tileHeight + offset.y);
    }
}

/** Bounding box of a tile object, px of the map, grown so that any rotation fits. */
export function boxOf(sprite: Sprite, layer: SpriteLayer): Rect {
  const x = sprite.x + layer.offset.x;
  const y = sprite.y + layer.offset.y;
  if (sprite.rotationDegrees === 0) return { x, y: y - sprite.height, width: sprite.width, height: sprite.height };
  const far = Math.hypot(sprite.width, sprite.height);
  return { x: x - far, y: y - far, width: 2 * far, height: 2 * far };
}

export function drawSprite(baking: Baking, sprite: Sprite, layer: SpriteLayer): void {
  if (isLeftOut(baking, sprite.gid) || !overlaps(boxOf(sprite, layer), baking.rect)) return;
  const { context, pictures } = baking;
  context.save();
  context.translate(sprite.x + layer.offset.x, sprite.y + layer.offset.y);
  if (sprite.rotationDegrees !== 0) context.rotate((sprite.rotationDegrees * Math.PI) / 180);
  drawTurned(context, pictures, sprite.gid, 0, 0, sprite.width, sprite.height);
  context.restore();
}

/** Only for pictures of the whole map: there the sorted sprites are baked too. */
const inDepthOrder = (sprites: readonly Sprite[], pictures: TilePictures): Sprite[] => {
  const depthOf = (sprite: Sprite): number => spriteDepth(sprite.y, pictures.detailsOf(readTileId(sprite.gid).id).baseline, sprite.depth);
  return [...sprites].sort((a, b) => depthOf(a) - depthOf(b));
};

function drawLayer(baking: Baking, open: OpenLayer): void {
  if ('ids' in open) return drawTiles(baking, open);
  if (open.layer.kind === 'texts') {
    for (const text of open.layer.texts) drawText(baking.context, text, open.layer.offset);
    return;
  }
  const { sprites, sorted } = open.layer;
  for (const sprite of sorted ? inDepthOrder(sprites, baking.pictures) : sprites) drawSprite(baking, sprite, open.layer);
}

/** Multiplies a canvas with a colour, keeping what is transparent transparent. */
function tintCanvas(context: Context, tint: number): void {
  const { width, height } = context.canvas;
  const shape = document.createElement('canvas');
  shape.width = width;
  shape.height = height;
  shape.getContext('2d')?.drawImage(context.canvas, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = `#${(tint & 0xffffff).toString(16).padStart(6, '0')}`;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(shape, 0, 0);
}

function aim({ context, rect, scale }: Baking): void {
  context.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale);
  context.imageSmoothingEnabled = scale < 1;
  context.imageSmoothingQuality = 'high';
}

/** Draws the layers bottom to top. A layer with an opacity or a tint is drawn apart first, so that its overlaps do not add up. */
export function bakeLayers(baking: Baking, layers: readonly OpenLayer[]): void {
  const { context } = baking;
  for (const open of layers) {
    const { opacity, tint, visible } = open.layer;
    if (!visible || opacity <= 0) continue;
    if (opacity >= 1 && tint === undefined) {
      aim(baking);
      drawLayer(baking, open);
      continue;
    }
    const apart = document.createElement('canvas');
    apart.width = context.canvas.width;
    apart.height = context.canvas.height;
    const apartContext = apart.getContext('2d');
    if (!apartContext) continue;
    const apartBaking = { ...baking, context: apartContext };
    aim(apartBaking);
    drawLayer(apartBaking, open);
    if (tint !== undefined) tintCanvas(apartContext, tint);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = opacity;
    context.drawImage(apart, 0, 0);
    context.globalAlpha = 1;
  }
}
