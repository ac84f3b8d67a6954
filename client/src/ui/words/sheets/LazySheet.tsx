// Fetches the note and the whiteboard when they are first opened: most visits never need them.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import type { SheetKind, SheetPanel } from './SheetPanel.tsx';

interface SheetProps {
  world: World;
  kind: SheetKind;
  onClose: () => void;
}

export function LazySheet(props: SheetProps) {
  const { app, t } = useUi();
  const place = useRef<HTMLDivElement>(null);
  const part = useSignal<{ SheetPanel: typeof SheetPanel } | undefined>(undefined);
  useEffect(() => {
    import('./SheetPanel.tsx').then(
      (fetched) => {
        part.value = fetched;
      },
      () => {
        app.toasts.add({ key: 'sheet.notFetched' });
        props.onClose();
      },
    );
  }, []);
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // until the editor is there and takes the focus, what is typed is for it and no shortcut
  useLayoutEffect(() => place.current?.focus(), [props.kind]);
  const Panel = part.value?.SheetPanel;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form; a name for who lands here while it opens
    <div
      ref={place}
      class="sheet-place"
      role="group"
      tabIndex={-1}
      aria-label={t(`sheet.${props.kind}`)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
    >
      {Panel && <Panel {...props} />}
    </div>
  );
}
