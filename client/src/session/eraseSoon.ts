// Erasing a line: gone from my chat at once, for everybody a moment later, so that it can be undone meanwhile.
import type { Talk } from '../world/Talk.ts';

/** As long as the note with "Undo" stands. */
const UNDO_MS = 6000;

/** Undefined outside a browser. */
const page: Pick<Window, 'addEventListener' | 'removeEventListener'> | undefined =
  typeof addEventListener === 'function' ? globalThis : undefined;

/** @returns takes it back, as long as that can be done */
export function eraseSoon(talk: Talk, lineId: string, erase: () => void): () => void {
  const hide = (isHidden: boolean): void => {
    const ids = new Set(talk.erasing.peek());
    if (isHidden) ids.add(lineId);
    else ids.delete(lineId);
    talk.erasing.value = ids;
  };
  let isOver = false;
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    page?.removeEventListener('pagehide', finish);
    erase();
  };
  const timer = setTimeout(finish, UNDO_MS);
  // whoever closes the page has decided
  page?.addEventListener('pagehide', finish);
  hide(true);
  return () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    page?.removeEventListener('pagehide', finish);
    hide(false);
  };
}
