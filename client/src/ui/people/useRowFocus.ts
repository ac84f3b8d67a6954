// Whoever works by keyboard and has the focus on somebody's row keeps it: the row moves to another place, or the person leaves.
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const rowsOf = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-person]')];

export function useRowFocus(row: RefObject<HTMLElement | null>, personId: string): void {
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const rows = rowsOf();
      const at = rows.indexOf(element);
      const beside = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
      // when what replaces it is drawn
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const next = rowsOf().find(({ dataset }) => dataset.person === personId) ?? beside.find(({ isConnected }) => isConnected);
        (next?.querySelector('button') ?? document.querySelector<HTMLElement>('.microphone-button'))?.focus();
      });
    };
  }, []);
}
