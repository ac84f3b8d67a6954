// Who waits where, in one sentence: for the card, its chip and the system's note.
import type { GatheringView } from '@comptoir/shared/protocol/hosting';
import type { World } from '../../world/World.ts';
import { placeName } from '../people/placeName.ts';
import type { Say } from '../Ui.ts';

export function gatheringWords(world: World, { name, area }: GatheringView, language: string, t: Say): string {
  const found = world.ground.peek().map.areas.find((candidate) => candidate.id === area || candidate.name === area);
  return found && found.name !== '' ? t('gather.card', { name, place: placeName(found, language) }) : t('gather.cardNowhere', { name });
}
