// One round of who talks with whom: the rules in their order.
import { TILE_UNITS } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import { tuning } from '@comptoir/shared/tuning';
import { partTheApart } from './blocks.ts';
import { endWhatIsDue } from './endings.ts';
import { type Beside, type Floor, formBubbles } from './formBubbles.ts';
import { atShutRooms } from './greenRooms.ts';
import { listenIn } from './listenIn.ts';
import { isStill, ticksOf } from './mayTalk.ts';
import { partBubbles } from './partBubbles.ts';
import { settleHalls } from './settleHalls.ts';
import { settleRooms, settleTables } from './settleTables.ts';
import type { Talker, Talks } from './Talks.ts';
import { tendTalkers } from './tendTalkers.ts';
import { partVisitors } from './visits.ts';
import { type WalkOrder, walkTogether } from './walkTogether.ts';

const DWELL_TICKS = ticksOf(tuning.dwellMs);

/** Between two rounds at least, however many wait for one. */
const SOONEST_TICKS = 2;

/** Every `bubbleTicks`, and in between when somebody's dwell is over. @param metTick of the round before */
export const isRoundDue = ({ dueTick }: Talks, metTick: number, nowTick: number): boolean =>
  nowTick - metTick >= (nowTick >= dueTick ? SOONEST_TICKS : tuning.bubbleTicks);

export interface Met {
  /** Whom to tell why what they stand beside does not take them: each once. */
  besides: { talker: Talker; beside: Beside }[];
  /** Whom to walk along with their leader. */
  orders: WalkOrder[];
}

export function meet(floor: Floor, { areas }: Pick<Ground, 'areas'>, nowTick: number): Met {
  const { talks } = floor;
  tendTalkers(talks, nowTick);
  endWhatIsDue(talks, nowTick);
  const orders = walkTogether(floor, nowTick);
  const outside = settleRooms(floor, areas.areas, nowTick);
  for (const [talker, beside] of atShutRooms(floor, areas)) outside.set(talker, beside);
  for (const [talker, beside] of settleHalls(floor, nowTick)) outside.set(talker, beside);
  partBubbles(floor, nowTick);
  partTheApart(talks, nowTick);
  settleTables(floor, nowTick);
  gather(floor);
  const besides = formBubbles(floor, nowTick);
  listenIn(floor, nowTick);
  partVisitors(talks, nowTick);
  for (const [talker, beside] of outside) besides.set(talker, beside);
  return { besides: sayOnce(floor, besides, nowTick), orders };
}

/** Only who stands still can be met. */
function gather({ talks, nearby, grid }: Floor): void {
  nearby.clear(grid.width * TILE_UNITS, grid.height * TILE_UNITS);
  for (const talker of talks.talkers.values()) if (isStill(talker)) nearby.add(talker);
}

function sayOnce({ talks }: Floor, besides: ReadonlyMap<Talker, Beside>, nowTick: number): { talker: Talker; beside: Beside }[] {
  const due: { talker: Talker; beside: Beside }[] = [];
  for (const talker of talks.beside) {
    if (besides.has(talker)) continue;
    delete talker.beside;
    talks.beside.delete(talker);
  }
  for (const [talker, beside] of besides) {
    const key = `${beside.reason} ${beside.number} ${beside.person}`;
    talks.beside.add(talker);
    if (talker.beside?.key !== key) talker.beside = { key, sinceTick: nowTick, said: false };
    if (talker.beside.said || nowTick - talker.beside.sinceTick < DWELL_TICKS) continue;
    talker.beside.said = true;
    due.push({ talker, beside });
  }
  return due;
}
