// One version of the map on screen: baked floor, standing sprites, window panes, steam and its lights.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { TILE_PX } from '@comptoir/shared/geometry';
import type { OfficeMap, Seat } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import { BakedMap } from './BakedMap.ts';
import { ClockHands } from './ClockHands.ts';
import type { Daylight } from './daylight.ts';
import { homeOf } from './homeOf.ts';
import type { LightMap } from './LightMap.ts';
import { layerRuns, openLayer, type StandingSprite, standingSprites } from './mapLayers.ts';
import { SpriteField } from './SpriteField.ts';
import { Steam } from './Steam.ts';
import type { Textures } from './Textures.ts';
import { TilePictures } from './TilePictures.ts';
import type { View } from './viewMath.ts';
import { paneDepth, WindowPanes } from './WindowPanes.ts';

/** With few people the office is bright this far around the coffee, and this much of the light is left in the far wings. */
const LIT_RADIUS_PX = 560;
const WINGS_SHARE = 0.84;

/** What of the moment a frame of the map depends on. */
export interface Moment {
  /** The whole map is shown: sorted sprites are part of the picture. */
  whole: boolean;
  /** Feet of everybody in view, px of the map. */
  feet: readonly Point[];
  /** Seats taken by people who bring their own chair. */
  ownChairs: readonly Seat[];
  nowMs: number;
  passedMs: number;
  calm: boolean;
  isBrewing: (thingId: string) => boolean;
}

interface Parts {
  baked: BakedMap;
  field: SpriteField;
  panes: WindowPanes;
  steam: Steam;
  hands: ClockHands;
}

export class DrawnMap {
  readonly map: OfficeMap;
  readonly #parts: Parts;
  readonly #sprites: readonly StandingSprite[];

  private constructor(map: OfficeMap, parts: Parts, sprites: readonly StandingSprite[]) {
    this.map = map;
    this.#parts = parts;
    this.#sprites = sprites;
  }

  /** Loads the pictures first. */
  static async load(map: OfficeMap, scene: Phaser.Scene, textures: Textures, baseUrl: string): Promise<DrawnMap> {
    const { drawing } = map;
    const pictures = await TilePictures.load(drawing, baseUrl);
    const layers = drawing.layers.map(openLayer);
    const sprites = standingSprites(drawing, layers, pictures);
    const size = { width: map.widthTiles * TILE_PX, height: map.heightTiles * TILE_PX };
    const name = `map ${map.version}`;
    const parts = {
      baked: new BakedMap(scene, textures, pictures, { name, runs: layerRuns(drawing, layers), everything: layers, ...size }),
      field: new SpriteField(scene, textures, pictures, sprites),
      panes: new WindowPanes(scene, textures, drawing.lights, sprites),
      steam: new Steam(scene, textures, map.things),
      hands: new ClockHands(scene, textures, map.things, sprites),
    };
    return new DrawnMap(map, parts, sprites);
  }

  /** @returns whether something was drawn that the next frame should show soon */
  show(view: View, { whole, feet, ownChairs, nowMs, passedMs, calm, isBrewing }: Moment): boolean {
    const { baked, field, panes, steam, hands } = this.#parts;
    const fresh = baked.show(view, whole);
    if (whole) field.hideAll();
    else field.show(view.rect);
    field.putAside(ownChairs);
    field.animate(nowMs, passedMs, feet, calm, view.zoom);
    panes.show(view.rect, whole);
    hands.show(view.rect, whole, new Date());
    steam.show(view.rect, view.zoom, nowMs, isBrewing, calm || whole);
    return fresh;
  }

  /** Is there a chair at this seat that somebody in a wheelchair can take the place of? */
  hasChair(seat: Seat): boolean {
    return this.#parts.field.chairOf(seat).length > 0;
  }

  /** Of a picture that hangs before whatever holds this rectangle, px of the map. */
  depthOn(rect: Rect): number {
    return paneDepth(rect, this.#sprites) ?? rect.y + rect.height;
  }

  /** Takes away, of a picture of the floor, what stands on it. The context is aimed at px of the map. */
  eraseFrom(context: CanvasRenderingContext2D, box: Rect): void {
    this.#parts.field.eraseFrom(context, box);
  }

  /** @param few whether so few people are here that the wings may be dimmer */
  light(light: LightMap, daylight: Daylight, few: boolean): void {
    const size = { width: this.map.widthTiles * TILE_PX, height: this.map.heightTiles * TILE_PX };
    const dimming = few ? { centre: homeOf(this.map), radius: LIT_RADIUS_PX, share: WINGS_SHARE } : undefined;
    light.light(size, this.map.drawing.lights, daylight, dimming);
    this.#parts.panes.light(daylight.evening);
  }

  end(): void {
    for (const part of Object.values(this.#parts)) part.end();
  }
}
