// How much of the bar fits into the free part of the window: what does not is found elsewhere on the screen.

/** full: all with words · tight: no doubles, goodbye as an icon · phone: the five that one needs while talking. */
export type BarRoom = 'full' | 'tight' | 'phone';

/** CSS px that the full bar needs in a conversation. */
const FULL_PX = 790;

/** @param freePx what panels and tiles leave of the window's width */
export function barRoom(freePx: number, narrow: boolean): BarRoom {
  if (narrow) return 'phone';
  return freePx >= FULL_PX ? 'full' : 'tight';
}
