// The charter, to be read.
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { HouseWords } from './HouseWords.tsx';

export function CharterDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const house = app.house.value;
  return (
    <Dialog title={t('charter.title')} class="charter" onClose={onClose}>
      {!house && (
        <p class="muted" role="status">
          {t('hosting.loading')}
        </p>
      )}
      {house?.charter && <HouseWords texts={house.charter} />}
      {house && !house.charter && <p>{t('charter.none')}</p>}
      <div class="dialog-verbs at-foot">
        <button type="button" class="button primary" onClick={onClose}>
          {t('charter.done')}
        </button>
      </div>
    </Dialog>
  );
}
