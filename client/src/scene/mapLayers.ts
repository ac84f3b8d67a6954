// Sorts a map's layers into what is baked below the avatars, what is baked above them, and what stands among them.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Drawing, DrawLayer, SpriteLayer, TileLayer } from '@comptoir/shared/map/OfficeMap';
import { unpackRuns } from '@comptoir/shared/map/packRuns';
import type { OpenLayer } from './bakeLayers.ts';
import { boxOf } from './bakeLayers.ts';
import { DEPTH, spriteDepth } from './depths.ts';
import type { TilePictures } from './TilePictures.ts';
import { readTileId } from './tileId.ts';

/** Neighbouring layers that move alike and so can be one picture. */
export interface LayerRun {
  place: 'ground' | 'above';
  parallax: Point;
  layers: OpenLayer[];
}

/** A picture drawn as an object of its own: sorted by its base line, or animated. */
export interface StandingSprite {
  /** Global ids without flip bits, the first while nothing moves. */
  frames: readonly { id: number; ms: number }[];
  /** Bottom-left corner and size, px of the map. */
  x: number;
  y: number;
  width: number;
  height: number;
  rotationDegrees: number;
  flipX: boolean;
  flipY: boolean;
  diagonal: boolean;
  depth: number;
  fades: boolean;
  /** px of the map at its foot that stand still while the rest sways; 0 = all of it stands still. */
  sway: number;
  opacity: number;
  tint: number | undefined;
  box: Rect;
}

export function openLayer(layer: DrawLayer): OpenLayer {
  switch (layer.kind) {
    case 'tiles':
      return { layer, ids: unpackRuns(layer.data, layer.widthTiles * layer.heightTiles) };
    case 'sprites':
      return { layer };
    case 'texts':
      return { layer };
  }
}

const isSorted = (layer: DrawLayer): boolean => layer.kind === 'sprites' && layer.sorted;

/** The baked layers bottom to top, in as few pictures as their parallax allows. */
export function layerRuns(drawing: Drawing, layers: readonly OpenLayer[]): LayerRun[] {
  const runs: LayerRun[] = [];
  layers.forEach((open, index) => {
    if (!open.layer.visible || isSorted(open.layer)) return;
    const place = index < drawing.above ? 'ground' : 'above';
    const { parallax } = open.layer;
    const last = runs.at(-1);
    if (last && last.place === place && last.parallax.x === parallax.x && last.parallax.y === parallax.y) last.layers.push(open);
    else runs.push({ place, parallax, layers: [open] });
  });
  return runs;
}

type Look = Pick<StandingSprite, 'depth' | 'fades' | 'sway' | 'opacity' | 'tint'>;

function spritesOf(layer: SpriteLayer, pictures: TilePictures, depth: number | undefined): StandingSprite[] {
  return layer.sprites.flatMap((sprite) => {
    const turned = readTileId(sprite.gid);
    const animation = pictures.animationOf(turned.id);
    if (depth !== undefined && !animation) return [];
    const details = pictures.detailsOf(turned.id);
    const offset = pictures.offsetOf(turned.id);
    const box = boxOf(sprite, layer);
    const look: Look = {
      depth: depth ?? spriteDepth(sprite.y + layer.offset.y, details.baseline, sprite.depth),
      fades: details.fades === true && depth === undefined,
      sway: depth === undefined ? (details.sway ?? 0) : 0,
      opacity: layer.opacity,
      tint: layer.tint,
    };
    return [
      {
        frames: animation ?? [{ id: turned.id, ms: 0 }],
        x: sprite.x + layer.offset.x + offset.x,
        y: sprite.y + layer.offset.y + offset.y,
        width: sprite.width,
        height: sprite.height,
        rotationDegrees: sprite.rotationDegrees,
        flipX: turned.flipX,
        flipY: turned.flipY,
        diagonal: turned.diagonal,
        box: { x: box.x + offset.x, y: box.y + offset.y, width: box.width, height: box.height },
        ...look,
      },
    ];
  });
}

function animatedTilesOf(layer: TileLayer, ids: Uint32Array, pictures: TilePictures, depth: number): StandingSprite[] {
  const found: StandingSprite[] = [];
  ids.forEach((gid, index) => {
    if (gid === 0) return;
    const turned = readTileId(gid);
    const frames = pictures.animationOf(turned.id);
    const picture = frames && pictures.pictureOf(turned.id);
    if (!frames || !picture) return;
    const offset = pictures.offsetOf(turned.id);
    const width = picture.width * pictures.scale.x;
    const height = picture.height * pictures.scale.y;
    const x = (index % layer.widthTiles) * layer.tileWidth + layer.offset.x + offset.x;
    const y = (Math.floor(index / layer.widthTiles) + 1) * layer.tileHeight + layer.offset.y + offset.y;
    const { flipX, flipY, diagonal } = turned;
    const look: Look = { depth, fades: false, sway: 0, opacity: layer.opacity, tint: layer.tint };
    found.push({
      frames,
      x,
      y,
      width,
      height,
      rotationDegrees: 0,
      flipX,
      flipY,
      diagonal,
      box: { x, y: y - height, width, height },
      ...look,
    });
  });
  return found;
}

/** Everything that is drawn as an object of its own. Animated pictures of flat layers lie over their whole picture. */
export function standingSprites(drawing: Drawing, layers: readonly OpenLayer[], pictures: TilePictures): StandingSprite[] {
  return layers.flatMap((open, index) => {
    if (!open.layer.visible) return [];
    const flat = (index < drawing.above ? DEPTH.groundTiles : DEPTH.aboveTiles) + index;
    if ('ids' in open) return animatedTilesOf(open.layer, open.ids, pictures, flat);
    if (open.layer.kind === 'texts') return [];
    return spritesOf(open.layer, pictures, open.layer.sorted ? undefined : flat);
  });
}
