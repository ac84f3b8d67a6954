// The server's HTTP routes as functions; a failure is a value, never an exception.
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { DeviceFacts, OfficeFacts, OfficeSummary } from '@comptoir/shared/protocol/http';

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

/** Ids may hold slashes: each part is encoded by itself. */
const pathOf = (officeId: string): string => officeId.split('/').map(encodeURIComponent).join('/');

export const fetchOffice = (officeId: string): Promise<Fetched<OfficeFacts>> => fetchJson(`/api/offices/${pathOf(officeId)}`);
export const fetchOffices = (): Promise<Fetched<OfficeSummary[]>> => fetchJson('/api/offices');
export const fetchMap = (officeId: string, version: string): Promise<Fetched<OfficeMap>> =>
  fetchJson(`/api/offices/${pathOf(officeId)}/map?v=${encodeURIComponent(version)}`);

/** Who this browser has been; sets the device cookie when there is none. */
export const fetchDevice = (officeId: string): Promise<Fetched<DeviceFacts>> =>
  fetchJson('/api/device', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ office: officeId }),
  });
