// Who waits where, in one sentence: for the card, its chip and the system's note.
import type { GatheringView } from '@comptoir/shared/protocol/hosting';
import type { World } from '../../world/World.ts';
import { placeName } from '../people/placeName.ts';
import type { Say } from '../Ui.ts';

export function gatheringWords(world: World, gathering: GatheringView, language: string, t: Say): string {
  const name = gathering.name || t('host.somebody');
  const place = placeOfGathering(world, gathering, language);
  return place === undefined ? t('gather.cardNowhere', { name }) : t('gather.card', { name, place });
}

/** What the area is called where they wait; undefined: it has no name. */
export function placeOfGathering(world: World, { area }: GatheringView, language: string): string | undefined {
  const found = world.ground.peek().map.areas.find((candidate) => candidate.id === area || candidate.name === area);
  return found && found.name !== '' ? placeName(found, language) : undefined;
}
