import { createHash } from 'node:crypto';
import type { Appearance } from '@comptoir/shared/people';
import {
  AIDS,
  BEARDS,
  BOTTOMS,
  CLOTHING_COLOR_COUNT,
  DEFAULT_APPEARANCE,
  decodeAppearance,
  HAIR_COLOR_COUNT,
  HAIR_STYLES,
  HEAD_COVERINGS,
  SKIN_COUNT,
  TOPS,
} from '@comptoir/shared/people';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AVATAR_PALETTE } from './colours.ts';
import type { Picture } from './composeAvatar.ts';
import { composeAvatar } from './composeAvatar.ts';
import { composePortrait, PORTRAIT_SIZE } from './composePortrait.ts';
import type { AvatarFrame } from './frames.ts';
import { AVATAR_FRAMES, FEET_Y, FRAME_H, FRAME_W, frameRect, SHEET } from './frames.ts';
import { topOfHead } from './topOfHead.ts';

const anyAppearance: fc.Arbitrary<Appearance> = fc.record({
  skin: fc.nat(SKIN_COUNT - 1),
  hair: fc.constantFrom(...HAIR_STYLES),
  hairColor: fc.nat(HAIR_COLOR_COUNT - 1),
  head: fc.constantFrom(...HEAD_COVERINGS),
  headColor: fc.nat(CLOTHING_COLOR_COUNT - 1),
  glasses: fc.boolean(),
  beard: fc.constantFrom(...BEARDS),
  top: fc.constantFrom(...TOPS),
  topColor: fc.nat(CLOTHING_COLOR_COUNT - 1),
  bottom: fc.constantFrom(...BOTTOMS),
  bottomColor: fc.nat(CLOTHING_COLOR_COUNT - 1),
  aid: fc.constantFrom(...AIDS),
  bag: fc.boolean(),
  hearingAid: fc.boolean(),
});

/** Which pixels of a frame are body or outline (not halo), row by row. */
function solidRows(sheet: Picture, name: AvatarFrame): boolean[][] {
  const { x, y } = frameRect(name);
  return Array.from({ length: FRAME_H }, (_, row) =>
    Array.from({ length: FRAME_W }, (_unused, column) => sheet.data[((y + row) * sheet.width + x + column) * 4 + 3] === 255),
  );
}

const mirrored = (rows: boolean[][]): boolean[][] => rows.map((row) => row.toReversed());
const bytesOf = (picture: Picture): string => createHash('sha256').update(picture.data).digest('hex');

