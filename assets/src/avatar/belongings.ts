// What a person carries or is carried by: wheelchair, cane, backpack, hearing aid.
import type { Appearance } from '@comptoir/shared/people';
import type { Cells } from './Cells.ts';
import { Cells as Grid } from './Cells.ts';
import type { Side, Stance } from './frames.ts';
import { BAG, code, DEVICE, EDGE, GAP, LIT, METAL, PLAIN, SEAT, SHEEN, TYRE, WOOD } from './materials.ts';
import { shade } from './shade.ts';
import { NECK_Y } from './torso.ts';

/** The part of the wheelchair behind the person. */
export function drawChairBehind(on: Cells, side: Side): void {
  if (side === 'down') {
    const back = new Grid().halves(29, [7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7], 1);
    shade(on, back, SEAT, { level: EDGE });
    on.row(10, 29, 12, code(SEAT, LIT));
  }
  if (side === 'right') on.rect(8, 44, 14, 3, code(SEAT, PLAIN)).row(8, 46, 14, code(SEAT, EDGE));
}

/** The part in front of the person; `step` turns the wheels. */
export function drawChairBefore(on: Cells, side: Side, step: Stance['step']): void {
  if (side === 'right') {
    chairSide(on, step);
    return;
  }
  if (side === 'up') {
    const back = new Grid().halves(33, [7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7], 1);
    shade(on, back, SEAT);
    on.row(10, 34, 12, code(SEAT, LIT)).row(10, 40, 12, code(SEAT, EDGE)).column(15, 36, 10, code(SEAT, EDGE));
    for (const x of [8, 21]) on.rect(x, 31, 3, 3, code(TYRE, PLAIN)).row(x, 31, 3, code(TYRE, LIT));
  } else on.row(11, 52, 10, code(METAL, EDGE)).rect(11, 53, 4, 1, code(METAL, GAP)).rect(17, 53, 4, 1, code(METAL, GAP));
  for (const x of [4, 24]) {
    const wheel = new Grid().rect(x + 1, 37, 2, 17, 1).rect(x, 38, 4, 15, 1);
    shade(on, wheel, TYRE, { thin: true });
    on.column(x === 4 ? x + 2 : x + 1, 39, 13, code(METAL, PLAIN));
    // tread marks travel with the turning wheel
    for (let y = 39 + (step === 0 ? 0 : step === 1 ? 1 : 2); y < 52; y += 4)
      on.dot(x === 4 ? x : x + 3, y, code(TYRE, SHEEN)).dot(x === 4 ? x + 2 : x + 1, y, code(METAL, SHEEN));
  }
}

const HUB_X = 13.5;
const HUB_Y = 46;

function chairSide(on: Cells, step: Stance['step']): void {
  on.rect(8, 33, 2, 12, code(SEAT, PLAIN))
    .column(8, 33, 12, code(SEAT, LIT))
    .rect(5, 33, 4, 2, code(TYRE, PLAIN))
    .row(5, 33, 4, code(TYRE, LIT));
  for (let y = 38; y < 54; y++) {
    for (let x = 5; x < 23; x++) {
      const distance = Math.hypot(x - HUB_X, y - HUB_Y);
      if (distance > 7.9) continue;
      if (distance > 6.4) on.dot(x, y, code(TYRE, x + y < HUB_X + HUB_Y - 7 ? LIT : PLAIN));
      else if (distance > 5.2) on.dot(x, y, code(METAL, LIT));
    }
  }
  const turn = step === 0 ? 0 : step === 1 ? Math.PI / 12 : Math.PI / 6;
  for (let spoke = 0; spoke < 4; spoke++) {
    const angle = turn + (spoke * Math.PI) / 4;
    const dx = Math.cos(angle) * 5;
    const dy = Math.sin(angle) * 5;
    on.line(Math.round(HUB_X - dx), Math.round(HUB_Y - dy), Math.round(HUB_X + dx), Math.round(HUB_Y + dy), code(METAL, EDGE));
  }
  on.rect(12, 45, 3, 3, code(METAL, LIT)).dot(13, 46, code(METAL, GAP));
  // castor and foot plate
  on.rect(22, 49, 4, 5, code(TYRE, PLAIN)).dot(22, 49, 0).dot(25, 49, 0).dot(22, 53, 0).dot(25, 53, 0).rect(23, 51, 2, 1, code(METAL, LIT));
}

