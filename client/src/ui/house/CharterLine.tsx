// One sentence at the entrance: by coming in one accepts the charter, which is a click away.
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';
import { CharterDialog } from './CharterDialog.tsx';

export function CharterLine() {
  const { app, t } = useUi();
  const reading = useSignal(false);
  if (app.office.value?.charter === undefined) return null;
  return (
    <>
      <p id="charter-line" class="charter-line">
        {t('charter.accept')}{' '}
        <button
          type="button"
          class="text-link"
          aria-haspopup="dialog"
          onClick={() => {
            app.readHouse();
            reading.value = true;
          }}
        >
          {t('charter.link')}
        </button>
        {t('charter.end')}
      </p>
      {reading.value && (
        <CharterDialog
          onClose={() => {
            reading.value = false;
          }}
        />
      )}
    </>
  );
}
