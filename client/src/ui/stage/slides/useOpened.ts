// The document of an address, open for as long as somebody looks at it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import type { Opened } from './SlideLibrary.ts';

/** Without a network it is tried again by itself. */
const RETRY_MS = 4000;

/** `opened` is undefined while it is on its way. */
export function useOpened(url: string): { opened: Opened | undefined; retry: () => void } {
  const { library } = useUi().slideDesk;
  const opened = useSignal<Opened | undefined>(undefined);
  const tries = useSignal(0);
  const retry = (): void => {
    library.drop(url);
    tries.value++;
  };
  useEffect(() => {
    let isWanted = true;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    opened.value = undefined;
    void library.borrow(url).then((book) => {
      if (!isWanted) return;
      opened.value = book;
      if ('problem' in book && book.problem === 'unreachable') waiting = setTimeout(retry, RETRY_MS);
    });
    return () => {
      isWanted = false;
      clearTimeout(waiting);
      library.giveBack(url);
    };
  }, [url, tries.value]);
  return { opened: opened.value, retry };
}
