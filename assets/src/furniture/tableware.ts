// Small things that stand on tables, desks and counters; each is drawn with its top left at (x, y).
import type { Ramp } from '../pixels/colour.ts';
import { mix } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import type { Surface } from '../pixels/Surface.ts';

/** 6 px mug with its handle to the right and a little shadow. */
export function mug(s: Surface, x: number, y: number, colours: Ramp): void {
  s.ell(x + 3, y + 6.6, 4, 1.8, INK, 0.18);
  s.rect(x, y, 6, 6, colours[4])
    .vline(x + 5, y, 6, colours[2])
    .hline(x, y, 6, P.cream[5])
    .hline(x + 1, y + 1, 4, P.walnut[1]);
  s.px(x + 6, y + 2, colours[3])
    .px(x + 6, y + 4, colours[3])
    .px(x + 7, y + 3, colours[3]);
}

/** 18x16 open laptop; `screen` tints what it shows. */
export function laptop(s: Surface, x: number, y: number, screen: Ramp = P.teal): void {
  s.rect(x, y + 8, 18, 8, P.steel[3])
    .hline(x, y + 8, 18, P.steel[5])
    .hline(x, y + 15, 18, P.steel[1]);
  for (let j = 0; j < 2; j++) s.hline(x + 3, y + 10 + j * 2, 12, P.steel[2]);
  s.rect(x + 1, y, 16, 8, P.steel[1]).rect(x + 2, y + 1, 14, 6, mix(screen[4], P.sky[2], 0.4));
  s.hline(x + 2, y + 1, 8, WHITE, 0.6).hline(x + 4, y + 4, 7, screen[2], 0.7);
}

/** The same laptop from behind. */
export function laptopBack(s: Surface, x: number, y: number): void {
  s.rect(x, y + 7, 18, 3, P.steel[2])
    .rect(x + 1, y, 16, 8, P.steel[3])
    .hline(x + 1, y, 16, P.steel[5])
    .vline(x + 1, y, 8, P.steel[4]);
  s.rect(x + 8, y + 3, 2, 2, P.steel[5]);
}

/** 20x13 sheets of paper. */
export function papers(s: Surface, x: number, y: number, colours: Ramp = P.ochre): void {
  s.rect(x, y, 11, 9, P.cream[5])
    .hline(x + 2, y + 2, 7, P.stone[3])
    .hline(x + 2, y + 4, 5, P.stone[3]);
  s.rect(x + 5, y + 4, 11, 9, INK, 0.18)
    .rect(x + 4, y + 3, 11, 9, colours[4])
    .hline(x + 6, y + 6, 7, colours[2])
    .hline(x + 6, y + 8, 5, colours[2]);
}

/** 14x8 plate with two biscuits. */
export function plate(s: Surface, x: number, y: number, first: Ramp = P.clay, second: Ramp = P.gold): void {
  s.ell(x + 7.5, y + 5, 7, 4, INK, 0.16)
    .ell(x + 7, y + 4, 7, 4, P.cream[4])
    .ell(x + 7, y + 3.5, 5.5, 3, P.cream[5]);
  s.ell(x + 5, y + 3, 2.5, 1.8, first[3])
    .ell(x + 9, y + 4, 2, 1.5, second[3])
    .px(x + 4, y + 2, first[4]);
}

/** 10x14 little pot plant. */
export function potlet(s: Surface, x: number, y: number, colours: Ramp = P.clay): void {
  s.rect(x + 1, y + 8, 8, 6, colours[3])
    .hline(x, y + 8, 10, colours[4])
    .vline(x + 8, y + 9, 5, colours[2]);
  s.ell(x + 5, y + 5, 5, 4, P.leaf[2])
    .ell(x + 3, y + 3.5, 3, 3, P.leaf[3])
    .ell(x + 7, y + 3, 2, 2, P.leaf[4]);
}

/** 10x16 glass vase with three flowers. */
export function vase(s: Surface, x: number, y: number): void {
  s.ell(x + 5, y + 15, 4, 1.6, INK, 0.18)
    .rect(x + 2, y + 8, 6, 7, P.sky[4])
    .vline(x + 2, y + 8, 7, WHITE)
    .vline(x + 7, y + 9, 6, P.sky[2]);
  s.ell(x + 5, y + 5, 5, 4, P.leaf[3]).ell(x + 4, y + 4, 3, 2, P.leaf[4]);
  s.rect(x + 1, y + 3, 2, 2, P.clay[4])
    .rect(x + 7, y + 4, 2, 2, P.gold[4])
    .rect(x + 4, y + 1, 2, 2, P.plum[4]);
}

/** 8x9 pile of books or notebooks. */
export function books(s: Surface, x: number, y: number): void {
  [P.blue, P.ochre, P.sage].forEach((colours, k) => {
    s.rect(x + (k % 2), y + 6 - k * 3, 12, 3, colours[3])
      .hline(x + (k % 2), y + 6 - k * 3, 12, colours[4])
      .vline(x + 11 + (k % 2), y + 6 - k * 3, 3, P.cream[4]);
  });
}

/** 10x7 headset lying down. */
export function headset(s: Surface, x: number, y: number): void {
  s.hline(x + 2, y, 6, P.steel[1])
    .px(x + 1, y + 1, P.steel[1])
    .px(x + 8, y + 1, P.steel[1]);
  s.rect(x, y + 2, 3, 4, P.steel[0])
    .rect(x + 7, y + 2, 3, 4, P.steel[0])
    .px(x, y + 3, P.steel[3])
    .px(x + 9, y + 3, P.plum[3]);
}

/** 20x6 keyboard and mouse. */
export function keyboard(s: Surface, x: number, y: number): void {
  s.rr(x, y, 20, 6, 1, P.stone[4]).hline(x, y + 5, 20, P.stone[3]);
  for (let j = 0; j < 2; j++) for (let i = 0; i < 8; i++) s.px(x + 2 + i * 2, y + 1 + j * 2, P.stone[2]);
  s.rr(x + 23, y + 1, 4, 5, 1, P.stone[5]).hline(x + 23, y + 5, 4, P.stone[3]);
}

/** 7x7 yellow duck for explaining bugs to. */
export function duck(s: Surface, x: number, y: number): void {
  s.ell(x + 3.5, y + 5, 3.5, 2.2, P.gold[3])
    .ell(x + 5, y + 2, 2, 2, P.gold[3])
    .px(x + 4, y + 1, P.gold[4])
    .px(x + 5, y + 2, INK)
    .px(x + 7, y + 2, P.clay[3]);
  s.hline(x + 1, y + 4, 3, P.gold[4]);
}
