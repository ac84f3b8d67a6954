// Arms and hands: at rest, swinging, in the lap, round a cup, on the wheels, raised.
import type { Appearance } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import type { Stance } from './frames.ts';
import { ACCENT, CREAM, code, EDGE, farCode, GAP, HAIR, LIT, PLAIN, SKIN, TOP, WOOD } from './materials.ts';
import { shade } from './shade.ts';
import { NECK_Y } from './torso.ts';

/** Rows of sleeve; the rest of the arm is bare. */
const sleeveOf = (appearance: Appearance): number =>
  appearance.top === 'tee' || appearance.top === 'dress' || appearance.top === 'overall' ? 4 : 99;

interface Hang {
  /** Px the hand is moved sideways, growing along the forearm. */
  readonly bend?: number;
  readonly far?: boolean;
}

/** One arm of the front or back view from its shoulder (left end, top); `inner` is the side towards the body: 1 right, -1 left. */
function hangingArm(
  on: Cells,
  x: number,
  y: number,
  length: number,
  sleeve: number,
  inner: 1 | -1,
  { bend = 0, far = false }: Hang = {},
): void {
  // rounded away from zero on both sides, so that left and right arms are mirror images
  const drift = (k: number): number => Math.sign(bend) * Math.round(Math.abs(bend) * Math.max(0, (k - 3) / (length - 3)));
  const mask = new Cells();
  for (let k = 0; k < length; k++) mask.rect(x + drift(k), y + k, 3, 1, 1);
  mask.dot(inner > 0 ? x : x + 2, y, 0);
  shade(on, mask, TOP, { thin: true, far });
  const skin = (level: number): number => (far ? farCode(SKIN, level) : code(SKIN, level));
  for (let k = sleeve; k < length; k++) on.row(x + drift(k), y + k, 3, skin(PLAIN)).dot(x + drift(k) + 2, y + k, skin(EDGE));
  if (sleeve < length) on.row(x, y + sleeve - 1, 3, far ? farCode(TOP, EDGE) : code(TOP, EDGE));
  on.rect(x + bend, y + length, 3, 2, skin(PLAIN))
    .dot(x + bend + 2, y + length, skin(EDGE))
    .row(x + bend, y + length + 1, 3, skin(EDGE))
    .dot(x + bend + (inner > 0 ? 0 : 1), y + length + 1, skin(PLAIN));
  if (sleeve >= length) on.row(x + bend, y + length - 1, 3, code(TOP, EDGE));
}

/** Both arms, except one that is raised. Drawn after the torso. */
export function drawArms(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  const y = NECK_Y + 1 + dy;
  if (stance.side === 'right') {
    sideArm(on, appearance, stance, y);
    return;
  }
  const sleeve = sleeveOf(appearance);
  const fromFront = stance.side === 'down';
  // the raised arm is the person's left: on the viewer's right from the front, on the left from behind
  const raised = stance.raised !== 'no';
  const left = !(raised && !fromFront);
  const right = !(raised && fromFront);
  if (appearance.aid === 'wheelchair' && stance.step !== 0) {
    const length = stance.step === 1 ? 9 : 7;
    hangingArm(on, 7, y, length, sleeve, 1, { bend: -1 });
    if (stance.cup && fromFront) hangingArm(on, 22, y, 6, sleeve, -1, { bend: -2 });
    else hangingArm(on, 22, y, length, sleeve, -1, { bend: 1 });
    return;
  }
  if (stance.seated) {
    if (fromFront) {
      if (left) hangingArm(on, 7, y, stance.cup ? 9 : 8, sleeve, 1, { bend: 3 });
      if (stance.cup) hangingArm(on, 22, y, 6, sleeve, -1, { bend: -2 });
      else if (right) hangingArm(on, 22, y, 8, sleeve, -1, { bend: -3 });
    } else {
      if (left) hangingArm(on, 7, y, 6, sleeve, 1, { bend: 1 });
      if (right) hangingArm(on, 22, y, 6, sleeve, -1, { bend: -1 });
    }
    return;
  }
  const cup = stance.cup && fromFront;
  const cane = appearance.aid === 'cane';
  const swings: Record<Stance['step'], readonly [number, Hang, number, Hang]> = fromFront
    ? { 0: [9, {}, 9, {}], 1: [7, { bend: -1, far: true }, 9, { bend: -2 }], 3: [9, { bend: 2 }, 7, { bend: 1, far: true }] }
    : { 0: [9, {}, 9, {}], 1: [6, { bend: 1, far: true }, 9, {}], 3: [9, {}, 6, { bend: -1, far: true }] };
  const [leftLength, leftHang, rightLength, rightHang] = swings[stance.step];
  // the hand on a cane stays down
  if (left) hangingArm(on, 7, y, cane && fromFront ? 9 : leftLength, sleeve, 1, cane && fromFront ? { bend: -1 } : leftHang);
  if (cup) hangingArm(on, 22, y, 6, sleeve, -1, { bend: -2 });
  else if (right) hangingArm(on, 22, y, cane && !fromFront ? 9 : rightLength, sleeve, -1, cane && !fromFront ? { bend: 1 } : rightHang);
  // the gap between arm and body
  if (left && stance.step !== 3) on.column(10, y + 2, stance.step === 0 ? 8 : 4, code(TOP, EDGE));
  if (right && stance.step !== 1 && !cup) on.column(21, y + 2, stance.step === 0 ? 8 : 4, code(TOP, GAP));
}

