// Makes a desk mine, with a note that gives back what I had before.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { World } from '../../world/World.ts';
import type { Ui } from '../Ui.ts';
import { deskLabel } from './deskLabel.ts';
import { desksOf } from './desksOf.ts';

export async function claimDesk({ app, language, t }: Ui, world: World, desk: string): Promise<void> {
  const { actions } = app;
  const before = world.desks.mine.peek();
  const answer = await actions.ask('claimDesk', { desk });
  if (isRefused(answer)) return;
  const found = desksOf(world.ground.peek(), []).find((one) => one.desk === desk);
  const undo = (): void => void (before === undefined ? actions.ask('giveUpDesk', {}) : actions.ask('claimDesk', { desk: before }));
  app.toasts.add({ key: 'desk.claimed', words: { desk: found ? deskLabel(found, language.peek(), t) : desk }, undo });
}
