// The document of an address, open for as long as somebody looks at it; what fails is tried again.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import type { Opened } from './SlideLibrary.ts';

const RETRY_MS = 4000;
/** A page that fails so often is broken: then only by hand, or with another page. */
const MOST_FAILURES = 3;

interface Reader {
  /** Undefined while it is on its way. */
  opened: Opened | undefined;
  retry: () => void;
  /** The page that is looked at could not be drawn. */
  failed: () => void;
}

export function useOpened(url: string, page: number): Reader {
  const { library } = useUi().slideDesk;
  const opened = useSignal<Opened | undefined>(undefined);
  const tries = useSignal(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const failures = useRef<{ page: number; count: number }>(undefined);
  const retry = (): void => {
    library.drop(url);
    tries.value++;
  };
  const retryLater = (): void => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(retry, RETRY_MS);
  };
  const failed = (): void => {
    const count = failures.current?.page === page ? failures.current.count + 1 : 1;
    failures.current = { page, count };
    opened.value = { problem: 'unreachable' };
    if (count <= MOST_FAILURES) retryLater();
  };
  useEffect(() => {
    let isWanted = true;
    opened.value = undefined;
    void library.borrow(url).then((book) => {
      if (!isWanted) return;
      opened.value = book;
      if ('problem' in book && book.problem === 'unreachable') retryLater();
    });
    return () => {
      isWanted = false;
      clearTimeout(waiting.current);
      library.giveBack(url);
    };
  }, [url, tries.value]);
  // another page may well be drawn
  useEffect(() => {
    if (failures.current === undefined || failures.current.page === page) return;
    failures.current = undefined;
    const now = opened.peek();
    if (now && 'problem' in now) retry();
  }, [page]);
  return { opened: opened.value, retry, failed };
}
