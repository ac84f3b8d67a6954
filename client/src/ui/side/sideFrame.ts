// How a site beside the office is held: how wide it may be, and what its frame may do.

/** Share of the window's width, percent. */
const LEAST_PERCENT = 20;
const MOST_PERCENT = 80;
export const KEY_STEP_PERCENT = 5;

/** A2: neither the site nor the office disappears. */
export const sideWidth = (percent: number): number => Math.min(MOST_PERCENT, Math.max(LEAST_PERCENT, percent));

const ALLOWED = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-presentation';

/** A2: a site keeps its own cookies and storage, but pages of our own origin get none: they could reach into this page. */
export const sandboxOf = (url: string, ownOrigin: string): string =>
  URL.parse(url, ownOrigin)?.origin === ownOrigin ? ALLOWED : `${ALLOWED} allow-same-origin`;
