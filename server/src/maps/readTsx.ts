// An external tileset in Tiled's XML as the same plain object that Tiled's JSON would be.
import sax from 'sax';

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** The tree of an XML text; a sentence when it is not XML. Document types and their entities are refused unread. */
function readXml(xml: string): Element | string {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) && !/^\s*(<\?xml[^>]*\?>)?\s*<!DOCTYPE tileset SYSTEM "[^"[\]]*">/i.test(xml))
    return 'declares entities, which are not read';
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let problem: string | undefined;
  const reader = sax.parser(true);
  reader.onopentag = (tag) => {
    const element: Element = { name: tag.name, attributes: {}, children: [], text: '' };
    for (const [key, value] of Object.entries(tag.attributes)) element.attributes[key] = String(value);
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > 50) problem ??= 'is nested too deeply';
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.ontext = (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  reader.onerror = (error) => {
    problem ??= `is not well-formed XML (${error.message.split('\n')[0]})`;
    reader.resume();
  };
  // piece by piece, so that one stops at the first fault of a large file
  for (let at = 0; at < xml.length && !problem; at += 65_536) reader.write(xml.slice(at, at + 65_536));
  if (!problem) reader.close();
  return problem ?? root.children[0] ?? 'is empty';
}

const child = (element: Element, name: string): Element | undefined => element.children.find((c) => c.name === name);
const childrenOf = (element: Element, name: string): Element[] => element.children.filter((c) => c.name === name);

/** The named attributes as numbers where they are there; what is no number stays text, for the schema to complain about. */
function numbers(element: Element, names: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const text = element.attributes[name];
    if (text !== undefined) found[name] = text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  }
  return found;
}

const texts = (element: Element, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (element.attributes[name] === undefined ? [] : [[name, element.attributes[name]]])));

function propertyValue(property: Element): unknown {
  const text = property.attributes.value ?? property.text;
  switch (property.attributes.type) {
    case 'bool':
      return text === 'true';
    case 'int':
    case 'float':
    case 'object':
      return Number(text);
    case 'class':
      return undefined;
    default:
      return text;
  }
}

const properties = (element: Element): unknown[] =>
  childrenOf(element, 'properties').flatMap((list) =>
    childrenOf(list, 'property').map((property) => ({ name: property.attributes.name, value: propertyValue(property) })),
  );

function image(element: Element): Record<string, unknown> {
  const picture = child(element, 'image');
  if (!picture) return {};
  const { width, height } = numbers(picture, ['width', 'height']);
  return { image: picture.attributes.source ?? '', imagewidth: width, imageheight: height };
}

/** @returns an object for the schema `tiledTileset`, or why this is no tileset: `is not well-formed XML (...)` */
export function readTsx(xml: string): object | string {
  const tileset = readXml(xml);
  if (typeof tileset === 'string') return tileset;
  if (tileset.name !== 'tileset') return `is a <${tileset.name.slice(0, 40)}> file, not a tileset`;
  const offset = child(tileset, 'tileoffset');
  return {
    ...texts(tileset, ['name', 'objectalignment', 'tilerendersize']),
    ...numbers(tileset, ['tilewidth', 'tileheight', 'tilecount', 'columns', 'margin', 'spacing']),
    ...image(tileset),
    ...(offset ? { tileoffset: numbers(offset, ['x', 'y']) } : {}),
    properties: properties(tileset),
    tiles: childrenOf(tileset, 'tile').map((tile) => ({
      ...numbers(tile, ['id', 'x', 'y', 'width', 'height']),
      ...texts(tile, ['type', 'class']),
      ...image(tile),
      properties: properties(tile),
      ...(child(tile, 'animation')
        ? { animation: childrenOf(child(tile, 'animation') ?? tile, 'frame').map((frame) => numbers(frame, ['tileid', 'duration'])) }
        : {}),
    })),
  };
}
