// The light of a hall in which a talk is on, as pictures: the house lights down a little, the stage in the beams of its lamps.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { LightColor } from '../daylight.ts';
import { addPool, cssLight } from '../drawLights.ts';
import type { Hall } from './hallOf.ts';

type Context = CanvasRenderingContext2D;

/** What is left of the light over the rows. */
const ROWS: LightColor = [0.66, 0.61, 0.74];
const WARM = 0xffdca0;
const COOL = 0xcfe0ff;
const BULB = 0xfff0c8;
/** The light of the stage spills this far over the front rows, and that of the lounge this far into the last ones. px of the map. */
const SPILL_PX = 110;
const OPEN_PX = 44;
/** The lamps hang this high over the boards' back edge. */
const LAMPS_PX = 50;
/** Bulbs along the curtain's upper edge. */
const BULBS_PX = 60;
const LAMPS = [-0.36, -0.18, 0, 0.18, 0.36] as const;
const BULBS_EVERY_PX = 28;

/** To be multiplied with the world; the context is aimed at px of the map. */
export function drawDimming(context: Context, { stage, screen, box }: Hall): void {
  context.fillStyle = cssLight(ROWS);
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalCompositeOperation = 'lighter';
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, stage.y + stage.height - box.y + SPILL_PX);
  context.clip();
  const middle = { x: stage.x + stage.width / 2, y: stage.y + stage.height * 0.45 };
  for (const share of [0.6, 0.6, 0.6]) addPool(context, middle, stage.width * 0.78, stage.height + SPILL_PX, 0xffffff, share);
  context.restore();
  fade(context, box);
  context.globalCompositeOperation = 'source-over';
  // it shines by itself
  context.fillStyle = 'white';
  if (screen) context.fillRect(screen.x, screen.y, screen.width, screen.height);
}

/** The rows farthest from the stage are open to the place behind them. */
function fade(context: Context, { x, y, width, height }: Rect): void {
  const bottom = y + height;
  const gradient = context.createLinearGradient(0, bottom - OPEN_PX, 0, bottom);
  gradient.addColorStop(0, 'rgb(255 255 255 / 0)');
  gradient.addColorStop(1, 'white');
  context.fillStyle = gradient;
  context.fillRect(x, bottom - OPEN_PX, width, OPEN_PX);
}

const lampsOf = ({ x, y, width }: Rect): Point[] => LAMPS.map((share) => ({ x: x + width * (0.5 + share), y: y - LAMPS_PX }));

/** What the lamps pour over boards and screen, in the colours that are there; aimed at px of the map. */
export function drawPools(context: Context, { stage, screen }: Hall): void {
  const y = stage.y + stage.height * 0.56;
  for (const share of [-0.27, 0, 0.27])
    addPool(context, { x: stage.x + stage.width * (0.5 + share), y }, stage.width * 0.26, stage.height * 0.62, WARM, 0.36);
  for (const { x, y: top } of lampsOf(stage)) addPool(context, { x, y: top + 18 }, 44, 46, WARM, 0.5);
  if (!screen) return;
  keepOff(context, screen);
  // where few people are the house is dimmer: not the picture
  context.fillStyle = 'rgb(255 255 255 / .15)';
  context.fillRect(screen.x, screen.y, screen.width, screen.height);
  // the picture lights the boards before it
  const under = { x: screen.x + screen.width / 2, y: screen.y + screen.height };
  context.save();
  context.beginPath();
  context.rect(stage.x, under.y + 2, stage.width, stage.height);
  context.clip();
  addPool(context, under, screen.width * 0.72, screen.height * 0.95, COOL, 0.3);
  context.restore();
}

/** Light on a picture makes it pale. */
const keepOff = (context: Context, { x, y, width, height }: Rect): void => context.clearRect(x - 2, y - 2, width + 4, height + 4);

/** Beams in the air, and the lamps themselves; light of its own, aimed at px of the map. */
export function drawBeams(context: Context, { stage, screen }: Hall): void {
  const reach = stage.y + stage.height * 0.66;
  for (const [i, lamp] of lampsOf(stage).entries()) {
    const lean = (2 - i) * 16;
    const gradient = context.createLinearGradient(0, lamp.y, 0, reach);
    gradient.addColorStop(0, 'rgb(255 226 170 / .2)');
    gradient.addColorStop(0.5, 'rgb(255 226 170 / .08)');
    gradient.addColorStop(1, 'rgb(255 226 170 / 0)');
    context.fillStyle = gradient;
    context.beginPath();
    context.moveTo(lamp.x - 4, lamp.y);
    context.lineTo(lamp.x + 4, lamp.y);
    context.lineTo(lamp.x + lean + 46, reach);
    context.lineTo(lamp.x + lean - 46, reach);
    context.fill();
  }
  if (screen) keepOff(context, screen);
  for (const lamp of lampsOf(stage)) addPool(context, lamp, 13, 10, BULB, 0.9);
  const from = stage.x - 4;
  for (let x = from + BULBS_EVERY_PX / 2; x < stage.x + stage.width; x += BULBS_EVERY_PX)
    addPool(context, { x, y: stage.y - BULBS_PX }, 7, 7, BULB, 0.75);
}
