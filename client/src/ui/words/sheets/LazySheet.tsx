// Fetches the note and the whiteboard when they are first opened: most visits never need them.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import type { SheetKind, SheetPanel } from './SheetPanel.tsx';

interface SheetProps {
  world: World;
  kind: SheetKind;
  onClose: () => void;
}

export function LazySheet(props: SheetProps) {
  const { app } = useUi();
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
  const Panel = part.value?.SheetPanel;
  return Panel ? <Panel {...props} /> : null;
}
