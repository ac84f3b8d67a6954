// What stands on a whiteboard, as it is in the shared document, and as an SVG draws it. What others sent is believed only piece by piece.
import { cleanText } from '@comptoir/shared/words';
import { getStroke } from 'perfect-freehand';

/** The board in its own units; every window shows all of it. */
export const BOARD = { width: 1600, height: 1000 } as const;

export const INKS = ['ink', 'teal', 'plum', 'ochre', 'sage', 'rust'] as const;
export type Ink = (typeof INKS)[number];
/** On the board's own white, light and dark alike: what is drawn looks the same to everybody and in what is saved. */
export const INK_COLOURS: Record<Ink, string> = {
  ink: '#2a1b2e',
  teal: '#24626a',
  plum: '#7a3f78',
  ochre: '#8a6100',
  sage: '#3f6b3a',
  rust: '#9a3d10',
};

export const PEN_SIZES = [6, 14, 30] as const;
export const LABEL_SIZE = 36;
const MOST_POINTS = 1500;
const MOST_LETTERS = 200;

/** Points as x, y, x, y ... whole board units. */
export interface Stroke {
  kind: 'stroke';
  ink: Ink;
  size: number;
  points: number[];
}
export interface Label {
  kind: 'label';
  ink: Ink;
  x: number;
  y: number;
  text: string;
}
export type Piece = Stroke | Label;

const isOnBoard = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= -most && value <= 2 * most;

/** W13: undefined when it is no piece that this page would make. */
export function readPiece(value: unknown): Piece | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, ink, size, points, x, y, text } = value as Record<string, unknown>;
  const colour = INKS.find((one) => one === ink);
  if (!colour) return undefined;
  if (kind === 'stroke') {
    if (!Array.isArray(points) || points.length < 2 || points.length > MOST_POINTS * 2 || points.length % 2 === 1) return undefined;
    const width = PEN_SIZES.find((one) => one === size);
    const isWhole = points.every((point, n) => isOnBoard(point, n % 2 === 0 ? BOARD.width : BOARD.height));
    return width && isWhole ? { kind, ink: colour, size: width, points: points as number[] } : undefined;
  }
  if (kind !== 'label' || typeof text !== 'string' || !isOnBoard(x, BOARD.width) || !isOnBoard(y, BOARD.height)) return undefined;
  const said = cleanText(text.slice(0, MOST_LETTERS)).replace(/\s+/g, ' ');
  return said === '' ? undefined : { kind, ink: colour, x, y, text: said };
}

/** A pen's line, without points that say nothing. */
export function strokeOf(ink: Ink, size: number, path: readonly { x: number; y: number }[]): Stroke {
  const points: number[] = [];
  for (const { x, y } of path) {
    const [atX, atY] = [Math.round(x), Math.round(y)];
    const isNews = points.length === 0 || Math.hypot(atX - (points.at(-2) ?? 0), atY - (points.at(-1) ?? 0)) >= 2;
    if (isNews && points.length < MOST_POINTS * 2) points.push(atX, atY);
  }
  return { kind: 'stroke', ink, size, points };
}

const pairs = (points: readonly number[]): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, n) => [points[2 * n] ?? 0, points[2 * n + 1] ?? 0]);

/** The outline of a stroke as the `d` of a path. */
export function outlineOf({ points, size }: Pick<Stroke, 'points' | 'size'>): string {
  const outline = getStroke(pairs(points), { size, thinning: 0.5, smoothing: 0.5, streamline: 0.4 });
  const [first] = outline;
  if (!first) return '';
  const number = (value: number): string => value.toFixed(1);
  const curves = outline.map(([x = 0, y = 0], n) => {
    const [nextX = 0, nextY = 0] = outline[(n + 1) % outline.length] ?? first;
    return `${number(x)} ${number(y)} ${number((x + nextX) / 2)} ${number((y + nextY) / 2)}`;
  });
  return `M${number(first[0] ?? 0)} ${number(first[1] ?? 0)}Q${curves.join(' ')}Z`;
}

/** Is the piece under an eraser of this radius at this place? */
export function isTouched(piece: Piece, x: number, y: number, radius: number): boolean {
  if (piece.kind === 'label') {
    const width = piece.text.length * LABEL_SIZE * 0.55;
    return x > piece.x - radius && x < piece.x + width + radius && y > piece.y - LABEL_SIZE - radius && y < piece.y + radius;
  }
  const reach = radius + piece.size / 2;
  const corners = pairs(piece.points);
  return corners.some(([atX, atY], n) => distanceToPiece(x, y, corners[n - 1] ?? [atX, atY], [atX, atY]) <= reach);
}

function distanceToPiece(x: number, y: number, [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
  return Math.hypot(x - (ax + along * (bx - ax)), y - (ay + along * (by - ay)));
}

const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' })[sign] ?? sign);

/** The whole board as a file: shapes and text only, nothing in it runs or is fetched. */
export function boardSvg(pieces: readonly Piece[], fontFamily: string): string {
  const drawn = pieces.map((piece) =>
    piece.kind === 'stroke'
      ? `<path d="${outlineOf(piece)}" fill="${INK_COLOURS[piece.ink]}"/>`
      : `<text x="${piece.x}" y="${piece.y}" fill="${INK_COLOURS[piece.ink]}">${escaped(piece.text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BOARD.width} ${BOARD.height}" width="${BOARD.width}" height="${BOARD.height}" font-family="${escaped(fontFamily)}" font-size="${LABEL_SIZE}" font-weight="600">`,
    `<rect width="${BOARD.width}" height="${BOARD.height}" fill="#fffdf8"/>`,
    ...drawn,
    '</svg>',
  ].join('\n');
}