/** The cane, in the hand that carries no cup. From the side it is held ahead, on the far side. */
export function drawCane(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (appearance.aid !== 'cane') return;
  const grip = NECK_Y + 11 + (stance.seated ? 2 : 0) + dy;
  const shaft = (x0: number, x1: number, hook: number): void => {
    on.line(x0, grip, x1, 53, code(WOOD, PLAIN))
      .row(Math.min(x0, x0 + hook * 2), grip - 1, 3, code(WOOD, LIT))
      .dot(x0 + hook * 2, grip, code(WOOD, EDGE));
    on.dot(x1, 53, code(TYRE, PLAIN));
  };
  if (stance.side === 'right') {
    const tip = stance.seated ? 27 : stance.step === 1 ? 25 : stance.step === 3 ? 21 : 24;
    shaft(stance.seated ? 25 : 23, tip, -1);
    return;
  }
  const fromFront = stance.side === 'down';
  const x = fromFront ? 6 : 25;
  const tip = x + (stance.step === 0 ? 0 : stance.step === 1 ? (fromFront ? 1 : -1) : fromFront ? -1 : 1);
  shaft(x, tip, fromFront ? 1 : -1);
}

/** The backpack; taken off when seated. From the side it lies behind the body: draw it first. */
export function drawBag(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (!appearance.bag || stance.seated) return;
  const y = NECK_Y + 1 + dy;
  if (stance.side === 'down') {
    for (const x of [11, 19])
      on.rect(x, y, 2, 8, code(BAG, PLAIN))
        .column(x, y, 8, code(BAG, LIT))
        .row(x, y + 8, 2, code(BAG, GAP));
    on.row(11, y + 4, 2, code(BAG, EDGE)).row(19, y + 4, 2, code(BAG, EDGE));
    return;
  }
  if (stance.side === 'up') {
    const pack = new Grid().halves(y + 1, [4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4], 1);
    shade(on, pack, BAG);
    on.row(14, y, 4, code(BAG, EDGE))
      .rect(12, y + 6, 8, 4, code(BAG, EDGE))
      .row(12, y + 6, 8, code(BAG, LIT))
      .row(13, y + 9, 6, code(BAG, GAP))
      .row(11, y + 4, 10, code(BAG, EDGE))
      .dot(15, y + 5, code(BAG, SHEEN))
      .dot(16, y + 5, code(BAG, SHEEN));
    return;
  }
  const pack = new Grid().spans(
    y + 1,
    [
      [8, 13],
      [7, 13],
      [7, 13],
      [7, 13],
      [7, 13],
      [6, 13],
      [6, 13],
      [6, 13],
      [6, 13],
      [7, 13],
    ],
    1,
  );
  shade(on, pack, BAG);
  on.row(6, y + 6, 6, code(BAG, LIT)).row(7, y + 9, 5, code(BAG, GAP));
}

/** The strap over the shoulder, drawn over the side view's body. */
export function drawBagStrap(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (!appearance.bag || stance.seated || stance.side !== 'right') return;
  const y = NECK_Y + 1 + dy;
  on.line(14, y, 16, y + 2, code(BAG, LIT))
    .line(17, y + 3, 17, y + 6, code(BAG, PLAIN))
    .line(13, y, 15, y + 2, code(BAG, PLAIN));
}

/** A bright aid behind the ear, over the hair; a hijab covers it. Head grid. */
export function drawHearingAid(on: Cells, appearance: Appearance, side: Side): void {
  if (!appearance.hearingAid || appearance.head === 'hijab') return;
  if (side === 'right') {
    on.dot(13, 17, code(DEVICE, LIT))
      .dot(12, 18, code(DEVICE, PLAIN))
      .dot(12, 19, code(DEVICE, PLAIN))
      .dot(12, 20, code(DEVICE, EDGE))
      .dot(14, 18, code(METAL, SHEEN));
    return;
  }
  on.column(8, 18, 3, code(DEVICE, PLAIN))
    .dot(8, 18, code(DEVICE, LIT))
    .column(23, 18, 3, code(DEVICE, PLAIN))
    .dot(23, 20, code(DEVICE, EDGE));
}
