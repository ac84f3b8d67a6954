// The table of cards: request -> rule.
import type { cardRequests } from '@comptoir/shared/protocol/cards';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type CardRules = { [R in keyof typeof cardRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Promise<Answer<R>> };

export function cardRules({ cards }: OfficeRoom): CardRules {
  return {
    myCard: ({ occupant }) => cards.mine(occupant),
    saveCard: ({ occupant }, ask) => cards.save(occupant, ask),
    cardOf: ({ occupant }, ask) => cards.of(occupant, ask),
    showCard: ({ occupant }) => cards.show(occupant),
  };
}
