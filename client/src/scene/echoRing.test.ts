import type { Ring } from '@comptoir/shared/conversation';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import type { EchoPhase } from '../world/Echo.ts';
import { withEcho } from './echoRing.ts';
import { gatherRings } from './gatherRings.ts';

const perch: Thing = { id: 'echo', use: 'echo', labels: {}, shape: { x: 96, y: 40, width: 20, height: 50 } };
const ROOM: Ring = { number: 7, state: 'amongUs', role: 'member', room: true, walking: false };
const rings = (phase: EchoPhase, mine?: Ring) => gatherRings(withEcho([], { perch, phase }, { x: 80, y: 100 }, mine), new Map());

test('[U48] the ring goes around the perch and me: dotted and filling, then closed', () => {
  expect(rings('dwelling')).toMatchObject([{ dwelling: true, room: false, feet: [{ x: 80, y: 100 }, { x: 106 }] }]);
  expect(rings('hearing')).toMatchObject([{ dwelling: false, state: 'amongUs', feet: [{ x: 80, y: 100 }, { x: 106 }] }]);
});

test('[U48] there is none while somebody else is here, or away from it', () => {
  expect(rings('company')).toEqual([]);
  expect(withEcho([], undefined, { x: 0, y: 0 }, undefined)).toEqual([]);
});

test('[U48] in a room that has a ring it fills, and is no second one then', () => {
  expect(rings('dwelling', ROOM)).toHaveLength(1);
  expect(rings('hearing', ROOM)).toEqual([]);
});
