// Fetches the admins' pages when they are first opened: hardly anybody is one.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import type { AdminPanel } from './AdminPanel.tsx';

interface AdminProps {
  world: World;
  onClose: () => void;
}

export function LazyAdmin(props: AdminProps) {
  const { app, t } = useUi();
  const part = useSignal<{ AdminPanel: typeof AdminPanel } | undefined>(undefined);
  useEffect(() => {
    import('./AdminPanel.tsx').then(
      (fetched) => {
        part.value = fetched;
      },
      () => {
        app.toasts.add({ key: 'sheet.notFetched' });
        props.onClose();
      },
    );
  }, []);
  const Panel = part.value?.AdminPanel;
  return (
    <Dialog title={t('admin.title')} class="wide admin" onClose={props.onClose}>
      {Panel ? (
        <Panel {...props} />
      ) : (
        <p class="muted" role="status">
          {t('hosting.loading')}
        </p>
      )}
    </Dialog>
  );
}
