// Asks the office for its past talks; what was read before is shown until the answer comes.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { World } from '../../../world/World.ts';
import type { UiPort } from '../../UiPort.ts';

export async function readShelf({ actions }: Pick<UiPort, 'actions'>, { auditorium }: World): Promise<void> {
  const answer = await actions.ask('pastTalks', {});
  if (!isRefused(answer)) auditorium.past.value = answer.list;
}
