import { expect, it } from 'vitest';
import { buildOfficeMap } from './buildOfficeMap.ts';
import { formatTiled } from './formatTiled.ts';

interface Tileset {
  firstgid: number;
  tilecount: number;
  tiles?: { id: number; x: number; y: number; width: number; height: number; image?: string; imagewidth: number; imageheight: number }[];
  image?: string;
}
interface Layer {
  id: number;
  name: string;
  type: string;
  data?: number[];
  draworder?: string;
  visible: boolean;
  objects?: { id: number; x: number; y: number; width: number; height: number; gid?: number; type: string; name: string }[];
}

const files = buildOfficeMap();
const text = formatTiled(files.tmj);
const map: { layers: Layer[]; tilesets: Tileset[]; nextlayerid: number; nextobjectid: number; width: number; height: number } =
  JSON.parse(text);
const objects = map.layers.flatMap((layer) => layer.objects ?? []);

it('[O36] is the same on every run', () => {
  expect(formatTiled(buildOfficeMap().tmj)).toBe(text);
}, 30_000);

it('[O36] numbers layers, objects and tiles as Tiled does', () => {
  expect(new Set(map.layers.map(({ id }) => id)).size).toBe(map.layers.length);
  expect(Math.max(...map.layers.map(({ id }) => id))).toBeLessThan(map.nextlayerid);
  expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
  expect(Math.max(...objects.map(({ id }) => id))).toBeLessThan(map.nextobjectid);
  let next = 1;
  for (const { firstgid, tilecount } of map.tilesets) {
    expect(firstgid).toBe(next);
    next = firstgid + tilecount;
  }
  const gids = [...map.layers.flatMap(({ data }) => data ?? []), ...objects.flatMap(({ gid }) => gid ?? [])];
  expect(Math.max(...gids)).toBeLessThan(next);
});

it('[O36] has the layers the game reads, in drawing order', () => {
  expect(map.layers.map(({ name }) => name)).toEqual([
    'floor',
    'floor-detail',
    'shadows',
    'floorLayer',
    'collisions',
    'areas',
    'seats',
    'things',
    'lights',
  ]);
  for (const { data } of map.layers) if (data) expect(data).toHaveLength(map.width * map.height);
});

it('[O36] opens in Tiled as the picture people see: furniture in our drawing order, no shapes over it', () => {
  const layers = map.layers.filter(({ type }) => type === 'objectgroup');
  expect(layers.map(({ draworder }) => draworder)).toEqual(layers.map(() => 'index'));
  expect(layers.filter(({ visible }) => visible).map(({ name }) => name)).toEqual(['floorLayer']);
});

it('[O36] counts the tiles of a sheet as Tiled does, so that saving there renumbers nothing', () => {
  for (const { image, tilecount } of map.tilesets) {
    const picture = image ? files.pngs.get(image) : undefined;
    if (!picture) continue;
    const across = (px: number): number => Math.floor(px / (picture.height === 32 ? 32 : 34));
    expect(tilecount).toBe(across(picture.width) * across(picture.height));
  }
});

it('[O36] cuts every furniture tile out of the picture beside it', () => {
  for (const { tiles = [] } of map.tilesets) {
    for (const tile of tiles) {
      if (!tile.image) continue;
      const picture = files.pngs.get(tile.image);
      expect(picture).toBeDefined();
      expect([tile.imagewidth, tile.imageheight]).toEqual([picture?.width, picture?.height]);
      expect(tile.x + tile.width).toBeLessThanOrEqual(tile.imagewidth);
      expect(tile.y + tile.height).toBeLessThanOrEqual(tile.imageheight);
    }
  }
  expect([...files.pngs.values()].every(({ width, height }) => width <= 2048 && height <= 2048)).toBe(true);
});

it('[O36] uses whole pixels only', () => {
  const uneven = objects.filter(({ x, y, width, height }) => [x, y, width, height].some((value) => !Number.isInteger(value)));
  expect(uneven.map(({ id, type, name }) => `${id} ${type} ${name}`)).toEqual([]);
});
