// How wide a site beside the office may be.

/** Share of the window's width, percent. */
const LEAST_PERCENT = 20;
const MOST_PERCENT = 80;
export const KEY_STEP_PERCENT = 5;

/** A2: neither the site nor the office disappears. */
export const sideWidth = (percent: number): number => Math.min(MOST_PERCENT, Math.max(LEAST_PERCENT, percent));
