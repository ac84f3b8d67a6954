// Fetches the admins' pages when they are first opened: hardly anybody is one.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import type { SettingsPage } from './SettingsPage.tsx';

export function LazyAdmin({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const part = useSignal<{ SettingsPage: typeof SettingsPage } | undefined>(undefined);
  useEffect(() => {
    import('./SettingsPage.tsx').then(
      (fetched) => {
        part.value = fetched;
      },
      () => {
        app.toasts.add({ key: 'sheet.notFetched' });
        onClose();
      },
    );
  }, []);
  const Panel = part.value?.SettingsPage;
  return (
    <Dialog title={t('admin.title')} class="wide admin" onClose={onClose}>
      {Panel ? (
        <Panel />
      ) : (
        <p class="muted" role="status">
          {t('hosting.loading')}
        </p>
      )}
    </Dialog>
  );
}
