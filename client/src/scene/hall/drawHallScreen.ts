// The picture on the screen behind a stage: the title of the talk, a question, or a slide with them.
import type { OnScreen } from '../../world/hallShow.ts';
import { wrapLines } from '../drawText.ts';

type Context = CanvasRenderingContext2D;

const PAPER = '#fff8ec';
const INK = '#2a1b2e';
const SOFT_INK = '#5c4a60';
const TEAL = '#1f6063';
const GOLD = '#e0a83c';
const FACES = 'Fredoka, Nunito, system-ui, sans-serif';
/** Shares of the screen's height. */
const PAD = 0.13;
const LARGE = [0.36, 0.29, 0.235, 0.2] as const;
const BELOW = 0.165;
const LINE = 1.16;

/** @param width,height of the canvas, its own px */
export function drawHallScreen(context: Context, screen: OnScreen, width: number, height: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  const paper = context.createLinearGradient(0, 0, 0, height);
  paper.addColorStop(0, PAPER);
  paper.addColorStop(1, '#f6e9d3');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const pad = height * PAD;
  const picture = screen.kind === 'slide' ? drawSlide(context, screen.picture, width, height) : width;
  context.fillStyle = screen.kind === 'question' ? GOLD : TEAL;
  context.fillRect(pad, pad, height * 0.055, height - 2 * pad);
  const left = pad + height * 0.17 + (screen.kind === 'question' ? quote(context, pad, height) : 0);
  write(context, screen, { left, right: picture - pad, top: pad, height: height - 2 * pad });
}

/** At the right side, as large as it may. @returns where it begins */
function drawSlide(context: Context, picture: HTMLCanvasElement, width: number, height: number): number {
  const edge = height * 0.045;
  const tall = height - 2 * edge;
  const wide = Math.min(width * 0.62, (tall * picture.width) / Math.max(1, picture.height));
  const left = width - edge - wide;
  context.fillStyle = INK;
  context.fillRect(left - 2, edge - 2, wide + 4, tall + 4);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, edge, wide, tall);
  return left;
}

/** @returns its width */
function quote(context: Context, pad: number, height: number): number {
  context.fillStyle = GOLD;
  context.font = `700 ${height * 0.62}px ${FACES}`;
  context.textBaseline = 'top';
  context.fillText('“', pad + height * 0.15, pad - height * 0.06);
  return height * 0.3;
}

function write(context: Context, { text, below }: OnScreen, box: { left: number; right: number; top: number; height: number }): void {
  const full = box.height / (1 - 2 * PAD);
  const width = box.right - box.left;
  const room = box.height - (below === '' ? 0 : BELOW * full * 1.5);
  const font = (px: number): string => `600 ${px}px ${FACES}`;
  const lay = (share: number): { px: number; lines: string[] } => {
    context.font = font(share * full);
    return { px: share * full, lines: wrapLines(text, width, (line) => context.measureText(line).width) };
  };
  const fits = ({ px, lines }: { px: number; lines: string[] }): boolean =>
    lines.length * px * LINE <= room + 1 && lines.every((line) => context.measureText(line).width <= width);
  let laid = lay(LARGE[0]);
  for (const share of LARGE) {
    laid = lay(share);
    if (fits(laid)) break;
  }
  const { px } = laid;
  const most = Math.max(1, Math.floor((room + 1) / (px * LINE)));
  const lines = laid.lines.slice(0, most);
  if (laid.lines.length > most) lines[most - 1] = `${lines[most - 1]}…`;
  const belowPx = below === '' ? 0 : BELOW * full * 1.5;
  let y = box.top + (box.height - belowPx - lines.length * px * LINE) / 2;
  context.textBaseline = 'middle';
  context.fillStyle = INK;
  context.font = font(px);
  for (const line of lines) {
    context.fillText(line, box.left, y + (px * LINE) / 2, width);
    y += px * LINE;
  }
  if (below === '') return;
  context.fillStyle = SOFT_INK;
  context.font = `700 ${BELOW * full}px Nunito, system-ui, sans-serif`;
  context.fillText(below, box.left, y + belowPx / 2, width);
}
