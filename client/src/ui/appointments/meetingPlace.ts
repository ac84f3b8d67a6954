// Where a meeting is, in words and to walk to; what has no place of its own, or one that the map lost, is at the coffee machine.
import type { World } from '../../world/World.ts';
import type { Goal } from '../people/goTo.ts';
import { placeName } from '../people/placeName.ts';
import type { Say } from '../Ui.ts';

const areaOf = (world: World, place: string | null) => world.ground.value.map.areas.find(({ id }) => id === place);

export function meetingPlace(world: World, place: string | null, language: string, t: Say): string {
  const area = areaOf(world, place);
  return area ? placeName(area, language) : t('agenda.atMachine');
}

export function meetingGoal(world: World, place: string | null): Goal | undefined {
  const area = areaOf(world, place);
  if (area) return { area: area.id };
  const machine = world.ground.value.map.things.find(({ use }) => use === 'coffee');
  return machine && { object: machine.id };
}
