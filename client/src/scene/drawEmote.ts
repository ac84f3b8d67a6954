// Emotes as small pixel pictures in a speech bubble.
import type { Emote } from '@comptoir/shared/people';

const COLORS: Record<string, string> = {
  k: '#2a1b2e',
  r: '#d8506a',
  p: '#f0869a',
  y: '#f2c153',
  o: '#d9963a',
  w: '#ffffff',
  t: '#307a7c',
  g: '#8a7d90',
  c: '#9fd8d2',
};

/** 12 x 12 px each. Hands are nobody's in particular. */
const PICTURES: Record<Emote, readonly string[]> = {
  wave: [
    't...kkkkkk..',
    '.t.kyyoyyok.',
    '...kyyoyyoyk',
    't..kyyoyyoyk',
    '.kkkyyoyyoyk',
    '.kyyyyyyyyyk',
    '.kyyyyyyyyyk',
    '..kyyyyyyyyk',
    'c..kyyyyyyk.',
    '.c..kooook..',
    'c...kkkkkk..',
    '............',
  ],
  heart: [
    '............',
    '..kk....kk..',
    '.krrk..krrk.',
    'krpprkkrrrrk',
    'krpprrrrrrrk',
    'krprrrrrrrrk',
    'krrrrrrrrrrk',
    '.krrrrrrrrk.',
    '..krrrrrrk..',
    '...krrrrk...',
    '....krrk....',
    '.....kk.....',
  ],
  laugh: [
    '...kkkkkk...',
    '..kyyyyyyk..',
    '.kyyyyyyyyk.',
    'kyykyyyykyyk',
    'kykykyykykyk',
    'kyyyyyyyyyyk',
    'kykkkkkkkkyk',
    'kykwwwwwwkyk',
    'kyykrrrrkyyk',
    '.kyykppkyyk.',
    '..koykkyok..',
    '...kkkkkk...',
  ],
  thanks: [
    '.....kk.....',
    '....kyyk....',
    '....kyok....',
    '...kyyoyk...',
    '...kyyoyk...',
    '..kyyyoyyk..',
    '..kyyyoyyk..',
    '.kyyyyoyyyk.',
    '.kyyyyoyyyk.',
    '.kkyyyoyykk.',
    '.kttkkkkttk.',
    '.kttttttttk.',
  ],
  idea: [
    '.y..kkkk..y.',
    '...kyyyyk...',
    'y.kywwyyyk.y',
    '..kywyyyyk..',
    '..kyyyyyyk..',
    'y.kyyooyyk.y',
    '...kyooyk...',
    '...kkyykk...',
    '....kggk....',
    '....kwwk....',
    '....kggk....',
    '.....kk.....',
  ],
  hand: [
    '...kkkkkk...',
    '..kyyoyyok..',
    '..kyyoyyoyk.',
    '..kyyoyyoyk.',
    'kkkyyoyyoyk.',
    'kyyyyyyyyyk.',
    'kyyyyyyyyyk.',
    '.kyyyyyyyyk.',
    '..kyyyyyyk..',
    '...kooook...',
    '..kttttttk..',
    '..kttttttk..',
  ],
};

/** Bubble with its tail, px. */
export const EMOTE_SIZE = { width: 22, height: 24 };

/** Draws the bubble at the context's top left; the tail's point is the middle of the bottom edge. */
export function drawEmote(context: CanvasRenderingContext2D, emote: Emote): void {
  const rect = (x: number, y: number, w: number, h: number, color: string): void => {
    context.fillStyle = color;
    context.fillRect(x, y, w, h);
  };
  const ink = COLORS.k ?? 'black';
  rect(3, 0, 16, 20, ink);
  rect(0, 3, 22, 14, ink);
  rect(1, 1, 20, 18, ink);
  rect(3, 1, 16, 18, '#fff8ec');
  rect(1, 3, 20, 14, '#fff8ec');
  rect(2, 2, 18, 16, '#fff8ec');
  rect(3, 17, 16, 2, '#e8d9c4');
  rect(8, 19, 6, 2, ink);
  rect(9, 19, 4, 2, '#e8d9c4');
  rect(9, 21, 4, 1, ink);
  rect(10, 20, 2, 2, '#e8d9c4');
  rect(10, 22, 2, 1, ink);
  PICTURES[emote].forEach((row, y) => {
    [...row].forEach((cell, x) => {
      const color = COLORS[cell];
      if (color) rect(5 + x, 4 + y, 1, 1, color);
    });
  });
}
