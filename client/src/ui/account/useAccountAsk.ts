// Something is asked of the account, one thing at a time: which button waits, and in words why it was not done.
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';
import type { AccountProblem, AccountRefused } from './AccountPort.ts';
import { problemSentence } from './problemSentence.ts';

export interface AccountAsk {
  /** What is being asked. */
  busy: string | undefined;
  problem: string | undefined;
  /** The same by its name. */
  refused: AccountProblem | undefined;
  /** I have to sign in once more before this is done. */
  again: boolean;
  /** @returns true: done */
  run(what: string, ask: () => Promise<object | undefined>): Promise<boolean>;
  clear(): void;
}

const isRefused = (answer: object | undefined): answer is AccountRefused => answer !== undefined && 'refused' in answer;

export function useAccountAsk(): AccountAsk {
  const { t, language } = useUi();
  const busy = useSignal<string | undefined>(undefined);
  const refused = useSignal<(AccountRefused & { atMs: number }) | undefined>(undefined);
  return {
    busy: busy.value,
    problem: refused.value && problemSentence(refused.value, refused.value.atMs, t, language.value),
    refused: refused.value?.refused,
    again: refused.value?.refused === 'again',
    async run(what, ask) {
      if (busy.peek() !== undefined) return false;
      busy.value = what;
      refused.value = undefined;
      const answer = await ask();
      busy.value = undefined;
      if (isRefused(answer)) refused.value = { ...answer, atMs: Date.now() };
      return !isRefused(answer);
    },
    clear() {
      refused.value = undefined;
    },
  };
}
