// What somebody just said, as a cream bubble; and the three dots of somebody who is writing.
import { wrapLines } from './drawText.ts';

/** CSS px. */
export const SPEECH_PAD_PX = 4;
const MOST_WIDTH = 190;
const LINE_PX = 17;
const PAD_X = 10;
const PAD_Y = 6;
const RADIUS = 11;
/** The face that tags have too: it is loaded. */
const FONT = '700 13px Nunito, system-ui, sans-serif';
const PAPER = { day: '#fff8ec', evening: '#efe4d2' };
const INK = '#2a1b2e';
const DOTS = { width: 38, height: 22 };

export interface Speech {
  /** undefined: somebody is writing. */
  text: string | undefined;
  /** Of the three dots the one that is up; -1: none. */
  dot: number;
  evening: boolean;
  /** What does not fit is read in the chat. */
  mostLines: number;
}

export interface SpeechSize {
  width: number;
  height: number;
  lines: readonly string[];
}

type Context = CanvasRenderingContext2D;

/** A word wider than a line is broken where the line ends. */
function breakWords(text: string, measure: (part: string) => number): string {
  return text
    .split(' ')
    .map((word) => {
      if (measure(word) <= MOST_WIDTH) return word;
      let line = '';
      let broken = '';
      for (const sign of word) {
        if (measure(line + sign) > MOST_WIDTH) {
          broken += `${line} `;
          line = '';
        }
        line += sign;
      }
      return broken + line;
    })
    .join(' ');
}

/** Longer than anybody reads over a head: what follows stands in the chat. */
const MOST_LETTERS = 160;

export function measureSpeech(context: Context, { text, mostLines }: Speech): SpeechSize {
  if (text === undefined) return { ...DOTS, lines: [] };
  context.font = FONT;
  const measure = (part: string): number => context.measureText(part).width;
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const short = letters.slice(0, MOST_LETTERS).join('');
  const all = wrapLines(breakWords(short, measure), MOST_WIDTH, measure);
  const lines = all.slice(0, mostLines);
  if (all.length > mostLines || letters.length > MOST_LETTERS) lines[lines.length - 1] = `${(lines.at(-1) ?? '').replace(/\S$/, '')}…`;
  const width = Math.ceil(Math.max(18, ...lines.map(measure))) + 2 * PAD_X;
  return { width, height: lines.length * LINE_PX + 2 * PAD_Y, lines };
}

/** Draws at (SPEECH_PAD_PX, SPEECH_PAD_PX) CSS px of an empty context. @param scale device px per CSS px */
export function drawSpeech(context: Context, speech: Speech, { width, height, lines }: SpeechSize, scale: number): void {
  context.setTransform(scale, 0, 0, scale, SPEECH_PAD_PX * scale, SPEECH_PAD_PX * scale);
  context.save();
  context.shadowColor = 'rgb(42 27 46 / .38)';
  context.shadowBlur = 3 * scale;
  context.shadowOffsetY = 1 * scale;
  context.fillStyle = speech.evening ? PAPER.evening : PAPER.day;
  context.beginPath();
  context.roundRect(0, 0, width, height, RADIUS);
  context.fill();
  context.restore();
  context.fillStyle = INK;
  if (speech.text === undefined) {
    for (const i of [0, 1, 2]) {
      context.globalAlpha = i === speech.dot ? 0.95 : 0.45;
      context.beginPath();
      context.arc(11 + i * 8, height / 2 - (i === speech.dot ? 1.5 : 0), 2.4, 0, 7);
      context.fill();
    }
    context.globalAlpha = 1;
    return;
  }
  context.font = FONT;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  lines.forEach((line, i) => {
    context.fillText(line, PAD_X, PAD_Y + 12.5 + i * LINE_PX);
  });
}

/** The tail under a bubble, its point the middle of the bottom edge. CSS px. */
export const TAIL = { width: 14, height: 8 };

export function drawTail(context: Context, evening: boolean, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = evening ? PAPER.evening : PAPER.day;
  context.beginPath();
  context.moveTo(0, 0);
  context.quadraticCurveTo(6, 1, 7, TAIL.height);
  context.quadraticCurveTo(8, 1, TAIL.width, 0);
  context.fill();
}
