// Custom properties of Tiled as a map from name to value; lists and classes are left out.

export type PropertyValue = string | number | boolean;
export type Properties = ReadonlyMap<string, PropertyValue>;

export function propertiesOf(list: readonly { name: string; value?: unknown }[]): Properties {
  const found = new Map<string, PropertyValue>();
  for (const { name, value } of list)
    if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
      found.set(name, value);
  return found;
}

/** The text of a property, trimmed; undefined when it is missing or empty. */
export function textOf(properties: Properties, name: string): string | undefined {
  const value = properties.get(name);
  return value === undefined || String(value).trim() === '' ? undefined : String(value).trim();
}

/** A number, also when it was typed into a text property. */
export function numberOf(properties: Properties, name: string): number | undefined {
  const value = properties.get(name);
  if (value === undefined || value === '' || typeof value === 'boolean') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** True when ticked; the text "true" counts, because many maps have it. */
export const isOn = (properties: Properties, name: string): boolean => properties.get(name) === true || properties.get(name) === 'true';

/** `label_fr`, `label_en` ... as { fr, en }. */
export function labelsOf(properties: Properties): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [name, value] of properties) {
    const language = /^label_([a-z]{2,3})$/.exec(name)?.[1];
    if (language && typeof value === 'string' && value.trim() !== '') labels[language] = value.trim();
  }
  return labels;
}

/** Tiled writes #rrggbb or #aarrggbb. @returns 0xrrggbb; undefined when it is not a colour */
export function colourOf(text: string | undefined): number | undefined {
  const digits = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
