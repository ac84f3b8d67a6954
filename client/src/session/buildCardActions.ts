// The verbs of cards and desks: whose card is open, for whose desk a note is written, and the way to my own desk.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Actions } from '../actions.ts';
import type { World } from '../world/World.ts';

export interface CardActionParts {
  world: ReadonlySignal<World | undefined>;
  sit: Actions['sit'];
}

export function buildCardActions({ world, sit }: CardActionParts): Pick<Actions, 'readCard' | 'noteFor' | 'goToMyDesk'> {
  return {
    readCard(somebody) {
      const here = world.peek();
      if (here) here.cards.reading.value = somebody;
    },
    noteFor(somebody) {
      const here = world.peek();
      if (here) here.desks.noteFor.value = somebody;
    },
    async goToMyDesk() {
      const here = world.peek();
      const desk = here?.desks.mine.peek();
      const seat = here?.ground.peek().map.seats.find((one) => desk !== undefined && one.desk === desk);
      return seat ? sit(seat.id) : { refused: 'noDesk' };
    },
  };
}
