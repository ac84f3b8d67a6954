// The light of an hour over the whole map: what surfaces are multiplied with, the same way as in the game.
import { toRgb } from '../pixels/colour.ts';
import type { Surface } from '../pixels/Surface.ts';
import type { TiledObject } from './readWrittenMap.ts';
import { numberOf, propertyOf } from './readWrittenMap.ts';

export type Hour = 'day' | 'evening';

/** Light outdoors where no lamp reaches; indoors the map's own `fill` lights add to it. */
const AMBIENT: Record<Hour, readonly [number, number, number]> = { day: [1, 0.99, 0.97], evening: [0.45, 0.49, 0.68] };

export interface LightMap {
  /** Three values per pixel, row by row; 1 = full light, kept below by `apply`. */
  values: Float32Array;
}

function addEllipse(values: Float32Array, width: number, height: number, box: TiledObject, rgb: readonly number[], strength: number): void {
  const rx = box.width / 2;
  const ry = box.height / 2;
  const [r = 0, g = 0, b = 0] = rgb;
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) {
      const d = Math.hypot((x + 0.5 - box.x - rx) / rx, (y + 0.5 - box.y - ry) / ry);
      if (d >= 1) continue;
      const k = strength * (1 - d) * (1 - d);
      const i = (y * width + x) * 3;
      values[i] = (values[i] ?? 0) + r * k;
      values[i + 1] = (values[i + 1] ?? 0) + g * k;
      values[i + 2] = (values[i + 2] ?? 0) + b * k;
    }
  }
}

function addRect(values: Float32Array, width: number, height: number, box: TiledObject, rgb: readonly number[], strength: number): void {
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) {
      rgb.forEach((c, k) => {
        const i = (y * width + x) * 3 + k;
        values[i] = (values[i] ?? 0) + c * strength;
      });
    }
  }
}

/** Adds up the ambient light and the map's lights (each `(1 - d)^2` towards its rim when it is a pool). */
export function buildLightMap(width: number, height: number, lights: readonly TiledObject[], hour: Hour): LightMap {
  const values = new Float32Array(width * height * 3);
  const ambient = AMBIENT[hour];
  for (let i = 0; i < values.length; i++) values[i] = ambient[i % 3] ?? 1;
  for (const light of lights.filter((candidate) => !shinesItself(candidate))) addLight(values, width, height, light, hour);
  if (hour === 'evening') for (let i = 0; i < values.length; i++) values[i] = Math.min(values[i] ?? 0, LAMP_LIGHT[i % 3] ?? 1);
  for (const light of lights.filter(shinesItself)) if (propertyOf(light, 'kind') !== 'window') addLight(values, width, height, light, hour);
  return { values };
}

/** The fullest light of lamps in the evening: where pools add up it stays warm and does not turn white or green. */
const LAMP_LIGHT = [1, 0.9, 0.82] as const;

/** Screens, shades and panes are seen in their own colour. */
const shinesItself = (light: TiledObject): boolean => ['emissive', 'screen', 'window'].includes(String(propertyOf(light, 'kind')));

function addLight(values: Float32Array, width: number, height: number, light: TiledObject, hour: Hour): void {
  const strength = (numberOf(light, 'strength') ?? 0) * (hour === 'evening' ? 1 : (numberOf(light, 'day') ?? 0));
  if (!strength) return;
  const rgb = toRgb(String(propertyOf(light, 'color') ?? '#ffffff')).map((v) => v / 255);
  if (light.ellipse) addEllipse(values, width, height, light, rgb, strength);
  else addRect(values, width, height, light, rgb, strength);
}

/** Multiplies a picture of the same size with the light, at most its own colour. */
export function applyLight(data: Uint8ClampedArray, { values }: LightMap): void {
  for (let pixel = 0; pixel < data.length / 4; pixel++) {
    for (let k = 0; k < 3; k++) data[pixel * 4 + k] = (data[pixel * 4 + k] ?? 0) * Math.min(1, values[pixel * 3 + k] ?? 1);
  }
}

/** Windows are panes of their own colour in the evening, whatever the light: lit from inside when seen from the garden, the night from inside. */
export function paintWindows(picture: Surface, lights: readonly TiledObject[], hour: Hour): void {
  if (hour === 'day') return;
  for (const light of lights.filter((candidate) => propertyOf(candidate, 'kind') === 'window')) {
    const strength = numberOf(light, 'strength') ?? 0;
    picture.rect(light.x, light.y, light.width, light.height, String(propertyOf(light, 'color')), strength);
  }
}
