// Everything I said to everybody, erased: asked twice, because it cannot be undone.
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';

export function EraseMine() {
  const { app, t } = useUi();
  const sure = useSignal(false);
  const erase = async (): Promise<void> => {
    sure.value = false;
    const answer = await app.actions.talk.eraseMine();
    if ('refused' in answer) return;
    app.toasts.add(answer.count > 0 ? { key: 'words.erasedMine', words: { n: answer.count } } : { key: 'words.erasedNone' });
  };
  return (
    <div class="settings-act">
      <p>
        {t('words.eraseMine')}
        <small class="muted">{t('words.eraseMineHint')}</small>
      </p>
      {sure.value ? (
        <span class="settings-act-verbs">
          <button type="button" class="button" onClick={() => void erase()}>
            {t('words.eraseSure')}
          </button>
          <button
            type="button"
            class="button"
            autofocus
            onClick={() => {
              sure.value = false;
            }}
          >
            {t('word.cancel')}
          </button>
        </span>
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            sure.value = true;
          }}
        >
          {t('words.erase')}
        </button>
      )}
    </div>
  );
}