/** The arm on the far side, drawn before the body. */
export function drawFarArm(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (stance.side !== 'right') return;
  const y = NECK_Y + 1 + dy;
  const cane = appearance.aid === 'cane';
  if (appearance.aid === 'wheelchair' || (stance.seated && !cane)) return;
  const swing = cane ? 7 : stance.step === 1 ? 6 : stance.step === 3 ? -6 : 0;
  if (swing === 0) return;
  const sleeve = sleeveOf(appearance);
  for (let k = 1; k < 10; k++) {
    const x = Math.round(15 + (swing * k) / 10);
    const bare = k >= 8 || k > sleeve;
    on.row(x, y + 1 + k, 3, farCode(bare ? SKIN : TOP, PLAIN));
  }
}

function sideArm(on: Cells, appearance: Appearance, stance: Stance, y: number): void {
  const sleeve = sleeveOf(appearance);
  if (stance.raised !== 'no') return;
  if (appearance.aid === 'wheelchair' && stance.step !== 0 && !stance.cup) {
    const reach = stance.step === 1 ? 5 : -3;
    for (let k = 0; k < 10; k++) armRow(on, Math.round(14 + (reach * k) / 9), y + 1 + k, k >= sleeve || k >= 8);
    return;
  }
  if (stance.cup || stance.seated) {
    for (let k = 0; k < 6; k++) armRow(on, 14, y + 1 + k, k >= sleeve);
    const fy = y + (stance.cup ? 5 : 7);
    for (let k = 0; k < 7; k++) {
      const material = k > 4 || sleeve < 9 ? SKIN : TOP;
      const rise = stance.cup ? Math.floor(k / 3) : 0;
      on.column(15 + k, fy - rise, 3, code(material, PLAIN))
        .dot(15 + k, fy - rise, code(material, LIT))
        .dot(15 + k, fy + 2 - rise, code(material, material === SKIN ? EDGE : GAP));
    }
    return;
  }
  const swing = stance.step === 0 ? 0 : stance.step === 1 ? -6 : 6;
  for (let k = 0; k < 11; k++) {
    const t = k / 11;
    const x = Math.round(14 + swing * t * t * 0.5 + swing * t * 0.5);
    const lift = swing !== 0 && k > 6 ? Math.round((k - 6) * 0.35) : 0;
    armRow(on, x, y + 1 + k - lift, k >= sleeve || k >= 9);
  }
}

