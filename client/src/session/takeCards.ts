// Writes the cards that are shown to me into world.cards.
import type { CardServerMessages } from '@comptoir/shared/protocol/cards';
import type { World } from '../world/World.ts';

type Sink = { [T in keyof CardServerMessages]: (message: CardServerMessages[T]) => void };

export const takeCards = ({ cards }: World): Sink => ({
  cardShown(card) {
    cards.shown.value = [...cards.shown.peek().filter(({ personId }) => personId !== card.personId), card];
  },
});
