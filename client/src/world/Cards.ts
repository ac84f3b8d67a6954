// The cards that people show me: part of the World, written by session only.
import type { CardServerMessages, Somebody } from '@comptoir/shared/protocol/cards';
import { signal } from '@preact/signals-core';

export type ShownCard = CardServerMessages['cardShown'];

export class Cards {
  /** The latest last, one of each person; put away one by one. */
  readonly shown = signal<readonly ShownCard[]>([]);

  /** Whose card is open; their name as it was then. */
  readonly reading = signal<Somebody | undefined>(undefined);

  putAway(personId: string): void {
    this.shown.value = this.shown.peek().filter((card) => card.personId !== personId);
  }
}
