// The cardboard people of the demo office, as the scene and the panels see them: drawn by a script, known to no server, counted nowhere.
import type { Ring } from '@comptoir/shared/conversation';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import type { Direction } from '@comptoir/shared/movement';
import type { HallShow } from './hallShow.ts';
import type { Person } from './World.ts';

/** Somebody of cardboard, on a stand that slides. x, y: feet, px of the map. */
export interface CutOut {
  person: Person;
  x: number;
  y: number;
  direction: Direction;
  moving: boolean;
  ring: Ring | undefined;
  /** Where they sit. */
  seat?: Seat;
}

export interface Demo {
  /** At a moment of the wall clock, ms since 1970; nobody once two real people are in. */
  castAt(nowMs: number): readonly CutOut[];
  /** The hour to light the office by: a day and its evening in a minute. */
  hourAt(nowMs: number): number;
  /** What is shown just now: `demo.step.<name>` says it in words. */
  stepAt(nowMs: number): DemoStep | 'left';
  /** The talk that is played in the auditorium; undefined between two, and where the map has none. */
  talkAt(nowMs: number): HallShow | undefined;
  /** Where it is played, and the seat from which one sees it. */
  readonly hall: { auditorium: string; seat: string } | undefined;
}

export type DemoStep = 'talk' | 'ring' | 'outLoud' | 'closed' | 'goodbye' | 'evening';
