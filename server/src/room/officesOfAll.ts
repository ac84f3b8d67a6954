// The offices of this server, as the routes see them: those that run here, and those that another process runs.
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import type { Cluster } from '../cluster/Cluster.ts';
import type { Offices } from '../http/Offices.ts';
import type { MapStore } from '../maps/MapStore.ts';
import type { Store } from '../store/openStore.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function officesOfAll(rooms: ReadonlyMap<string, OfficeRoom>, maps: MapStore, store: Store, cluster: Cluster | undefined): Offices {
  const elsewhere = (): OfficeFacts[] =>
    (cluster?.others() ?? []).flatMap(({ url, offices }) => offices.map((facts) => ({ ...facts, processUrl: url })));
  return {
    list() {
      const own = [...rooms.values()].map((room) => room.facts());
      const theirs = elsewhere().filter(({ id }) => !rooms.has(id));
      // the same from every process
      const all = cluster ? [...own, ...theirs].toSorted((a, b) => (a.id < b.id ? -1 : 1)) : own;
      return all.map(({ id, title, people, capacity }) => ({ id, title, people, capacity }));
    },
    facts: (officeId) => rooms.get(officeId)?.facts() ?? elsewhere().find(({ id }) => id === officeId),
    problem: (officeId) => maps.office(officeId)?.problem,
    isOpening: (officeId) => cluster !== undefined && maps.office(officeId)?.map !== undefined,
    hereOf: (personId) => [...rooms.values()].find((room) => room.clientOf.has(personId))?.parts.officeId ?? cluster?.officeOf(personId),
    notReady() {
      const isOpen = maps.offices().some(({ id }) => rooms.has(id) || cluster?.ownerOf(id));
      return store.problem() ?? (isOpen ? undefined : 'No map could be read.');
    },
    note: () => cluster?.problem(),
  };
}
