// How a ring looks on the floor: soft white, dotted gold, double plum with a padlock; dotted and filling while somebody is about to join.
import type { ConversationState } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';

export interface RingLook {
  state: ConversationState;
  /** 0 to 1: how far the dotted line of somebody who is about to join has filled; undefined: it is a conversation. */
  filled: number | undefined;
  /** Along walls: a glow instead of a filled floor. */
  room: boolean;
}

const CREAM = '#fff8ec';
const TEAL = '#24626a';
const GOLD = '#f5c84f';
const GOLD_RIM = '#8a5214';
const PLUM = '#8f5590';
const FILL = 0.12;

/** What the line, its rims and the padlock need beyond the line itself, px. */
export const RING_PAD_PX = 16;

type Context = CanvasRenderingContext2D;

/** A closed line through the middles of the sides: no corner is left. */
function trace(context: Context, line: readonly Point[]): void {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const last = line.at(-1);
  const first = line[0];
  if (!last || !first) return;
  const start = middle(last, first);
  context.beginPath();
  context.moveTo(start.x, start.y);
  line.forEach((corner, i) => {
    const end = middle(corner, line[(i + 1) % line.length] ?? first);
    context.quadraticCurveTo(corner.x, corner.y, end.x, end.y);
  });
  context.closePath();
}

function stroke(context: Context, color: string, width: number, alpha: number, dash: readonly number[] = []): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.setLineDash([...dash]);
  context.stroke();
}

function fill(context: Context, color: string, alpha: number): void {
  context.fillStyle = color;
  context.globalAlpha = alpha;
  context.fill();
}

const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, { x, y }, i) => {
    const before = line.at(i - 1) ?? { x, y };
    return sum + Math.hypot(x - before.x, y - before.y);
  }, 0);

/** Evenly spaced dots that meet where the line closes. */
function dotsOf(line: readonly Point[], apart: number): [number, number] {
  const length = lengthOf(line);
  const each = length / Math.max(3, Math.round(length / apart));
  return [0.01, each - 0.01];
}

/** Draws into a context that is aimed at px of the map. @param lock where the padlock of a closed door goes */
export function drawRing(context: Context, line: readonly Point[], look: RingLook, lock: Point): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  trace(context, line);
  if (look.filled !== undefined) drawDwelling(context, line, look.filled);
  else if (look.state === 'closed') drawClosed(context, look.room);
  else if (look.state === 'outLoud') drawOutLoud(context, line, look.room);
  else drawAmongUs(context, look.room);
  context.globalAlpha = 1;
  context.setLineDash([]);
  if (look.filled === undefined && look.state === 'closed') drawPadlock(context, lock);
}

function drawAmongUs(context: Context, room: boolean): void {
  if (room) stroke(context, CREAM, 13, 0.22);
  fill(context, CREAM, room ? FILL / 2 : FILL);
  stroke(context, TEAL, 5.6, 0.42);
  stroke(context, CREAM, 2.8, 1);
}

function drawOutLoud(context: Context, line: readonly Point[], room: boolean): void {
  const dots = dotsOf(line, 7.5);
  if (room) stroke(context, GOLD, 13, 0.2);
  fill(context, GOLD, room ? FILL / 2 : FILL);
  stroke(context, GOLD_RIM, 6, 0.75, dots);
  stroke(context, GOLD, 4, 1, dots);
}

function drawClosed(context: Context, room: boolean): void {
  if (room) stroke(context, PLUM, 14, 0.2);
  fill(context, PLUM, FILL);
  // a wide line with its middle taken away is two lines
  stroke(context, CREAM, 10, 0.35);
  stroke(context, PLUM, 7.6, 1);
  stroke(context, '#efe0e6', 3, 1);
}

function drawDwelling(context: Context, line: readonly Point[], filled: number): void {
  const dots = dotsOf(line, 8);
  fill(context, CREAM, FILL * filled);
  stroke(context, TEAL, 5, 0.5, dots);
  stroke(context, CREAM, 3, 1, dots);
  if (filled <= 0) return;
  const length = lengthOf(line);
  stroke(context, TEAL, 5.6, 0.42, [length * filled, length]);
  stroke(context, CREAM, 2.8, 1, [length * filled, length]);
}

/** 15 x 17 px, its middle at `at`. */
export function drawPadlock(context: Context, at: Point): void {
  const x = Math.round(at.x) - 7;
  const y = Math.round(at.y) - 9;
  const block = (dx: number, dy: number, width: number, height: number, color: string): void => {
    context.fillStyle = color;
    context.fillRect(x + dx, y + dy, width, height);
  };
  const INK = '#3a2440';
  // shackle
  block(4, 0, 7, 1, INK);
  block(3, 1, 2, 7, INK);
  block(10, 1, 2, 7, INK);
  block(5, 1, 5, 1, '#d9c9dc');
  block(4, 2, 1, 5, '#d9c9dc');
  block(10, 2, 1, 5, '#d9c9dc');
  // body
  block(1, 7, 13, 10, INK);
  block(0, 8, 15, 8, INK);
  block(1, 8, 13, 8, PLUM);
  block(2, 7, 11, 1, PLUM);
  block(2, 8, 11, 1, '#b582b5');
  block(7, 10, 1, 4, INK);
  block(6, 10, 3, 2, INK);
}
