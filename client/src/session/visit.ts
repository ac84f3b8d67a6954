// What this tab remembers of its visit: who it is, and that it was inside when it was reloaded.

export interface Visit {
  office: string;
  personId: string;
  ticket: string;
  inside: boolean;
  /** Came through a door from another office of this server: goes in without the entrance. */
  crossing?: boolean;
}

const KEY = 'comptoir.visit';

/** Survives a browser that forbids storage: then every load begins at the entrance. */
export function readVisit(storage: Storage | undefined, officeId: string): Visit | undefined {
  try {
    const visit = JSON.parse(storage?.getItem(KEY) ?? 'null') as Visit | null;
    return visit?.office === officeId ? visit : undefined;
  } catch {
    return undefined;
  }
}

export function keepVisit(storage: Storage | undefined, visit: Visit | undefined): void {
  try {
    if (visit) storage?.setItem(KEY, JSON.stringify(visit));
    else storage?.removeItem(KEY);
  } catch {
    // nothing to remember in
  }
}

/** Was this page reloaded (and not opened anew or duplicated)? Then the visit goes on without the entrance. */
export const isReload = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
};
