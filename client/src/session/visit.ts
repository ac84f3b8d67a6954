// What this tab remembers of its visit: who it is, that it was inside when it was reloaded, or that it stands before the door.
import type { DeviceFacts } from '@comptoir/shared/protocol/http';

export interface Visit {
  office: string;
  personId: string;
  ticket: string;
  inside: boolean;
  /** Came through a door from another office of this server: goes in without the entrance. */
  crossing?: boolean;
}

/** Somebody who knocks: a reload goes on waiting. */
export interface KeptKnock {
  office: string;
  knock: string;
  personId: string;
  ticket: string;
  name: string;
  trade: string;
  /** encodeAppearance */
  appearance: string;
  /** The version of the charter that they accept. */
  charter?: string;
}

const VISIT_KEY = 'comptoir.visit';
const KNOCK_KEY = 'comptoir.knock';

/** Survives a browser that forbids storage: then every load begins at the entrance. */
function read<T extends { office: string }>(storage: Storage | undefined, key: string, officeId: string): T | undefined {
  try {
    const kept = JSON.parse(storage?.getItem(key) ?? 'null') as T | null;
    return kept?.office === officeId ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(storage: Storage | undefined, key: string, value: unknown): void {
  try {
    if (value) storage?.setItem(key, JSON.stringify(value));
    else storage?.removeItem(key);
  } catch {
    // nothing to remember in
  }
}

export const readVisit = (storage: Storage | undefined, officeId: string): Visit | undefined => read(storage, VISIT_KEY, officeId);
export const keepVisit = (storage: Storage | undefined, visit: Visit | undefined): void => keep(storage, VISIT_KEY, visit);
/** Through a door: the visit of this office goes on in that one. */
export function crossTo(storage: Storage | undefined, from: string, to: string): void {
  const visit = readVisit(storage, from);
  if (visit) keepVisit(storage, { ...visit, office: to, crossing: true });
}
export const readKnock = (storage: Storage | undefined, officeId: string): KeptKnock | undefined => read(storage, KNOCK_KEY, officeId);
export const keepKnock = (storage: Storage | undefined, knock: KeptKnock | undefined): void => keep(storage, KNOCK_KEY, knock);

/** What proves that this browser is the person it says it is. */
export const ticketOf = (personId: string, device: DeviceFacts | undefined, visit: Visit | undefined): string | undefined =>
  device?.persons.find((person) => person.personId === personId)?.ticket ?? (visit?.personId === personId ? visit.ticket : undefined);

/** Was this page reloaded (and not opened anew or duplicated)? Then the visit goes on without the entrance. */
export const isReload = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
};
