// What the frame of a site named by a map may do.

const ALLOWED = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-presentation';

/** A2: a site keeps its own cookies and storage, but pages of our own origin get none: they could reach into this page. */
export const sandboxOf = (url: string, ownOrigin: string): string =>
  URL.parse(url, ownOrigin)?.origin === ownOrigin ? ALLOWED : `${ALLOWED} allow-same-origin`;
