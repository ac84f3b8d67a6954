// The signs of applause in the bar: in a row where there is room, else behind a button that leaves them open.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { ReactionBar } from './ReactionBar.tsx';

export function Reactions({ inline }: { inline: boolean }) {
  const { t } = useUi();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  useEffect(() => {
    if (!isOpen.value || inline) return;
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) isOpen.value = false;
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => removeEventListener('pointerdown', closeOutside, true);
  }, [isOpen.value, inline]);
  if (inline) return <ReactionBar />;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen.peek()) return;
    event.preventDefault();
    event.stopPropagation();
    isOpen.value = false;
    root.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands in it
    <div class="reactions" ref={root} onKeyDown={onKeyDown}>
      <IconButton
        icon="clap"
        label={t('applause.label')}
        expands={{ id, isOpen: isOpen.value }}
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      />
      {isOpen.value && <ReactionBar id={id} />}
    </div>
  );
}
