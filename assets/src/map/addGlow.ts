// The map's own light: weak wide fill inside the house, and every screen, lamp and window that shines by itself.
import type { Layout, Light } from './Layout.ts';
import { TILE } from './readPlan.ts';

/** Inside it is never as dark as outdoors: in tiles [x0, y0, x1, y1), the share of light added, and its colour. */
const FILLS: readonly (readonly [number, number, number, number, number, string])[] = [
  [1.3, 0.2, 78.7, 36.7, 0.14, '#ffb070'],
  [22.7, 15.3, 58.3, 36.7, 0.06, '#ffb060'],
];

/** What a sprite's glow boxes shine like; screens are a little colder than lamps. */
function glowOf(name: string): Pick<Light, 'kind' | 'color'> {
  if (name.startsWith('wall-facade')) return { kind: 'emissive', color: '#ffd28a' };
  if (name.startsWith('window')) return { kind: 'window', color: '#6f86d8' };
  if (name.startsWith('desk-near') || name.includes('screen')) return { kind: 'screen', color: '#e8f2ff' };
  return { kind: 'emissive', color: '#fff0d0' };
}

/** Call last: it reads what has been placed. */
export function addGlow(layout: Layout): void {
  const lights: Light[] = FILLS.map(([x0, y0, x1, y1, strength, color]) => {
    const [x, y] = [Math.round(x0 * TILE), Math.round(y0 * TILE)];
    return { kind: 'fill', shape: 'rect', x, y, w: Math.round(x1 * TILE) - x, h: Math.round(y1 * TILE) - y, color, strength, day: 0 };
  });
  for (const { sprite, part, x, base } of layout.placed) {
    if (part === 'front') continue;
    const left = x - sprite.originX;
    const top = base - sprite.baseY;
    for (const glow of sprite.glows) {
      const { kind, color } = glowOf(sprite.name);
      const strength = kind === 'window' ? 0.3 : 1;
      lights.push({ kind, shape: 'rect', x: left + glow.x, y: top + glow.y, w: glow.w, h: glow.h, color, strength, day: 0 });
    }
  }
  layout.lights.unshift(...lights);
}
