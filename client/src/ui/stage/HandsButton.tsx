// For whoever leads a talk: how many hands are up, and behind it the hands in their order and whoever has the floor.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { HandsList } from './HandsList.tsx';

export function HandsButton({ world }: { world: World }) {
  const { t } = useUi();
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const stage = world.auditorium.stage.value;
  const isOpen = open.value;
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: KeyboardEvent | PointerEvent): void => {
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        opener.current?.focus();
      } else if (event.target instanceof Node && root.current?.contains(event.target)) return;
      open.value = false;
    };
    // before what lies below takes the key
    addEventListener('keydown', close, true);
    addEventListener('pointerdown', close, true);
    return () => {
      removeEventListener('keydown', close, true);
      removeEventListener('pointerdown', close, true);
    };
  }, [isOpen]);
  if (!stage) return null;
  const { handCount } = stage;
  return (
    <div class="hands-root" ref={root}>
      <button
        type="button"
        ref={opener}
        class={handCount > 0 ? 'button small hands-button some' : 'button small hands-button'}
        aria-label={t('hand.all', { n: handCount })}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          open.value = !isOpen;
        }}
      >
        <Icon name="hand" size={20} />
        {handCount}
      </button>
      {isOpen && (
        <section id={id} class="hands-panel" aria-label={t('hand.all', { n: handCount })}>
          <HandsList world={world} />
        </section>
      )}
    </div>
  );
}
