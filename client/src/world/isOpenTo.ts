// Somebody on a visit to one area goes nowhere else: what lies beyond is not offered.
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import type { World } from './World.ts';

export function isOpenTo({ confinedTo }: World, areaId: string): boolean {
  const only = confinedTo.value;
  return only === undefined || only === areaId;
}

/** Does it stand where I may be? */
export function isWithin({ confinedTo, ground }: World, { shape }: Thing): boolean {
  const only = confinedTo.value;
  const { areas } = ground.value;
  const under = areas.at(shape.x + shape.width / 2, shape.y + shape.height / 2);
  return only === undefined || under.some((index) => areas.areas[index]?.id === only);
}