function armRow(on: Cells, x: number, y: number, bare: boolean): void {
  const material = bare ? SKIN : TOP;
  on.row(x, y, 4, code(material, PLAIN))
    .dot(x, y, code(material, LIT))
    .dot(x + 3, y, code(material, bare ? EDGE : GAP));
  if (!bare) on.dot(x - 1, y, code(TOP, EDGE));
}

/** The raised arm, over the head. */
export function drawRaisedArm(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  if (stance.raised === 'no') return;
  const y = NECK_Y + 1 + dy;
  const bareFrom = sleeveOf(appearance) === 4 ? 3 : 12;
  const arm = new Cells();
  const mirrored = stance.side === 'up';
  const put = (x: number, row: number, w: number): void => {
    arm.rect(mirrored ? 32 - x - w : x, row, w, 1, 1);
  };
  const skin = new Cells();
  const lean = stance.raised === 'leaning' ? 1 : 0;
  if (stance.side === 'right') {
    for (let k = 0; k < 9; k++) put(14 + k, y + 3 - Math.floor(k / 3), 4);
    for (let k = 0; k < 9; k++) put(24 + Math.min(1, Math.floor(k / 4)), y - k, 3);
  } else {
    put(21, y, 4);
    put(21, y + 1, 6);
    put(22, y + 2, 5);
    put(22, y + 3, 3);
    for (let k = 0; k < 10; k++) put(25 + (k > 4 ? lean : 0), y - k, 3);
    // a dark seam keeps the arm apart from hair of any width
    for (let k = 1; k < 13; k++) {
      const x = 24 + (k > 4 ? lean : 0);
      on.tint(mirrored ? 31 - x : x, y - k, code(HAIR, GAP));
    }
  }
  shade(on, arm, TOP, { thin: true });
  const top = y - (stance.side === 'right' ? 8 : 9);
  const handX = 25 + lean;
  const x = mirrored ? 32 - handX - 3 : handX;
  for (let row = top; row < top + (bareFrom < 12 ? 9 : 1); row++) {
    for (let c = 20; c < 30; c++) {
      const column = mirrored ? 31 - c : c;
      if (arm.has(column, row)) skin.dot(column, row, 1);
    }
  }
  skin.rect(x, top - 3, 3, 3, 1).rect(mirrored ? x + 3 : x - 1, top - 2, 1, 1, 1);
  shade(on, skin, SKIN, { thin: true });
  on.row(x, top, 3, code(bareFrom < 12 ? SKIN : TOP, EDGE));
}

/** The cup in the hand, drawn last: five by six pixels of cream with a band. Nobody sees it from behind. */
export function drawCup(on: Cells, stance: Stance, dy: number): void {
  if (!stance.cup || stance.side === 'up') return;
  const fromFront = stance.side === 'down';
  const x = fromFront ? 19 : 21;
  const y = NECK_Y + 1 + dy + (fromFront ? 4 : 0);
  // a dark seam, or the cup is lost on pale clothes
  for (let k = 0; k < 7; k++) on.tint(x - 1, y + k, code(TOP, GAP)).tint(x + k - 1, y + 6, code(TOP, GAP));
  on.rect(x, y, 5, 6, code(CREAM, LIT))
    .column(x + 4, y + 1, 5, code(CREAM, EDGE))
    .row(x, y, 5, code(WOOD, GAP))
    .row(x, y + 3, 5, code(ACCENT, PLAIN))
    .dot(x, y + 5, code(CREAM, PLAIN));
  if (fromFront)
    on.dot(x - 1, y + 1, code(CREAM, PLAIN))
      .dot(x - 2, y + 2, code(CREAM, PLAIN))
      .dot(x - 1, y + 3, code(CREAM, EDGE))
      .rect(x + 2, y + 3, 4, 2, code(SKIN, PLAIN))
      .dot(x + 5, y + 4, code(SKIN, EDGE));
  else on.rect(x - 1, y + 3, 3, 3, code(SKIN, PLAIN)).row(x - 1, y + 5, 3, code(SKIN, EDGE));
}
