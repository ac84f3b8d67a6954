// The emoji picker over the composer: a library's element with data served by this office, fetched when it is first opened.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useUi } from '../../Ui.ts';

/** @param onClose also by Esc */
export function EmojiPicker({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }) {
  const { t, language, dark } = useUi();
  const place = useRef<HTMLDivElement>(null);
  const state = useSignal<'loading' | 'there' | 'failed'>('loading');
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    let isGone = false;
    let element: HTMLElement | undefined;
    const open = async (): Promise<void> => {
      const { createEmojiPicker } = await import('./createEmojiPicker.ts');
      const picker = await createEmojiPicker(language.peek(), (emoji) => pick.current(emoji));
      if (isGone) return;
      element = picker;
      place.current?.append(picker);
      state.value = 'there';
    };
    open().catch(() => {
      state.value = 'failed';
    });
    return () => {
      isGone = true;
      element?.remove();
    };
  }, []);

  return (
    <div
      class={dark.value ? 'emoji-place dark' : 'emoji-place light'}
      role="dialog"
      aria-label={t('words.emoji')}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {state.value === 'loading' && <p class="muted">{t('words.emojiLoading')}</p>}
      {state.value === 'failed' && <p class="field-problem">{t('words.emojiFailed')}</p>}
    </div>
  );
}
