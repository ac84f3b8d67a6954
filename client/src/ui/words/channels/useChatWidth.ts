// Whether the chat is wide enough for its channels beside the lines: a choice, and a window that has room for it.
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../Ui.ts';

/** Windows narrower than this (CSS px) have no room for the list beside the lines. */
export const COLUMN_FROM_PX = 1000;

export function useChatWidth(): ReadonlySignal<boolean> {
  const { app } = useUi();
  const hasRoom = useSignal(innerWidth >= COLUMN_FROM_PX);
  useEffect(() => {
    const look = (): void => {
      hasRoom.value = innerWidth >= COLUMN_FROM_PX;
    };
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  const isWide = useComputed(() => hasRoom.value && app.preferences.values.value.isChatWide);
  // styles of everything beside it follow
  useEffect(() => {
    document.documentElement.classList.toggle('chat-wide', isWide.value);
    return () => document.documentElement.classList.remove('chat-wide');
  }, [isWide.value]);
  return isWide;
}
