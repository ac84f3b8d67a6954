// Whose desk is whose, and what lies on mine: part of the World, written by session only.
import type { Somebody } from '@comptoir/shared/protocol/cards';
import type { DeskView } from '@comptoir/shared/protocol/desks';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

export class Desks {
  readonly all = signal<readonly DeskView[]>([]);
  readonly notes = signal({ count: 0, unread: 0 });
  /** On whose desk I am about to leave a note. */
  readonly noteFor = signal<Somebody | undefined>(undefined);
  readonly mine: ReadonlySignal<string | undefined>;

  constructor(myId: ReadonlySignal<string | undefined>) {
    this.mine = computed(() => this.all.value.find(({ personId }) => personId === myId.value)?.desk);
  }

  deskOf(personId: string): string | undefined {
    return this.all.value.find((view) => view.personId === personId)?.desk;
  }

  /** Undefined: nobody's. */
  ownerOf(desk: string): DeskView | undefined {
    return this.all.value.find((view) => view.desk === desk);
  }
}
