import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawMapFiles } from './build/drawMapFiles.ts';
import { encodePng } from './build/encodePng.ts';
import { quantise } from './build/quantise.ts';
import { catalogue } from './furniture/catalogue.ts';
import { drawIcons } from './icons/drawIcons.ts';
import { hash } from './pixels/random.ts';
import { Surface } from './pixels/Surface.ts';
import { readWrittenMap } from './preview/readWrittenMap.ts';
import { sharePicture } from './preview/sharePicture.ts';

const maps = join(import.meta.dirname, '..', 'maps');
const published = join(import.meta.dirname, '..', '..', 'client', 'public');
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A picture's size and visible pixels; what lies under full transparency counts as nothing. */
function pixelHash({ width, height, data }: { width: number; height: number; data: Uint8Array | Uint8ClampedArray }): string {
  const visible = Uint8Array.from(data);
  for (let i = 0; i < visible.length; i += 4) if (visible[i + 3] === 0) visible.fill(0, i, i + 4);
  return `${width}x${height} ${sha256(visible)}`;
}

describe('the drawn files', () => {
  const files = drawMapFiles();

  test('[O30] the committed map is what the code draws', () => {
    expect(sha256(readFileSync(join(maps, 'office.tmj'))), 'run npm run art and commit assets/maps').toBe(sha256(files.tmj));
  });

  test('[O30] the committed pictures have the pixels that the code draws', () => {
    expect(files.pictures.size).toBeGreaterThan(2);
    for (const [name, surface] of files.pictures) {
      expect(pixelHash(PNG.sync.read(readFileSync(join(maps, name)))), name).toBe(pixelHash(surface));
    }
  });

  test('[U13] so have the icons of the app, and they are as large as their names say', () => {
    const icons = drawIcons();
    expect(icons.size).toBeGreaterThan(4);
    for (const [path, surface] of icons) {
      expect(pixelHash(PNG.sync.read(readFileSync(join(published, path)))), path).toBe(pixelHash(surface));
      const side = Number(/\d+/.exec(path)?.[0] ?? 180);
      expect([surface.width, surface.height], path).toEqual([side, side]);
    }
  });

  test('[E7] so has the picture that goes with links, in the size that link previews want', () => {
    const picture = sharePicture(readWrittenMap(join(maps, 'office.tmj')));
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    expect(pixelHash(PNG.sync.read(readFileSync(join(published, 'share.png'))))).toBe(pixelHash(picture));
  }, 30_000);

  test('[U13] an icon that a system may cut round is drawn to its edges, with nothing but ground beyond the circle that stays', () => {
    const icon = drawIcons().get('icons/maskable-512.png');
    if (!icon) throw new Error('there is no such icon');
    const { width: side } = icon;
    const isGround = ([r, g, b]: readonly number[]): boolean =>
      r !== undefined && g !== undefined && b !== undefined && r < 60 && g > r && b > r;
    for (let y = 0; y < side; y += 4) {
      for (let x = 0; x < side; x += 4) {
        expect(icon.alpha(x, y)).toBe(255);
        if (Math.hypot(x - side / 2, y - side / 2) > side * 0.4) expect(isGround(icon.get(x, y)), `${x}, ${y}`).toBe(true);
      }
    }
  });

  test('[O31] map and pictures are small enough to be fetched on a telephone', () => {
    const bytes = [...files.pictures.values()].reduce((sum, surface) => sum + encodePng(surface).length, 0);
    expect(bytes).toBeLessThanOrEqual(260 * 1024);
    for (const { width, height } of files.pictures.values()) expect(Math.max(width, height)).toBeLessThanOrEqual(2048);
  });
});

describe('the catalogue', () => {
  const sprites = catalogue().flatMap((theme) => theme.sprites);

  test('[O32] there are more than forty-five objects, and each name is one picture', () => {
    expect(new Set(sprites.map(({ name }) => name)).size).toBe(sprites.length);
    expect(sprites.length).toBeGreaterThan(45);
  });

  test('[O32] no drawing touches the edge of its surface, where its outline would be cut off', () => {
    const cut = sprites.filter(({ surface: s, flat, name }) => {
      if (flat || name === 'steam' || name.startsWith('water-glint')) return false;
      for (let x = 0; x < s.width; x++) if (s.alpha(x, 0) || s.alpha(x, s.height - 1)) return true;
      for (let y = 0; y < s.height; y++) if (s.alpha(0, y) || s.alpha(s.width - 1, y)) return true;
      return false;
    });
    expect(cut.map(({ name }) => name)).toEqual([]);
  });

  test('[O32] base lines, cuts, glows and frames lie inside the picture', () => {
    for (const { name, surface, baseY, originX, cut, glows, frames } of sprites) {
      expect(baseY, name).toBeGreaterThan(0);
      expect(baseY, name).toBeLessThanOrEqual(surface.height);
      expect(originX, name).toBeLessThan(surface.width);
      if (cut !== undefined) expect(cut, name).toBeLessThan(baseY);
      for (const glow of glows) {
        expect(glow.x >= 0 && glow.y >= 0 && glow.x + glow.w <= surface.width && glow.y + glow.h <= surface.height, name).toBe(true);
      }
      for (const frame of frames ?? []) expect([frame.width, frame.height], name).toEqual([surface.width, surface.height]);
    }
  });

  test('[O32] only the coffee machine is red', () => {
    const redShare = (s: Surface): number => {
      let red = 0;
      let all = 0;
      for (let i = 0; i < s.data.length; i += 4) {
        if ((s.data[i + 3] ?? 0) < 200) continue;
        all++;
        const [r = 0, g = 0, b = 0] = [s.data[i], s.data[i + 1], s.data[i + 2]];
        if (r > 140 && g < 90 && b < 100) red++;
      }
      return red / all;
    };
    const reddest = sprites.map(({ name, surface }) => ({ name, share: redShare(surface) })).sort((a, b) => b.share - a.share);
    expect(reddest[0]?.name).toBe('coffee-machine');
    expect(reddest[1]?.share).toBeLessThan(0.02);
  });
});

describe('pictures as files', () => {
  /** 64x48 pixels of `colours` different shades, every seventh transparent. */
  function noise(colours: number): Surface {
    const s = new Surface(64, 48);
    for (let y = 0; y < s.height; y++) {
      for (let x = 0; x < s.width; x++) {
        const k = Math.floor(hash(x, y) * colours);
        if ((x + y) % 7) s.px(x, y, [(k * 37) % 256, (k * 11) % 256, k % 256], x % 5 ? 1 : 0.5);
      }
    }
    return s;
  }

  test.each([3, 100, 2000])('[O33] a PNG of %i colours reads back as it was, and is the same twice', (colours) => {
    const s = noise(colours);
    expect(encodePng(s)).toEqual(encodePng(noise(colours)));
    expect(pixelHash(PNG.sync.read(encodePng(s)))).toBe(pixelHash(s));
  });

  test('[O33] quantising keeps a picture of few colours as it is, and others within 255 colours and full transparency', () => {
    expect(pixelHash(quantise(noise(40)))).toBe(pixelHash(noise(40)));
    const before = noise(5000);
    const after = quantise(before);
    const colours = new Set<string>();
    for (let i = 0; i < after.data.length; i += 4) {
      expect(after.data[i + 3] === 0).toBe(before.data[i + 3] === 0);
      if (after.data[i + 3]) colours.add(after.data.subarray(i, i + 4).join());
    }
    expect(colours.size).toBeLessThanOrEqual(255);
  });
});
