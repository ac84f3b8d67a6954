// The offices of this server, as the routes see them: those that run here, and those that another process runs.
import { setTimeout as pause } from 'node:timers/promises';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import type { Cluster } from '../cluster/Cluster.ts';
import type { Offices } from '../http/Offices.ts';
import type { MapStore } from '../maps/MapStore.ts';
import type { Store } from '../store/openStore.ts';
import { LOOK_MS, OPENING_MS } from './joinCluster.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function officesOfAll(rooms: ReadonlyMap<string, OfficeRoom>, maps: MapStore, store: Store, cluster: Cluster | undefined): Offices {
  const elsewhere = (): OfficeFacts[] =>
    (cluster?.others() ?? []).flatMap(({ url, offices }) => offices.map((facts) => ({ ...facts, processUrl: url })));
  const facts = (officeId: string): OfficeFacts | undefined =>
    rooms.get(officeId)?.facts() ?? elsewhere().find(({ id }) => id === officeId);
  const isOpening = (officeId: string): boolean => cluster !== undefined && maps.office(officeId)?.map !== undefined;
  return {
    list() {
      const own = [...rooms.values()].map((room) => room.facts());
      const theirs = elsewhere().filter(({ id }) => !rooms.has(id));
      // the same from every process
      const all = cluster ? [...own, ...theirs].toSorted((a, b) => (a.id < b.id ? -1 : 1)) : own;
      return all.map(({ id, title, people, capacity }) => ({ id, title, people, capacity }));
    },
    facts,
    problem: (officeId) => maps.office(officeId)?.problem,
    isOpening,
    async whenOpen(officeId) {
      const endMs = performance.now() + OPENING_MS;
      while (isOpening(officeId) && performance.now() < endMs) {
        const found = facts(officeId);
        if (found) return found;
        await pause(LOOK_MS);
      }
      return undefined;
    },
    hereOf: (personId) => [...rooms.values()].find((room) => room.clientOf.has(personId))?.parts.officeId ?? cluster?.officeOf(personId),
    notReady() {
      const isOpen = maps.offices().some(({ id }) => rooms.has(id) || cluster?.ownerOf(id));
      return store.problem() ?? (isOpen ? undefined : 'No map could be read.');
    },
    note: () => cluster?.problem(),
  };
}
