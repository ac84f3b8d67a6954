// Writes into world.desks whose desk is whose.
import type { DeskServerMessages } from '@comptoir/shared/protocol/desks';
import type { World } from '../world/World.ts';

type Sink = { [T in keyof DeskServerMessages]: (message: DeskServerMessages[T]) => void };

export const takeDesks = ({ desks }: World): Sink => ({
  desks(all) {
    desks.all.value = all;
  },
  notesOnDesk(count) {
    desks.notes.value = count;
  },
});
