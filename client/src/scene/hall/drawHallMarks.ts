// Small pixel pictures of a hall: a raised hand with its place in the order, and what applause throws up.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';
import { makeCanvas } from '../Textures.ts';

const COLORS: Record<string, string> = {
  k: '#2a1b2e',
  y: '#f8d27c',
  o: '#dda24a',
  w: '#fff8ec',
  r: '#d8506a',
  p: '#f49aae',
  t: '#307a7c',
  c: '#9fd8d2',
  g: '#8a7d90',
};

const HAND = [
  '....kk......',
  '..kkyykk....',
  '.kyykyykyk..',
  '.kyykyykyyk.',
  '.kyykyykyyk.',
  'kkyyyyyyyyk.',
  'kykyyyyyyyk.',
  'kyyyyyyyyyk.',
  '.kyyyyyyyok.',
  '..kyyyyyok..',
  '...koooook..',
  '...ktttttk..',
  '...ktttttk..',
  '...kkkkkkk..',
];

const SIGNS: Record<Reaction, readonly string[]> = {
  clap: [
    '..y..y...y.',
    '...y.y..y..',
    '...........',
    '....kk.....',
    '...kyyk.k..',
    '..kyykykyk.',
    '..kyyykyyk.',
    '.kyyyyyyyk.',
    '.kyyyyyyok.',
    '..kyyyook..',
    '...kkkkk...',
  ],
  laugh: [
    '...kkkkk...',
    '..kyyyyyk..',
    '.kyyyyyyyk.',
    'kykkyyykkyk',
    'kyyyyyyyyyk',
    'kykkkkkkkyk',
    'kykwwwwwkyk',
    'kyykrrrkyyk',
    '.kyykkkyyk.',
    '..kooooyk..',
    '...kkkkk...',
  ],
  heart: [
    '...........',
    '..kk...kk..',
    '.krrk.krrk.',
    'krpprkrrrrk',
    'krprrrrrrrk',
    'krrrrrrrrrk',
    '.krrrrrrrk.',
    '..krrrrrk..',
    '...krrrk...',
    '....krk....',
    '.....k.....',
  ],
  wow: [
    '...kkkkk...',
    '..kyyyyyk..',
    '.kyyyyyyyk.',
    'kyykyyykyyk',
    'kyykyyykyyk',
    'kyyyyyyyyyk',
    'kyyykkkyyyk',
    'kyyykrkyyyk',
    '.kyykkkyyk.',
    '..kooooyk..',
    '...kkkkk...',
  ],
  idea: [
    '...kkkkk...',
    '..kyyyyyk..',
    '.kywwyyyyk.',
    '.kywyyyyyk.',
    '.kyyyyyyok.',
    '..kyyyyok..',
    '...kyyyk...',
    '...kgggk...',
    '...kwwwk...',
    '...kgggk...',
    '....kkk....',
  ],
};

/** 3 x 5 px each, row by row. */
const DIGITS: readonly (readonly number[])[] = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 3, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 2, 2, 2],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
];

type Context = CanvasRenderingContext2D;

function drawRows(context: Context, rows: readonly string[], x: number, y: number): void {
  for (const [dy, row] of rows.entries())
    for (const [dx, cell] of [...row].entries()) {
      const color = COLORS[cell];
      if (!color) continue;
      context.fillStyle = color;
      context.fillRect(x + dx, y + dy, 1, 1);
    }
}

/** Middle of the wrist, px of the picture. */
export const HAND_ANCHOR = { x: 6, y: 14 };
const PLATE_X = 9;
const PLATE_Y = 0;

/** @param rank from 1 */
export function drawHand(rank: number): HTMLCanvasElement {
  const digits = String(Math.min(99, rank));
  const plate = 3 + 4 * digits.length;
  const { canvas, context } = makeCanvas(PLATE_X + plate, 14);
  drawRows(context, HAND, 0, 0);
  const rect = (x: number, y: number, width: number, height: number, cell: string): void => {
    context.fillStyle = COLORS[cell] ?? 'black';
    context.fillRect(x, y, width, height);
  };
  rect(PLATE_X, PLATE_Y + 1, plate, 7, 'k');
  rect(PLATE_X + 1, PLATE_Y, plate - 2, 9, 'k');
  rect(PLATE_X + 1, PLATE_Y + 1, plate - 2, 7, rank === 1 ? 'y' : 'w');
  for (const [i, digit] of [...digits].entries())
    for (const [y, row] of (DIGITS[Number(digit)] ?? []).entries())
      for (const x of [0, 1, 2]) if (row & (4 >> x)) rect(PLATE_X + 2 + i * 4 + x, PLATE_Y + 2 + y, 1, 1, 'k');
  return canvas;
}

export const SIGN_PX = 11;

export function drawSigns(): Map<Reaction, HTMLCanvasElement> {
  return new Map(
    REACTIONS.map((reaction) => {
      const { canvas, context } = makeCanvas(SIGN_PX, SIGN_PX);
      drawRows(context, SIGNS[reaction], 0, 0);
      return [reaction, canvas];
    }),
  );
}
