// Using things: the coffee machine brews, one carries a cup for ten minutes, the day's counter goes up; Thursdays after 18:00 it pours an aperitif.
import { feetPxOf, reachesThing } from '@comptoir/shared/map/reach';
import { tuning } from '@comptoir/shared/tuning';
import type { Occupant, Office } from './Office.ts';
import { isThingOpen } from './visits.ts';

const CUP_TICKS = tuning.cupMs / tuning.tickMs;
const BREW_TICKS = tuning.brewMs / tuning.tickMs;

export type Use = { refused: 'notThere' | 'tooFar' } | { use: 'coffee'; untilTick: number } | { use: 'other' };

/** O7: a thing is used from within reach; the machine serves several at once. */
export function useThing(office: Office, occupant: Occupant, thingId: string, nowTick: number): Use {
  const thing = office.ground.things.get(thingId);
  if (!thing || !isThingOpen(occupant, thing)) return { refused: 'notThere' };
  if (!reachesThing(feetPxOf(occupant.walker), thing)) return { refused: 'tooFar' };
  if (thing.use !== 'coffee') return { use: 'other' };
  const untilTick = Math.floor(nowTick) + BREW_TICKS;
  office.brewingUntil.set(thingId, untilTick);
  occupant.cupUntilTick = untilTick + CUP_TICKS;
  return { use: 'coffee', untilTick };
}

export const carriesCup = (occupant: Occupant, nowTick: number): boolean =>
  occupant.cupUntilTick > nowTick && nowTick >= occupant.cupUntilTick - CUP_TICKS;

/** The office's day (YYYY-MM-DD) in its time zone, for the counter. */
export const dayOf = (nowMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs);

/** O8: Thursday from 18:00 to midnight in the office's time zone. */
export function isAperoHour(nowMs: number, timeZone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' }).formatToParts(nowMs);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return part('weekday') === 'Thu' && Number(part('hour')) >= 18;
}
