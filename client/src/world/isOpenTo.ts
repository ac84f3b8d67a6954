import type { World } from './World.ts';

/** May I go to this area? Somebody on a visit to one area goes nowhere else. */
export function isOpenTo({ confinedTo }: World, areaId: string): boolean {
  const only = confinedTo.value;
  return only === undefined || only === areaId;
}
