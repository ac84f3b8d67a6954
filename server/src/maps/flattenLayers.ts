// The layers of a map in drawing order with their folders dissolved: opacity, offset, tint and parallax are multiplied through.
import type { LayerLook } from '@comptoir/shared/map/OfficeMap';
import type { Findings } from './Findings.ts';
import type { Properties } from './properties.ts';
import { colourOf, propertiesOf } from './properties.ts';
import type { TiledLayer } from './tiledSchema.ts';
import { readShape, tiledLayer } from './tiledSchema.ts';

const DEEPEST = 20;
const MOST_LAYERS = 500;

export interface PlacedLayer {
  /** For sentences: `layer "upstairs/walls"`. */
  place: string;
  raw: TiledLayer;
  /** In px of the office map. */
  look: LayerLook;
  properties: Properties;
}

const multiplyTints = (a: number | undefined, b: number | undefined): number | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  const channel = (shift: number): number => Math.round((((a >> shift) & 255) * ((b >> shift) & 255)) / 255) << shift;
  return channel(16) | channel(8) | channel(0);
};

/** Bottom to top; image layers and what is no layer are left out with a finding. */
export function flattenLayers(layers: readonly unknown[], scale: { x: number; y: number }, findings: Findings): PlacedLayer[] {
  const outermost: LayerLook = { name: '', visible: true, opacity: 1, offset: { x: 0, y: 0 }, parallax: { x: 1, y: 1 } };
  const placed: PlacedLayer[] = [];
  let seen = 0;
  const walk = (list: readonly unknown[], parent: LayerLook, depth: number): void => {
    for (const [index, entry] of list.entries()) {
      seen++;
      if (seen > MOST_LAYERS) return findings.refuse('', `has more than ${MOST_LAYERS} layers.`);
      const prefix = parent.name === '' ? '' : `${parent.name}/`;
      const raw = readShape(tiledLayer, entry, placeOf(entry, prefix, index), findings);
      if (!raw) continue;
      const look = lookOf(raw, parent, prefix, scale, index);
      const place = `layer "${look.name}"`;
      if (raw.type === 'tilelayer' || raw.type === 'objectgroup')
        placed.push({ place, raw, look, properties: propertiesOf(raw.properties) });
      else if (raw.type === 'imagelayer')
        findings.warn(place, 'is an image layer, which is not drawn; use a tile or an object with that picture.');
      else if (raw.type !== 'group') findings.warn(place, `is of the unknown type "${raw.type.slice(0, 40)}" and ignored.`);
      else if (depth >= DEEPEST) findings.refuse(place, `lies more than ${DEEPEST} folders deep.`);
      else walk(raw.layers, look, depth + 1);
    }
  };
  walk(layers, outermost, 0);
  return placed;
}

function placeOf(entry: unknown, prefix: string, index: number): string {
  const name = typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : undefined;
  return typeof name === 'string' && name !== '' ? `layer "${prefix}${name.slice(0, 160)}"` : `layer "${prefix}${index + 1}"`;
}

function lookOf(raw: TiledLayer, parent: LayerLook, prefix: string, scale: { x: number; y: number }, index: number): LayerLook {
  const look: LayerLook = {
    name: prefix + (raw.name || String(index + 1)),
    visible: parent.visible && raw.visible,
    opacity: parent.opacity * raw.opacity,
    offset: { x: parent.offset.x + raw.offsetx * scale.x, y: parent.offset.y + raw.offsety * scale.y },
    parallax: { x: parent.parallax.x * raw.parallaxx, y: parent.parallax.y * raw.parallaxy },
  };
  const tint = multiplyTints(parent.tint, colourOf(raw.tintcolor));
  if (tint !== undefined) look.tint = tint;
  return look;
}
