// A name tag: cream pill, name in bold, trade below, a coloured left edge for the role; drawn at the size it is shown.
import type { Availability, Rank } from '@comptoir/shared/people';
import { wrapTrade } from './wrapTrade.ts';

/** What is written on a tag. */
export interface TagWords {
  name: string;
  /** Empty = only the name. */
  trade: string;
  rank: Rank;
  availability: Availability;
  /** Of whoever is in my conversation. */
  microphone: 'open' | 'muted' | undefined;
  evening: boolean;
  small: boolean;
  /** Hatched: this is no person. */
  cutOut?: boolean | undefined;
}

export interface TagSize {
  /** CSS px. */
  width: number;
  height: number;
}

const EDGE: Record<Rank, string> = { visitor: '#5b776a', member: '#307a7c', host: '#9c611d', admin: '#7b4176' };
const MARK: Record<Availability, string | undefined> = {
  available: undefined,
  focused: '#2f6fb0',
  doNotDisturb: '#8f5590',
  away: '#c08a1e',
};
const PAPER = { day: '#fff8ec', evening: '#efe4d2' };
const NAME_INK = '#2a1b2e';
const TRADE_INK = '#5c4a60';

const EDGE_PX = 3;
const PAD_LEFT_PX = 6;
const PAD_RIGHT_PX = 8;
const RADIUS_PX = 7;
const TRADE_LINE_PX = 12.5;
const MARK_PX = 11;
const MICROPHONE_PX = 12;
const MICROPHONE = { open: '#24626a', muted: '#8a6d7d' };
/** Around the pill, for its shadow. */
export const TAG_MARGIN_PX = 3;
/** The largest tag, for the slots: 24 letters of a name, or 40 of a trade on two lines. */
export const TAG_SLOT = { width: 232, height: 54 };

const nameFont = (small: boolean): string => `600 ${small ? 11 : 13}px Fredoka, Nunito, system-ui, sans-serif`;
const TRADE_FONT = '700 11px Nunito, system-ui, sans-serif';

type Context = CanvasRenderingContext2D;

export function measureTag(context: Context, words: TagWords): TagSize {
  context.font = nameFont(words.small);
  const marks = (MARK[words.availability] ? MARK_PX : 0) + (words.microphone ? MICROPHONE_PX : 0);
  let widest = context.measureText(words.name).width + marks;
  const lines = words.small ? [] : wrapTrade(words.trade);
  context.font = TRADE_FONT;
  for (const line of lines) widest = Math.max(widest, context.measureText(line).width);
  const height = (words.small ? 18 : 21) + (lines.length > 0 ? lines.length * TRADE_LINE_PX + 1 : 0);
  const width = Math.min(TAG_SLOT.width - 2 * TAG_MARGIN_PX, Math.ceil(widest + EDGE_PX + PAD_LEFT_PX + PAD_RIGHT_PX));
  return { width, height: Math.ceil(height) };
}

/** A shape beside the name as well as a colour: square, bar, crescent. */
function drawMark(context: Context, availability: Availability, x: number, y: number): void {
  const color = MARK[availability];
  if (!color) return;
  context.fillStyle = color;
  context.beginPath();
  if (availability === 'focused') context.roundRect(x, y - 3.5, 7, 7, 1.5);
  else if (availability === 'doNotDisturb') context.roundRect(x, y - 1.5, 8, 3.5, 1.5);
  else {
    context.arc(x + 4, y, 4, Math.PI * 0.35, Math.PI * 1.65);
    context.arc(x + 6.2, y, 4, Math.PI * 1.4, Math.PI * 0.6, true);
  }
  context.fill();
}

/** A microphone; crossed out when it is off. */
function drawMicrophone(context: Context, microphone: 'open' | 'muted', x: number, y: number): void {
  context.strokeStyle = context.fillStyle = MICROPHONE[microphone];
  context.lineWidth = 1.3;
  context.lineCap = 'round';
  context.beginPath();
  context.roundRect(x + 2.6, y - 5, 3.8, 6.2, 1.9);
  context.fill();
  context.beginPath();
  context.arc(x + 4.5, y - 0.8, 3.6, 0.1, Math.PI - 0.1);
  context.moveTo(x + 4.5, y + 2.8);
  context.lineTo(x + 4.5, y + 4.6);
  context.stroke();
  if (microphone === 'open') return;
  context.beginPath();
  context.moveTo(x + 0.4, y - 4.6);
  context.lineTo(x + 8.6, y + 4.2);
  context.stroke();
}

const HATCH = 'rgb(156 97 29 / .26)';
const HATCH_PX = 7;

function drawHatching(context: Context, width: number, height: number): void {
  context.strokeStyle = HATCH;
  context.lineWidth = 2.5;
  context.beginPath();
  for (let x = -height; x < width; x += HATCH_PX) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}

/** Draws the tag at (TAG_MARGIN_PX, TAG_MARGIN_PX) CSS px of an empty context. @param scale device px per CSS px */
export function drawTag(context: Context, words: TagWords, { width, height }: TagSize, scale: number): void {
  context.setTransform(scale, 0, 0, scale, TAG_MARGIN_PX * scale, TAG_MARGIN_PX * scale);
  context.save();
  context.shadowColor = 'rgb(42 27 46 / .38)';
  context.shadowBlur = 2.5 * scale;
  context.shadowOffsetY = 1 * scale;
  context.fillStyle = words.evening ? PAPER.evening : PAPER.day;
  context.beginPath();
  context.roundRect(0, 0, width, height, RADIUS_PX);
  context.fill();
  context.restore();
  context.save();
  context.beginPath();
  context.roundRect(0, 0, width, height, RADIUS_PX);
  context.clip();
  if (words.cutOut) drawHatching(context, width, height);
  else {
    context.fillStyle = EDGE[words.rank];
    context.fillRect(0, 0, EDGE_PX, height);
  }
  context.restore();

  const x = EDGE_PX + PAD_LEFT_PX;
  const most = width - x - PAD_RIGHT_PX / 2;
  context.textBaseline = 'alphabetic';
  context.font = nameFont(words.small);
  context.fillStyle = NAME_INK;
  const nameWidth = Math.min(context.measureText(words.name).width, most);
  context.fillText(words.name, x, words.small ? 13 : 15, most);
  const markX = x + nameWidth + 4;
  const middle = words.small ? 9 : 10.5;
  drawMark(context, words.availability, markX, middle);
  if (words.microphone) drawMicrophone(context, words.microphone, markX + (MARK[words.availability] ? MARK_PX : 0), middle);
  if (words.small) return;
  context.font = TRADE_FONT;
  context.fillStyle = TRADE_INK;
  wrapTrade(words.trade).forEach((line, i) => {
    context.fillText(line, x, 28 + i * TRADE_LINE_PX, most);
  });
}
