import type { Ring, RingRole } from '@comptoir/shared/conversation';
import { tuning } from '@comptoir/shared/tuning';
import { expect, test } from 'vitest';
import type { World } from '../world/World.ts';
import { RingWatch } from './RingWatch.ts';

const ring = (role: RingRole, number = 7): Ring => ({ number, role, state: 'amongUs', room: false, walking: false });

/** Me, and others p1, p2, ... with those rings. */
function worldOf(own: Ring | undefined, others: (Ring | undefined)[]): World {
  const avatars = new Map(others.map((one, i) => [i + 1, { ring: one }]));
  const personIds = new Map(others.map((_, i) => [i + 1, `p${i + 1}`]));
  return { ownRing: own, avatars, personIds } as unknown as World;
}

function watch(own: Ring | undefined, others: (Ring | undefined)[], ms: number): string[] {
  const rings = new RingWatch(worldOf(own, others));
  rings.look(0);
  return rings.aboutToTalkWith(ms);
}

const late = tuning.gatherAfterMs;

test('[K20] links are made ready late in the dwell, with those in my ring and nobody else', () => {
  const others = [ring('member'), ring('member'), ring('member', 8), undefined, ring('listener')];
  expect(watch(ring('dwelling'), others, 100)).toEqual([]);
  expect(watch(ring('dwelling'), others, late)).toEqual(['p1', 'p2']);
});

test('[K20] members make theirs ready with whoever is about to join, not with one another', () => {
  expect(watch(ring('member'), [ring('member'), ring('dwelling')], late)).toEqual(['p2']);
});

test('[K20] nothing is made ready without a ring, by a listener, or where a mesh will not do', () => {
  expect(watch(undefined, [ring('member')], late)).toEqual([]);
  expect(watch(ring('listener'), [ring('member')], late)).toEqual([]);
  expect(watch(ring('dwelling'), Array(tuning.meshMax).fill(ring('member')), late)).toEqual([]);
});
