// The person of this name is inside by another tab: move here, or come in as somebody else.
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import type { KnownPerson } from './chooseIdentity.ts';
import type { EntryForm } from './EntryForm.ts';

export function SecondTab({ form, person }: { form: EntryForm; person: KnownPerson }) {
  const { t } = useUi();
  return (
    <Dialog ownFocus title={t('secondTab.title', { name: person.name })} onClose={() => form.back()}>
      <p>{t('secondTab.text')}</p>
      <div class="dialog-verbs">
        <button type="button" class="button primary" autofocus onClick={() => void form.enterAs({ personId: person.personId })}>
          {t('secondTab.move')}
        </button>
        <button type="button" class="button" onClick={() => void form.enterAs('new')}>
          {t('secondTab.other')}
        </button>
      </div>
    </Dialog>
  );
}
