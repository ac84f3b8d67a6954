// The app's icons: the cup of the sign over the bar, drawn once and set on the ground that each system wants.
import { enlarge } from '../build/contactSheet.ts';
import { mix } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';

/** Pixels of the drawing; 192 and 512 are whole multiples of it. */
const SIZE = 64;
/** Where no system cuts anything off the ground may be smaller, and the cup is the larger: 192 is a multiple, 512 one with a margin. */
const SMALL = 48;

/** Cup, saucer and steam; all within the circle that no system cuts into: 40 % of the picture around its middle. */
function drawCup(): Surface {
  const C = P.cream;
  const s = new Surface(SIZE, SIZE);
  // the handle is a ring, half of it behind the cup
  for (let y = 29; y < 42; y++)
    for (let x = 35; x < 48; x++) {
      const far = Math.hypot(x + 0.5 - 41, y + 0.5 - 35);
      if (far >= 3 && far <= 6) s.px(x, y, C[3]);
    }
  s.rect(38, 29, 4, 2, C[2]).rr(19, 26, 22, 18, 7, C[4]).rect(19, 26, 22, 9, C[4]);
  // rim, coffee, the light from the left and the shade at the right
  s.rect(19, 26, 22, 1, C[5]).rect(20, 27, 20, 2, P.walnut[1]).hline(21, 27, 12, P.walnut[3]).hline(20, 29, 20, C[5]);
  s.rect(37, 29, 4, 8, C[2]).rect(36, 37, 4, 2, C[2]).rect(35, 39, 4, 2, C[2]).hline(26, 43, 9, C[2]);
  s.rect(21, 30, 2, 7, C[5]).rect(22, 37, 1, 2, C[5]);
  s.rr(14, 45, 32, 4, 2, C[3]).hline(16, 45, 28, C[5]).hline(16, 48, 28, C[1]);
  const cup = s.outline(0.8);
  for (const x of [24, 32]) drawSteam(cup, x);
  return cup;
}

/** One plume, 3 px thick, swaying as it rises. */
function drawSteam(s: Surface, x: number): void {
  const sway = [0, 0, 1, 2, 2, 1, 0, 0, 1, 2];
  sway.forEach((dx, k) => {
    s.rect(x + dx, 22 - k, 3, 1, P.gold[k > 7 ? 3 : 4]);
  });
}

/** Teal as the bar at the island; lighter above, so that it is a thing and not a hole. */
function drawGround(size: number, round: number): Surface {
  const V = P.velvet;
  const s = new Surface(size, size);
  s.rr(0, 0, size, size, round, V[1]).rr(0, 0, size, size - (round ? 2 : 0), round, V[2]);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x - size * 0.42, y - size * 0.36) / size;
      const isLit = s.alpha(x, y) > 0 && s.get(x, y).join() === V[2].join();
      if (isLit && far < 0.47) s.px(x, y, mix(V[2], V[3], far < 0.34 ? 0.5 : 0.25));
    }
  return s;
}

/** By path below the client's public folder. */
export function drawIcons(): ReadonlyMap<string, Surface> {
  const cup = drawCup();
  const inset = (SIZE - SMALL) / 2;
  const plain = drawGround(SMALL, 11).blit(cup, -inset, -inset);
  const full = drawGround(SIZE, 0).blit(cup, 0, 0);
  return new Map([
    ['icons/icon-192.png', enlarge(plain, 4)],
    ['icons/icon-512.png', new Surface(512, 512).blit(enlarge(plain, 10), 16, 16)],
    ['icons/maskable-192.png', enlarge(full, 3)],
    ['icons/maskable-512.png', enlarge(full, 8)],
    // 180 px: the rim of the ground is cut off
    ['apple-touch-icon.png', enlarge(full.crop(2, 2, 60, 60), 3)],
  ]);
}
