// Passkeys among what the browser fills in: asked for while the field is there, again before the question is over, and after another one was asked.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** The server forgets a question after five minutes. */
const ASK_ANEW_MS = 4 * 60_000;

/** @param isFree nothing else is asked of the browser */
export function useFieldPasskeys(isWanted: boolean, isFree: boolean, onDone: () => void): { offered: boolean; begin(): void } {
  const { account } = useUi().app;
  const offered = useSignal(false);
  const round = useSignal(0);
  useEffect(() => {
    if (!isWanted || !isFree) return;
    let isOver = false;
    const begin = async (): Promise<void> => {
      offered.value = await account.canOfferInField();
      if (!offered.value || isOver) return;
      const outcome = await account.signInByPasskey(true);
      if ('ok' in outcome && !isOver) onDone();
    };
    void begin();
    const timer = setTimeout(() => {
      round.value++;
    }, ASK_ANEW_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWanted, isFree, round.value]);
  return {
    offered: offered.value,
    begin: () => {
      round.value++;
    },
  };
}
