// The demo office: the default map once more, under another name. Its cardboard people live in the browsers.
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { Maps } from '../http/Offices.ts';

export const DEMO_OFFICE = 'demo';
/** Whose map it borrows. */
const DEFAULT_OFFICE = 'office';

/** The same maps, and that of the demo. */
export function withDemo(maps: Maps): Maps {
  const made = new WeakMap<OfficeMap, OfficeMap>();
  const demoOf = (map: OfficeMap): OfficeMap => {
    const known = made.get(map) ?? { ...map, title: 'Demo' };
    made.set(map, known);
    return known;
  };
  return {
    file: (path) => maps.file(path),
    mapOf(officeId) {
      const map = maps.mapOf(officeId);
      if (map || officeId !== DEMO_OFFICE) return map;
      const borrowed = maps.mapOf(DEFAULT_OFFICE);
      return borrowed && demoOf(borrowed);
    },
  };
}

/** Offices whose map is this one. */
export const officesOfMap = (mapId: string, hasDemo: boolean): string[] =>
  hasDemo && mapId === DEFAULT_OFFICE ? [mapId, DEMO_OFFICE] : [mapId];
