// Legs, trousers, skirts and shoes: standing, walking and seated. Shoes end on the row above the feet line.
import type { Appearance } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import type { Stance } from './frames.ts';
import { BOTTOM, code, EDGE, farCode, GAP, LIT, PLAIN, SHEEN, SHOE, SKIN, TOP } from './materials.ts';
import { shade } from './shade.ts';

const HIP_Y = 41;
/** First row of the shoes, three rows above the feet line. */
const SHOE_Y = 51;

const isBare = (appearance: Appearance): boolean => appearance.bottom === 'skirt' || appearance.bottom === 'shorts';

/** `dy`: px the upper body is lowered (or raised, when negative). */
export function drawLegs(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (stance.seated) {
    if (stance.side === 'down') sitFront(on, appearance, HIP_Y + 1 + dy);
    else if (stance.side === 'up') sitBack(on, appearance, HIP_Y + 1 + dy);
    else sitSide(on, appearance, HIP_Y + dy);
    return;
  }
  if (stance.side === 'right') walkSide(on, appearance, stance.step, dy);
  else walkFront(on, appearance, stance, dy);
}

function walkFront(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  const ahead = stance.step === 0 ? undefined : stance.step === 1 ? 0 : 1;
  const fromFront = stance.side === 'down';
  const order = ahead === 1 ? [0, 1] : [1, 0];
  for (const leg of order) {
    const behind = ahead !== undefined && leg !== ahead;
    const rise = behind ? (fromFront ? 3 : 2) : 0;
    const inwards = behind ? (leg ? -1 : 1) : 0;
    frontLeg(on, appearance, leg, behind, inwards, SHOE_Y - rise, HIP_Y + dy);
    frontShoe(on, leg, behind, inwards, SHOE_Y - rise, fromFront);
  }
  if (appearance.bottom === 'trousers' || appearance.bottom === 'shorts')
    on.column(15, HIP_Y + 2 + dy, appearance.bottom === 'shorts' ? 5 : 7 - (ahead === undefined ? 0 : 3), code(BOTTOM, GAP));
  if (appearance.bottom === 'skirt') skirtFront(on, BOTTOM, [6, 6, 7, 7, 7, 8, 8], HIP_Y - 1 + dy, ahead);
  if (appearance.bottom === 'longSkirt') skirtFront(on, BOTTOM, [6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9], HIP_Y - 1 + dy, ahead);
}

function frontLeg(on: Cells, appearance: Appearance, leg: number, behind: boolean, inwards: number, end: number, hip: number): void {
  const bare = isBare(appearance);
  const material = bare ? SKIN : BOTTOM;
  const x = (leg ? 16 : 11) + inwards;
  const mask = new Cells();
  if (appearance.bottom === 'wide') {
    for (let y = hip; y < end + 1; y++) {
      const flare = Math.round((y - hip) / 4.5);
      mask.rect(leg ? x : x - flare, y, 5 + flare, 1, 1);
    }
  } else mask.rect(x, hip, 5, end - hip, 1);
  shade(on, mask, material, { thin: true, noLeft: leg === 1, far: behind });
  if (!behind && !bare) on.row(x + 1, 45, 2, code(BOTTOM, LIT)).dot(x + 1, 46, code(BOTTOM, LIT));
  if (appearance.bottom === 'wide' && !behind) on.column(x + (leg ? 3 : 1), 45, 5, code(BOTTOM, EDGE));
  if (bare && !behind) on.row(x + 1, 47, 2, code(SKIN, LIT));
  if (appearance.bottom === 'shorts') {
    const cloth = new Cells().rect(x, hip, 5, behind ? 5 : 6, 1);
    shade(on, cloth, BOTTOM, { thin: true, noLeft: leg === 1, far: behind });
  }
}

function frontShoe(on: Cells, leg: number, behind: boolean, inwards: number, y: number, fromFront: boolean): void {
  const x = (leg ? 16 : 11) + inwards;
  if (behind) {
    on.rect(x, y, 5, 2, code(SHOE, fromFront ? GAP : EDGE)).row(x, y, 5, code(SHOE, fromFront ? EDGE : PLAIN));
    if (!fromFront) on.row(x + 1, y + 1, 3, code(SHOE, LIT));
    return;
  }
  on.rect(x, y, 5, 3, code(SHOE, EDGE))
    .row(x, y, 5, code(SHOE, fromFront ? LIT : PLAIN))
    .row(x, y + 2, 5, code(SHOE, GAP));
  if (fromFront) on.row(x + 1, y, 3, code(SHOE, SHEEN)).row(x + 1, y + 1, 3, code(SHOE, PLAIN));
}

