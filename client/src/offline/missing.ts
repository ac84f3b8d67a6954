// What stands between this page and the office: no network at all, or no answer of the server; asked again until there is one.

/** network: this device is not connected · server: it is, and nobody answers. */
export type Missing = 'network' | 'server';

const NOBODY_HOME: readonly number[] = [502, 503, 504];

export interface Means {
  /** Does the browser see any network? When it says no there is none. */
  isOnline(): boolean;
  /** The status of the answer to this very page's address; rejects without one. */
  ask(): Promise<number>;
}

/** @returns undefined when the office answers again */
export async function whatIsMissing({ isOnline, ask }: Means): Promise<Missing | undefined> {
  try {
    if (!NOBODY_HOME.includes(await ask())) return undefined;
  } catch {
    // said below
  }
  return isOnline() ? 'server' : 'network';
}
