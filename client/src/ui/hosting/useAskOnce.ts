// A dialog that asks the server one thing: it waits, says in the dialog why not, or closes.
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';

export interface AskOnce {
  busy: boolean;
  /** Why not, in a sentence. */
  problem: string | undefined;
  /** @param done told the answer, when it is no refusal */
  run<A extends object>(ask: () => Promise<A | { refused: Refusal }>, done: (answer: A) => void): Promise<void>;
}

export function useAskOnce(): AskOnce {
  const { t } = useUi();
  const busy = useSignal(false);
  const refused = useSignal<Refusal | undefined>(undefined);
  return {
    busy: busy.value,
    problem: refused.value && t(`refusal.${refused.value}`),
    async run(ask, done) {
      if (busy.peek()) return;
      busy.value = true;
      refused.value = undefined;
      const answer = await ask();
      busy.value = false;
      if (isRefused(answer)) refused.value = answer.refused;
      else done(answer);
    },
  };
}
