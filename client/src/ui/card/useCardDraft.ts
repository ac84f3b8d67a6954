// My card while I write on it: what is saved, and what I changed, which waits here for as long as the page lives.
import type { Card } from '@comptoir/shared/protocol/cards';
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Ui, useUi } from '../Ui.ts';

const DRAFT = 'card';

export interface CardDraft {
  /** Undefined: on its way. */
  draft: ReadonlySignal<Card | undefined>;
  saved: ReadonlySignal<Card | undefined>;
  /** When the line about now goes, ms since 1970. */
  nowUntilMs: ReadonlySignal<number | undefined>;
  refused: ReadonlySignal<Refusal | undefined>;
  isChanged: boolean;
  /** It was begun before, and not saved. */
  isOld: boolean;
  change(change: Partial<Card>): void;
  discard(): void;
  /** @returns is it saved? */
  save(card: Card): Promise<boolean>;
}

export function useCardDraft(): CardDraft {
  const ui = useUi();
  const { app, drafts } = ui;
  const draft = useSignal<Card | undefined>(undefined);
  const saved = useSignal<Card | undefined>(undefined);
  const nowUntilMs = useSignal<number | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const isOld = useSignal(false);
  useEffect(() => {
    let isWanted = true;
    void app.actions.ask('myCard', {}).then((answer) => {
      if (!isWanted) return;
      if (isRefused(answer)) {
        refused.value = answer.refused;
        return;
      }
      saved.value = answer.card;
      nowUntilMs.value = answer.nowUntilMs;
      const begun = drafts.get(DRAFT);
      isOld.value = begun !== undefined;
      draft.value = begun === undefined ? answer.card : (JSON.parse(begun) as Card);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return {
    draft,
    saved,
    nowUntilMs,
    refused,
    isChanged: JSON.stringify(draft.value) !== JSON.stringify(saved.value),
    isOld: isOld.value,
    change(change) {
      if (!draft.value) return;
      draft.value = { ...draft.value, ...change };
      refused.value = undefined;
      drafts.set(DRAFT, JSON.stringify(draft.value));
    },
    discard() {
      draft.value = saved.value;
      isOld.value = false;
      drafts.delete(DRAFT);
    },
    async save(card) {
      const before = saved.peek();
      const answer = await app.actions.ask('saveCard', { card });
      if (isRefused(answer)) {
        refused.value = answer.refused;
        return false;
      }
      drafts.delete(DRAFT);
      // a picture that was taken off is gone, and does not come back
      const undone = before && { ...before, image: answer.card.image };
      app.toasts.add({ key: 'card.saved', ...(undone ? { undo: () => void putBack(ui, undone) } : {}) });
      return true;
    },
  };
}

async function putBack({ app }: Ui, card: Card): Promise<void> {
  const answer = await app.actions.ask('saveCard', { card });
  if (!isRefused(answer)) app.toasts.add({ key: 'card.asBefore' });
}
