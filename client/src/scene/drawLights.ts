// The light that stands still: outdoors by the hour, lamps, screens and lit windows, drawn once per hour over the whole map.
import type { Point } from '@comptoir/shared/geometry';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import type { Daylight, LightColor } from './daylight.ts';

type Context = CanvasRenderingContext2D;

export const cssLight = ([r, g, b]: LightColor): string =>
  `rgb(${Math.round(Math.min(1, r) * 255)} ${Math.round(Math.min(1, g) * 255)} ${Math.round(Math.min(1, b) * 255)})`;

const rgba = (color: number, alpha: number): string =>
  `rgb(${(color >> 16) & 255} ${(color >> 8) & 255} ${color & 255} / ${Math.max(0, Math.min(1, alpha))})`;

/** How strongly a light burns now: `strength` in the evening, a share of it by day. At dusk lamps are outshone by what is left of the day. */
export const strengthNow = (light: Pick<Light, 'strength' | 'day'>, evening: number): number =>
  light.strength * (light.day + (1 - light.day) * evening ** 2);

/** A pool of light: (1 - d)^2 towards its rim, as the map's author sees it in the pictures of it. */
export function addPool(context: Context, at: Point, radiusX: number, radiusY: number, color: number, strength: number): void {
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  for (const d of [0, 0.15, 0.3, 0.45, 0.6, 0.8, 1]) gradient.addColorStop(d, rgba(color, strength * (1 - d) ** 2));
  context.save();
  context.translate(at.x, at.y);
  context.scale(radiusX, radiusY);
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
}

function addLight(context: Context, light: Light, evening: number): void {
  const isWindow = light.kind === 'window';
  const strength = isWindow ? evening : strengthNow(light, evening);
  if (strength <= 0) return;
  const { x, y, radiusX, radiusY } = light;
  // panes of windows are drawn in their own colour; the light only leaves that colour as it is
  const color = isWindow ? 0xffffff : light.color;
  if (light.shape === 'ellipse') return addPool(context, light, radiusX, radiusY, color, strength);
  context.fillStyle = rgba(color, strength);
  context.fillRect(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
}

/** What few people do not need: the wings are a little darker than the centre. */
export interface Dimming {
  centre: Point;
  /** px of the map: as bright as ever inside, dimmed outside of twice that. */
  radius: number;
  /** 0-1, at the rim. */
  share: number;
}

function dimWings(context: Context, { centre, radius, share }: Dimming, width: number, height: number): void {
  const gradient = context.createRadialGradient(centre.x, centre.y, radius, centre.x, centre.y, radius * 2);
  gradient.addColorStop(0, 'white');
  gradient.addColorStop(1, cssLight([share, share, share * 1.02]));
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}

/** The fullest light of lamps in the evening: where pools add up it stays warm and does not turn white or green. */
const LAMP_LIGHT: LightColor = [1, 0.9, 0.82];

const warmest = (evening: number): LightColor => {
  const [r, g, b] = LAMP_LIGHT;
  return [1 - (1 - r) * evening, 1 - (1 - g) * evening, 1 - (1 - b) * evening];
};

/** Screens, shades and panes are seen in their own colour. */
const shinesItself = ({ kind }: Light): boolean => kind === 'emissive' || kind === 'screen' || kind === 'window';

/** Draws all that shines by itself. The context is scaled to px of the map. */
export function drawLights(
  context: Context,
  map: { width: number; height: number },
  lights: readonly Light[],
  daylight: Daylight,
  dimming: Dimming | undefined,
): void {
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = cssLight(daylight.outdoors);
  context.fillRect(0, 0, map.width, map.height);
  if (dimming) dimWings(context, dimming, map.width, map.height);
  context.globalCompositeOperation = 'lighter';
  for (const light of lights) if (!shinesItself(light)) addLight(context, light, daylight.evening);
  context.globalCompositeOperation = 'darken';
  context.fillStyle = cssLight(warmest(daylight.evening));
  context.fillRect(0, 0, map.width, map.height);
  context.globalCompositeOperation = 'lighter';
  for (const light of lights) if (shinesItself(light)) addLight(context, light, daylight.evening);
  context.globalCompositeOperation = 'source-over';
}
