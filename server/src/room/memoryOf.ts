// What the store keeps of one office, as its room asks for it.
import { AVAILABILITIES } from '@comptoir/shared/people';
import { hashDevice, newId } from '../ops/identity.ts';
import type { Store } from '../store/openStore.ts';
import type { OfficeMemory } from './OfficeParts.ts';

export function memoryOf(store: Store, office: string): OfficeMemory {
  const visitOf = new Map<string, string>();
  void store.visits.forgetAll({ office });
  return {
    async placeOf(personId) {
      const place = await store.positions.of({ personId, office });
      return place && { ...place, availability: AVAILABILITIES[place.availability] ?? 'available' };
    },
    keepPlace: (personId, place) =>
      store.rememberPosition({
        personId,
        office,
        ...place,
        availability: AVAILABILITIES.indexOf(place.availability),
        atMs: Date.now(),
      }),
    keepPerson({ personId, deviceId, name, trade, appearance }) {
      const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
      return store.persons.save({ personId, deviceHash, name, trade, appearance, seenMs: Date.now() });
    },
    arrived(personId) {
      const visitId = newId();
      visitOf.set(personId, visitId);
      void store.visits.arrive({ visitId, office, personId, arrivedMs: Date.now() });
    },
    left(personId) {
      const visitId = visitOf.get(personId);
      if (visitId !== undefined) void store.visits.leave({ visitId });
      visitOf.delete(personId);
    },
    cupsOf: (day) => store.counters.count({ office, day, name: 'cups' }),
    addCup: (day) => void store.counters.add({ office, day, name: 'cups', by: 1 }),
  };
}
