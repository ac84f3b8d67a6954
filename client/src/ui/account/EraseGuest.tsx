// The way out for a guest, for good: said what goes and what stays, asked once more, done at once.
import { useSignal } from '@preact/signals';
import { ConfirmDialog } from '../hosting/ConfirmDialog.tsx';
import { useUi } from '../Ui.ts';
import { useAccountAsk } from './useAccountAsk.ts';

export function EraseGuest() {
  const { app, t } = useUi();
  const ask = useAccountAsk();
  const isAsked = useSignal(false);
  const facts = app.account.facts.value;
  if (!facts || facts.account) return null;
  const close = (): void => {
    isAsked.value = false;
    ask.clear();
  };
  return (
    <div class="settings-act">
      <p>
        {t('eraseGuest.title')}
        <small class="muted">{t('eraseGuest.hint')}</small>
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          isAsked.value = true;
        }}
      >
        {t('eraseGuest.do')}
      </button>
      {isAsked.value && (
        <ConfirmDialog
          title={t('eraseGuest.ask')}
          verb={t('eraseGuest.sure')}
          busy={ask.busy !== undefined}
          problem={ask.problem}
          onDo={() => void ask.run('erase', () => app.account.eraseGuest())}
          onClose={close}
        >
          <p>{t('eraseGuest.text')}</p>
          <ul class="plain-list">
            <li>{t('eraseGuest.who')}</li>
            <li>{t('eraseGuest.words')}</li>
            <li>{t('eraseGuest.media')}</li>
          </ul>
          <p>{t('eraseGuest.stays')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
