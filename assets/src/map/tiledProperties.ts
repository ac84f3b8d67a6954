// Tiled's custom properties: name, type and value.

export type Value = string | number | boolean;
export interface Property {
  name: string;
  type: 'string' | 'int' | 'float' | 'bool';
  value: Value;
}
export type TiledJson = { [key: string]: unknown };

/** Tiled tells whole numbers from fractions by a property's type; these are fractions whatever their value. */
const FLOATS = new Set(['strength', 'day', 'zoomMargin']);

/** Custom properties in alphabetical order, as Tiled writes them; undefined ones are left out. */
export function properties(values: Record<string, Value | undefined>): Property[] {
  return Object.entries(values)
    .filter((entry): entry is [string, Value] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      if (typeof value === 'string') return { name, type: 'string', value };
      if (typeof value === 'boolean') return { name, type: 'bool', value };
      return { name, type: FLOATS.has(name) ? 'float' : 'int', value };
    });
}
