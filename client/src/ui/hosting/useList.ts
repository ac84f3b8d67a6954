// A list that is asked of the server when it is shown, and again when something changed.
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface AskedList<T> {
  /** Undefined: not here yet. */
  list: readonly T[] | undefined;
  failed: boolean;
  again(): void;
}

/** @param changed asked for again whenever this is another */
export function useList<T>(ask: () => Promise<{ list: T[] } | { refused: Refusal }>, changed?: unknown): AskedList<T> {
  const list = useSignal<readonly T[] | undefined>(undefined);
  const failed = useSignal(false);
  const round = useSignal(0);
  useEffect(() => {
    let isWanted = true;
    failed.value = false;
    void ask().then((answer) => {
      if (!isWanted) return;
      if (isRefused(answer)) failed.value = true;
      else list.value = answer.list;
    });
    return () => {
      isWanted = false;
    };
  }, [round.value, changed]);
  return {
    list: list.value,
    failed: failed.value,
    again: () => {
      round.value++;
    },
  };
}
