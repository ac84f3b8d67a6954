// The office is full: wait for a place, or go to another office.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';
import { OtherOffices } from './OtherOffices.tsx';

export function OfficeFull({ form }: { form: EntryForm }) {
  const { app, t } = useUi();
  const office = app.office.value;
  const waiting = form.step.value.kind === 'waiting';
  return (
    <section class="notice" aria-label={t('full.title')}>
      <h2>
        <Icon name="door" />
        {t('full.title')}
      </h2>
      <p role="status">{waiting ? t('full.waiting') : t('refused.full', { n: office?.people ?? 0, limit: office?.capacity ?? 0 })}</p>
      {waiting ? (
        <button type="button" class="button" onClick={() => form.back()}>
          {t('full.stopWaiting')}
        </button>
      ) : (
        <button type="button" class="button primary" onClick={() => form.wait()}>
          {t('full.wait')}
        </button>
      )}
      <OtherOffices title={t('full.others')} />
    </section>
  );
}