/** A skirt over standing legs; the hem swings towards the foot that is ahead. */
export function skirtFront(on: Cells, material: number, halves: readonly number[], y: number, ahead: number | undefined): void {
  const mask = new Cells();
  const length = halves.length;
  halves.forEach((half, k) => {
    const sway = ahead === undefined || k < length - 4 ? 0 : ahead ? 1 : -1;
    mask.rect(16 - half + (sway > 0 ? 1 : 0), y + k, 2 * half - (sway === 0 ? 0 : 1), 1, 1);
  });
  shade(on, mask, material);
  for (const x of [13, 18]) on.column(x, y + 3, length - 4, code(material, EDGE));
  if (length > 9) on.column(15, y + 6, length - 7, code(material, EDGE)).column(11, y + 7, length - 9, code(material, LIT));
}

const SWING = { 0: [0, 0], 1: [5, -5], 3: [-5, 5] } as const;

function walkSide(on: Cells, appearance: Appearance, step: Stance['step'], dy: number): void {
  const [near, far] = SWING[step];
  const hip = HIP_Y + dy;
  sideLeg(on, appearance, step === 0 ? 1 : far, true, hip);
  sideLeg(on, appearance, near, false, hip);
  if (appearance.bottom === 'skirt')
    sideSkirt(
      on,
      BOTTOM,
      [
        [12, 19],
        [12, 19],
        [12, 20],
        [11, 20],
        [11, 21],
        [10, 21],
        [10, 21],
      ],
      hip - 1,
      step !== 0,
    );
  if (appearance.bottom === 'longSkirt') {
    const rows = [
      [12, 19],
      [12, 19],
      [12, 20],
      [11, 20],
      [11, 20],
      [11, 21],
      [11, 21],
      [10, 21],
      [10, 21],
      [10, 22],
      [10, 22],
      [10, 22],
    ];
    sideSkirt(on, BOTTOM, rows, hip - 1, step !== 0);
  }
}

/** A skirt from the side; walking opens the hem. */
export function sideSkirt(on: Cells, material: number, rows: readonly (readonly number[])[], y: number, walking: boolean): void {
  const mask = new Cells();
  rows.forEach((row, k) => {
    const open = walking && k > 3 ? Math.min(2, Math.floor((k - 2) / 3)) : 0;
    mask.rect((row[0] ?? 0) - open, y + k, (row[1] ?? 0) - (row[0] ?? 0) + 1 + 2 * open, 1, 1);
  });
  shade(on, mask, material);
  on.column(14, y + 3, rows.length - 4, code(material, EDGE)).column(18, y + 4, rows.length - 5, code(material, EDGE));
}

function sideLeg(on: Cells, appearance: Appearance, swing: number, far: boolean, hip: number): void {
  const bare = isBare(appearance);
  const material = bare ? SKIN : BOTTOM;
  const tone = (m: number, level: number): number => (far ? farCode(m, level) : code(m, level));
  const wide = appearance.bottom === 'wide';
  for (let y = hip; y < SHOE_Y; y++) {
    const t = (y - hip) / (SHOE_Y - hip);
    const bend = swing < 0 ? Math.sin(t * Math.PI) * 2 : swing > 0 ? Math.sin(t * Math.PI) : 0;
    const flare = wide ? Math.round(t * 2) : 0;
    const x = Math.round(13 + swing * t + bend) - Math.floor(flare / 2);
    const cloth = appearance.bottom === 'shorts' && t < 0.55 ? BOTTOM : material;
    on.row(x, y, 5 + flare, tone(cloth, PLAIN))
      .dot(x, y, tone(cloth, LIT))
      .dot(x + 4 + flare, y, tone(cloth, EDGE));
  }
  const x = 13 + swing;
  if (swing < 0) {
    on.rect(x - 1, SHOE_Y - 1, 4, 3, tone(SHOE, EDGE))
      .rect(x, SHOE_Y + 1, 6, 2, tone(SHOE, EDGE))
      .row(x + 1, SHOE_Y + 2, 5, code(SHOE, GAP))
      .dot(x - 1, SHOE_Y - 1, tone(SHOE, LIT));
  } else {
    on.rect(x, SHOE_Y, 7, 3, tone(SHOE, EDGE))
      .row(x, SHOE_Y, 6, tone(SHOE, LIT))
      .row(x + 1, SHOE_Y + 1, 5, tone(SHOE, PLAIN))
      .row(x, SHOE_Y + 2, 7, code(SHOE, GAP));
    on.dot(x + 6, SHOE_Y, 0);
  }
}

