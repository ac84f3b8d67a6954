// The short notes at the top right; read out politely, kept while pointer or focus is on them.
import { useUi } from '../Ui.ts';
import { IconButton } from './IconButton.tsx';

export function ToastList() {
  const { app, t } = useUi();
  return (
    <div class="toasts" role="status">
      {app.toasts.shown.value.map((toast) => (
        <div
          key={toast.id}
          class="toast"
          onPointerEnter={() => app.toasts.hold(toast.id, true)}
          onPointerLeave={() => app.toasts.hold(toast.id, false)}
          onFocusIn={() => app.toasts.hold(toast.id, true)}
          onFocusOut={() => app.toasts.hold(toast.id, false)}
        >
          <p>{t(toast.key, toast.words)}</p>
          {toast.undo && (
            <button
              type="button"
              class="text-button"
              onClick={() => {
                toast.undo?.();
                app.toasts.dismiss(toast.id);
              }}
            >
              {t('word.undo')}
            </button>
          )}
          {toast.act && (
            <button
              type="button"
              class="text-button"
              onClick={() => {
                toast.act?.run();
                app.toasts.dismiss(toast.id);
              }}
            >
              {t(toast.act.label)}
            </button>
          )}
          <IconButton icon="close" label={t('word.close')} tip="none" onClick={() => app.toasts.dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