describe('the sheet of an avatar', () => {
  test('is the same for the same appearance and another one for another', () => {
    const once = bytesOf(composeAvatar(DEFAULT_APPEARANCE));
    expect(bytesOf(composeAvatar({ ...DEFAULT_APPEARANCE }))).toBe(once);
    expect(bytesOf(composeAvatar({ ...DEFAULT_APPEARANCE, hair: 'braids' }))).not.toBe(once);
  });

  test('draws these people exactly as they were last looked at', () => {
    // after a change of the art that was looked at and liked, put the new value here
    const cast = ['210000001807', '500131714724', '3b4211603711', '0ca300942b20'].map(
      (text) => decodeAppearance(text) ?? DEFAULT_APPEARANCE,
    );
    const all = createHash('sha256');
    for (const person of cast) all.update(composeAvatar(person).data);
    expect(new Set(cast)).not.toContain(DEFAULT_APPEARANCE);
    expect(all.digest('hex').slice(0, 16)).toBe('ac5440937942368b');
  });

  test('has a palette entry for every colour an appearance can name', () => {
    expect(AVATAR_PALETTE.skins).toHaveLength(SKIN_COUNT);
    expect(AVATAR_PALETTE.hairs).toHaveLength(HAIR_COLOR_COUNT);
    expect(AVATAR_PALETTE.clothes).toHaveLength(CLOTHING_COLOR_COUNT);
  });

  test('shows every choice: changing any one part changes the picture', () => {
    const base: Appearance = { ...DEFAULT_APPEARANCE, top: 'overall', head: 'cap' };
    const seen = new Set<string>();
    const variants: Partial<Appearance>[] = [
      ...HAIR_STYLES.map((hair) => ({ hair })),
      ...HEAD_COVERINGS.map((head) => ({ head })),
      ...BEARDS.map((beard) => ({ beard })),
      ...TOPS.map((top) => ({ top })),
      ...BOTTOMS.map((bottom) => ({ bottom })),
      ...AIDS.map((aid) => ({ aid })),
      { glasses: true },
      { bag: true },
      { hearingAid: true },
      ...[0, 1, 2, 3, 4, 5].map((skin) => ({ skin })),
      ...AVATAR_PALETTE.clothes.flatMap((_, index) => [{ topColor: index }, { bottomColor: index }, { headColor: index }]),
      ...AVATAR_PALETTE.hairs.map((_, hairColor) => ({ hairColor })),
    ];
    for (const variant of variants) seen.add(bytesOf(composeAvatar({ ...base, ...variant })));
    // the base itself is among the variants once per part it already has
    const repeated = variants.filter((variant) =>
      Object.entries(variant).every(([part, value]) => base[part as keyof Appearance] === value),
    );
    expect(seen.size).toBe(variants.length - repeated.length + 1);
  });

  test('any appearance stands on the feet line and keeps inside its frames, outline included', () => {
    fc.assert(
      fc.property(anyAppearance, (appearance) => {
        const sheet = composeAvatar(appearance);
        for (const name of AVATAR_FRAMES) {
          const rows = solidRows(sheet, name);
          expect(
            rows.findLastIndex((row) => row.includes(true)),
            name,
          ).toBe(FEET_Y);
          expect(rows[0]?.includes(true), name).toBe(false);
          expect(
            rows.some((row) => row[0] || row[FRAME_W - 1]),
            name,
          ).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every person wears a closed outline and a halo', () => {
    const sheet = composeAvatar(DEFAULT_APPEARANCE);
    const { x, y } = frameRect('down-0');
    const alphas = new Set<number>();
    for (let row = 0; row < FRAME_H; row++)
      for (let column = 0; column < FRAME_W; column++) alphas.add(sheet.data[((y + row) * sheet.width + x + column) * 4 + 3] ?? 0);
    expect([...alphas].sort((a, b) => a - b)).toEqual([0, 128, 255]);
  });

  test('two steps are mirror images, so nobody limps', () => {
    for (const side of ['down', 'up'] as const) {
      const sheet = composeAvatar({ ...DEFAULT_APPEARANCE, hair: 'bald' });
      expect(solidRows(sheet, `${side}-1`)).toEqual(mirrored(solidRows(sheet, `${side}-3`)));
      expect(solidRows(sheet, `${side}-0`)).toEqual(mirrored(solidRows(sheet, `${side}-0`)));
    }
  });

  test('turning round does not move a person sideways: the side view is centred like the front', () => {
    for (const name of ['right-0', 'right-1', 'right-3', 'sit-right'] as const) {
      const columns = solidRows(composeAvatar({ ...DEFAULT_APPEARANCE, hair: 'bald' }), name)
        .slice(0, 40)
        .flatMap((row) => row.flatMap((solid, column) => (solid ? [column] : [])));
      const mean = columns.reduce((sum, column) => sum + column, 0) / columns.length;
      expect(Math.abs(mean - (FRAME_W - 1) / 2), name).toBeLessThan(1.5);
    }
  });

  test('somebody in a wheelchair sits in it in every frame', () => {
    const sheet = composeAvatar({ ...DEFAULT_APPEARANCE, aid: 'wheelchair' });
    expect(solidRows(sheet, 'down-0')).toEqual(solidRows(sheet, 'sit-down'));
    expect(solidRows(sheet, 'up-0')).toEqual(solidRows(sheet, 'sit-up'));
  });

  test('nobody sees a cup from behind', () => {
    expect(frameRect('cup-up-1')).toEqual(frameRect('up-1'));
    expect(frameRect('cup-sit-up')).toEqual(frameRect('sit-up'));
    expect(frameRect('cup-down-0')).not.toEqual(frameRect('down-0'));
  });

  test('every frame lies inside the sheet', () => {
    for (const name of AVATAR_FRAMES) {
      const { x, y, w, h } = frameRect(name);
      expect(x + w, name).toBeLessThanOrEqual(SHEET.width);
      expect(y + h, name).toBeLessThanOrEqual(SHEET.height);
    }
  });
});

describe('the head', () => {
  test('topOfHead is the first row of the drawn frame', () => {
    fc.assert(
      fc.property(anyAppearance, (appearance) => {
        const sheet = composeAvatar(appearance);
        const firstRow = (name: AvatarFrame): number => solidRows(sheet, name).findIndex((row) => row.includes(true));
        expect(FEET_Y - topOfHead(appearance)).toBe(firstRow('down-0'));
        expect(FEET_Y - topOfHead(appearance, 'down')).toBe(firstRow('sit-down'));
        expect(FEET_Y - topOfHead(appearance, 'up')).toBe(firstRow('sit-up'));
      }),
      { numRuns: 40 },
    );
  });

  test('a portrait cuts no hair and no hat', () => {
    fc.assert(
      fc.property(anyAppearance, (appearance) => {
        const { data, width, height } = composePortrait(appearance);
        expect([width, height]).toEqual([PORTRAIT_SIZE, PORTRAIT_SIZE]);
        for (let x = 0; x < width; x++) expect(data[x * 4 + 3]).not.toBe(255);
      }),
      { numRuns: 40 },
    );
  });
});
