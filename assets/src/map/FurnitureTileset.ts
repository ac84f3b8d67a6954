// The tileset of all furniture: each tile is a part of the one atlas picture.
import type { Sprite } from '../furniture/Sprite.ts';
import type { Placed } from './Layout.ts';
import type { Atlas } from './packAtlas.ts';
import { frameName } from './packAtlas.ts';
import type { TiledJson } from './tiledProperties.ts';
import { properties } from './tiledProperties.ts';

/** A collection tileset whose tiles are parts of the atlas: whole sprites, their frames, and the front halves of seats. */
export class FurnitureTileset {
  private readonly tiles: TiledJson[] = [];
  private readonly ids = new Map<string, number>();
  private readonly atlas: Atlas;
  readonly firstgid: number;

  constructor(atlas: Atlas, firstgid: number) {
    this.atlas = atlas;
    this.firstgid = firstgid;
  }

  gidOf({ sprite, part }: Placed): number {
    const key = part === 'front' ? `${sprite.name}~front` : sprite.name;
    const id = this.ids.get(key) ?? (part === 'front' ? this.addFront(sprite, key) : this.addWhole(sprite));
    return this.firstgid + id;
  }

  private add(key: string, frame: { x: number; y: number; w: number; h: number }, type: string, extra: TiledJson): number {
    const id = this.tiles.length;
    this.ids.set(key, id);
    const { width, height } = this.atlas.picture;
    this.tiles.push({
      id,
      image: 'office-furniture.png',
      imageheight: height,
      imagewidth: width,
      x: frame.x,
      y: frame.y,
      width: frame.w,
      height: frame.h,
      type,
      ...extra,
    });
    return id;
  }

  private frame(name: string) {
    const frame = this.atlas.frames.get(name);
    if (!frame) throw new Error(`${name} is not in the atlas`);
    return frame;
  }

  private addWhole(sprite: Sprite): number {
    const baseline = sprite.baseY - sprite.surface.height;
    const own = { properties: properties({ baseline, fades: sprite.fades, sway: sprite.sway }) };
    const frames = sprite.frames?.map((_, index) => (index === 0 ? -1 : this.addFrame(sprite, index)));
    if (!frames) return this.add(sprite.name, this.frame(sprite.name), sprite.name, own);
    const animation = frames.map((tileid) => ({ duration: sprite.frameMs ?? 160, tileid: tileid < 0 ? this.tiles.length : tileid }));
    return this.add(sprite.name, this.frame(sprite.name), sprite.name, { animation, ...own });
  }

  private addFrame(sprite: Sprite, index: number): number {
    const name = frameName(sprite, index);
    return this.ids.get(name) ?? this.add(name, this.frame(name), sprite.name, {});
  }

  private addFront(sprite: Sprite, key: string): number {
    const { x, y, w, h } = this.frame(sprite.name);
    const cut = sprite.cut ?? 0;
    const baseline = sprite.baseY - sprite.surface.height;
    return this.add(key, { x, y: y + cut, w, h: h - cut }, `${sprite.name}-front`, { properties: properties({ baseline }) });
  }

  /** Call after the last `gidOf`. */
  toJson(): TiledJson {
    const sizes = this.tiles.map(({ width, height }) => [Number(width), Number(height)] as const);
    return {
      columns: 0,
      firstgid: this.firstgid,
      grid: { height: 1, orientation: 'orthogonal', width: 1 },
      margin: 0,
      name: 'furniture',
      spacing: 0,
      tilecount: this.tiles.length,
      tileheight: Math.max(...sizes.map(([, h]) => h)),
      tiles: this.tiles,
      tilewidth: Math.max(...sizes.map(([w]) => w)),
    };
  }
}
