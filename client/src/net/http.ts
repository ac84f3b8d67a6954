// The server's HTTP routes as functions; a failure is a value, never an exception.
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { HOUSE_PATH, type HouseFacts } from '@comptoir/shared/protocol/admin';
import type { NextFacts } from '@comptoir/shared/protocol/appointments';
import type { KnockAsk, KnockFacts, KnockState } from '@comptoir/shared/protocol/door';
import type { DeviceFacts, JOIN_REFUSED, OfficeFacts, OfficeSummary } from '@comptoir/shared/protocol/http';

export type Fetched<T> = { ok: T } | { failed: 'unreachable' | 'notFound' | 'refused' };

async function fetchJson<T>(url: string, init?: RequestInit): Promise<Fetched<T>> {
  try {
    const response = await fetch(url, init);
    if (response.ok) return { ok: (await response.json()) as T };
    return { failed: response.status === 404 ? 'notFound' : 'refused' };
  } catch {
    return { failed: 'unreachable' };
  }
}

const json = (body: unknown): RequestInit => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Ids may hold slashes: each part is encoded by itself. */
const pathOf = (officeId: string): string => officeId.split('/').map(encodeURIComponent).join('/');

export const fetchOffice = (officeId: string): Promise<Fetched<OfficeFacts>> => fetchJson(`/api/offices/${pathOf(officeId)}`);
/** The next occurrence of a meeting; `key` of an office that is not open to everybody. */
export const fetchMeeting = (id: string, key: string | undefined): Promise<Fetched<NextFacts>> =>
  fetchJson(`/api/appointments/${encodeURIComponent(id)}${key === undefined ? '' : `?key=${encodeURIComponent(key)}`}`);
/** The charter, and whom those write to who are not let in. */
export const fetchHouse = (): Promise<Fetched<HouseFacts>> => fetchJson(HOUSE_PATH);
export const fetchOffices = (): Promise<Fetched<OfficeSummary[]>> => fetchJson('/api/offices');
export const fetchMap = (officeId: string, version: string): Promise<Fetched<OfficeMap>> =>
  fetchJson(`/api/offices/${pathOf(officeId)}/map?v=${encodeURIComponent(version)}`);

/** Who this browser has been; sets the device cookie when there is none. */
export const fetchDevice = (officeId: string): Promise<Fetched<DeviceFacts>> =>
  fetchJson('/api/device', { ...json({ office: officeId }), method: 'POST' });

type KnockRefusal = keyof typeof JOIN_REFUSED | 'unreachable';
const KNOCK_REFUSED: Readonly<Partial<Record<number, KnockRefusal>>> = { 400: 'name', 403: 'banned', 429: 'tooMany' };

/** Knocks at the door of an office. A refusal is called as that of a join. */
export async function sendKnock(ask: KnockAsk): Promise<{ ok: KnockFacts } | { refused: KnockRefusal }> {
  try {
    const response = await fetch('/api/knocks', { ...json(ask), method: 'POST' });
    if (response.ok) return { ok: (await response.json()) as KnockFacts };
    return { refused: KNOCK_REFUSED[response.status] ?? 'unreachable' };
  } catch {
    return { refused: 'unreachable' };
  }
}

const pathOfKnock = (knock: string): string => `/api/knocks/${encodeURIComponent(knock)}`;
export const fetchKnock = (knock: string): Promise<Fetched<KnockState>> => fetchJson(pathOfKnock(knock));
/** `keepalive`: also by a page that goes. */
export const withdrawKnock = (knock: string): Promise<Fetched<unknown>> =>
  fetchJson(pathOfKnock(knock), { method: 'DELETE', keepalive: true });
