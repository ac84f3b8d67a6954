// Turns a Tiled map into text: one object, tile or row of tiles per line, so that differences stay readable.
import { COLUMNS } from './readPlan.ts';
import type { TiledJson } from './tiledProperties.ts';

function formatValue(key: string, value: unknown): string {
  if (!Array.isArray(value) || !value.length) return JSON.stringify(value);
  if (key === 'data') {
    const rows: string[] = [];
    for (let i = 0; i < value.length; i += COLUMNS) rows.push(value.slice(i, i + COLUMNS).join(','));
    return `[${rows.join(',\n')}]`;
  }
  const items = value.map((item) => (key === 'layers' || key === 'tilesets' ? formatTiled(item) : JSON.stringify(item)));
  return `[\n${items.join(',\n')}\n]`;
}

export function formatTiled(json: TiledJson): string {
  const entries = Object.entries(json).map(([key, value]) => `"${key}":${formatValue(key, value)}`);
  return `{${entries.join(',\n')}}`;
}