function sitFront(on: Cells, appearance: Appearance, y: number): void {
  const bare = isBare(appearance);
  const skirted = appearance.bottom === 'skirt' || appearance.bottom === 'longSkirt' || appearance.top === 'dress';
  for (const leg of [0, 1]) {
    const x = leg ? 17 : 10;
    const shins = new Cells().rect(x, y + 3, 5, SHOE_Y - y - 3, 1);
    shade(on, shins, bare ? SKIN : BOTTOM, { thin: true, noLeft: leg === 1 });
    const lap = new Cells().rect(x, y, 5, 4, 1);
    shade(on, lap, BOTTOM, { level: LIT, thin: true });
    on.row(x, y, 5, code(BOTTOM, SHEEN));
    on.rect(x, SHOE_Y, 5, 3, code(SHOE, EDGE))
      .row(x, SHOE_Y, 5, code(SHOE, LIT))
      .row(x + 1, SHOE_Y + 1, 3, code(SHOE, PLAIN))
      .row(x, SHOE_Y + 2, 5, code(SHOE, GAP));
  }
  on.rect(15, y, 2, 4, code(BOTTOM, GAP));
  if (!skirted) return;
  const material = appearance.top === 'dress' ? TOP : BOTTOM;
  const lap = new Cells().rect(9, y, 14, 5, 1);
  shade(on, lap, material);
  on.row(9, y + 4, 14, code(material, EDGE))
    .row(11, y + 1, 4, code(material, LIT))
    .row(17, y + 1, 3, code(material, LIT))
    .column(15, y + 2, 3, code(material, EDGE));
  if (appearance.bottom === 'longSkirt') {
    const drape = appearance.top === 'dress' ? BOTTOM : material;
    const front = new Cells().rect(9, y + 5, 14, SHOE_Y - y - 4, 1);
    shade(on, front, drape);
    on.column(13, y + 5, SHOE_Y - y - 5, code(drape, EDGE)).column(18, y + 5, SHOE_Y - y - 5, code(drape, EDGE));
  }
}

function sitBack(on: Cells, appearance: Appearance, y: number): void {
  const hips = new Cells().halves(y - 1, [6, 7, 7, 7, 6], 1);
  shade(on, hips, appearance.top === 'dress' ? TOP : BOTTOM);
  on.column(15, y, 4, code(appearance.top === 'dress' ? TOP : BOTTOM, GAP));
  for (const x of [11, 17]) on.rect(x, SHOE_Y - 1, 4, 4, code(SHOE, EDGE)).row(x, SHOE_Y + 2, 4, code(SHOE, GAP));
}

function sitSide(on: Cells, appearance: Appearance, y: number): void {
  const bare = isBare(appearance);
  const long = appearance.bottom === 'longSkirt' || appearance.bottom === 'wide';
  const thigh = appearance.top === 'dress' ? TOP : BOTTOM;
  for (const far of [true, false]) {
    const o = far ? 1 : 0;
    const tone = (m: number, level: number): number => (far ? farCode(m, level) : code(m, level));
    const shin = bare ? SKIN : BOTTOM;
    on.rect(19 + o, y + 4 - o, 4, SHOE_Y - y - 4 + o, tone(shin, PLAIN)).column(
      19 + o,
      y + 5,
      Math.max(0, SHOE_Y - 5 - y),
      tone(shin, LIT),
    );
    on.column(22 + o, y + 4 - o, SHOE_Y - y - 4 + o, tone(shin, EDGE));
    on.rect(12 + o, y - o, 11, 5, tone(thigh, PLAIN))
      .row(12 + o, y - o, 11, tone(thigh, LIT))
      .row(12 + o, y + 4 - o, 10, tone(thigh, EDGE));
    if (appearance.bottom === 'shorts' && appearance.top !== 'dress')
      on.column(22 + o, y - o, 4, tone(SKIN, PLAIN)).dot(21 + o, y + 4 - o, tone(SKIN, EDGE));
    if (long && !far)
      on.rect(18, y + 4, 6, SHOE_Y - y - 3, tone(BOTTOM, PLAIN))
        .column(18, y + 5, SHOE_Y - y - 4, tone(BOTTOM, LIT))
        .column(23, y + 4, SHOE_Y - y - 3, tone(BOTTOM, EDGE));
    on.rect(19 + o, SHOE_Y - o, 7, 3, far ? code(SHOE, GAP) : code(SHOE, EDGE)).row(19 + o, SHOE_Y - o, 6, tone(SHOE, far ? EDGE : LIT));
    on.row(19 + o, SHOE_Y + 2 - o, 7, code(SHOE, GAP));
    if (!far) on.row(20, SHOE_Y + 1, 5, code(SHOE, PLAIN)).dot(25, SHOE_Y, 0);
  }
}
