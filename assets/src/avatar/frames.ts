// The frames of an avatar sheet: their names, what each one shows, and where it lies.

/** Size of one frame in px. */
export const FRAME_W = 32;
export const FRAME_H = 56;
/** The row that is placed at the feet's y on the map: bodies end on the row above it, their outline on it. */
export const FEET_Y = 54;

/** Left is right, mirrored. */
export type Side = 'down' | 'up' | 'right';

/** What one frame shows. */
export interface Stance {
  readonly side: Side;
  /** 0 standing, 1 left foot ahead, 3 right foot ahead. Step 2 looks like 0. */
  readonly step: 0 | 1 | 3;
  readonly seated: boolean;
  readonly cup: boolean;
  /** How the arm is raised, if it is. */
  readonly raised: 'no' | 'straight' | 'leaning';
  readonly face: 'calm' | 'blink' | 'laugh';
}

const CALM: Stance = { side: 'down', step: 0, seated: false, cup: false, raised: 'no', face: 'calm' };
const seated: Partial<Stance> = { seated: true };
const cup: Partial<Stance> = { cup: true };
const raised: Partial<Stance> = { raised: 'straight' };

const at = (side: Side, ...changes: Partial<Stance>[]): Stance => Object.assign({}, CALM, { side }, ...changes) as Stance;

/** Every picture of a sheet in the order they are drawn, row by row. */
export const STANCES = {
  'down-0': at('down'),
  'down-1': at('down', { step: 1 }),
  'down-3': at('down', { step: 3 }),
  'up-0': at('up'),
  'up-1': at('up', { step: 1 }),
  'up-3': at('up', { step: 3 }),
  'right-0': at('right'),
  'right-1': at('right', { step: 1 }),
  'right-3': at('right', { step: 3 }),
  'cup-down-0': at('down', cup),
  'cup-down-1': at('down', cup, { step: 1 }),
  'cup-down-3': at('down', cup, { step: 3 }),
  'cup-right-0': at('right', cup),
  'cup-right-1': at('right', cup, { step: 1 }),
  'cup-right-3': at('right', cup, { step: 3 }),
  'sit-down': at('down', seated),
  'sit-up': at('up', seated),
  'sit-right': at('right', seated),
  'cup-sit-down': at('down', seated, cup),
  'cup-sit-right': at('right', seated, cup),
  'wave-down-0': at('down', raised),
  'wave-down-1': at('down', { raised: 'leaning' }),
  'wave-up': at('up', raised),
  'wave-right': at('right', raised),
  'wave-sit-down': at('down', raised, seated),
  'wave-sit-up': at('up', raised, seated),
  'wave-sit-right': at('right', raised, seated),
  blink: at('down', { face: 'blink' }),
  laugh: at('down', { face: 'laugh' }),
  'laugh-sit': at('down', seated, { face: 'laugh' }),
} as const satisfies Record<string, Stance>;

type DrawnFrame = keyof typeof STANCES;

/** Frames that show the same picture as another one: the passing step, and cups, which nobody sees from behind. */
const SAME_AS = {
  'down-2': 'down-0',
  'up-2': 'up-0',
  'right-2': 'right-0',
  'cup-down-2': 'cup-down-0',
  'cup-right-2': 'cup-right-0',
  'cup-up-0': 'up-0',
  'cup-up-1': 'up-1',
  'cup-up-2': 'up-0',
  'cup-up-3': 'up-3',
  'cup-sit-up': 'sit-up',
} as const satisfies Record<string, DrawnFrame>;

/** Every frame name; add nothing for left: draw the right frame mirrored. */
export type AvatarFrame = DrawnFrame | keyof typeof SAME_AS;

const DRAWN = Object.keys(STANCES) as DrawnFrame[];
const COLUMNS = 10;

/** The sheet that composeAvatar draws: frames side by side without gaps, sizes in px. */
export const SHEET = {
  frameW: FRAME_W,
  frameH: FRAME_H,
  feetY: FEET_Y,
  columns: COLUMNS,
  rows: Math.ceil(DRAWN.length / COLUMNS),
  width: COLUMNS * FRAME_W,
  height: Math.ceil(DRAWN.length / COLUMNS) * FRAME_H,
} as const;

/** All frame names, aliases included. */
export const AVATAR_FRAMES: readonly AvatarFrame[] = [...DRAWN, ...(Object.keys(SAME_AS) as (keyof typeof SAME_AS)[])];

/** Where a frame lies in the sheet, in px. */
export function frameRect(name: AvatarFrame): { x: number; y: number; w: number; h: number } {
  const drawn: DrawnFrame = name in SAME_AS ? SAME_AS[name as keyof typeof SAME_AS] : (name as DrawnFrame);
  const index = DRAWN.indexOf(drawn);
  return { x: (index % COLUMNS) * FRAME_W, y: Math.floor(index / COLUMNS) * FRAME_H, w: FRAME_W, h: FRAME_H };
}
