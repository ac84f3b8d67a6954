// The other offices of this server, as links.
import type { OfficeSummary } from '@comptoir/shared/protocol/http';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';

export function OtherOffices({ title }: { title: string }) {
  const { app, t } = useUi();
  const offices = useSignal<readonly OfficeSummary[] | undefined>(undefined);
  useEffect(() => {
    const own = app.office.peek()?.id;
    app.listOffices().then(
      (all) => {
        offices.value = all.filter((office) => office.id !== own);
      },
      () => {
        offices.value = [];
      },
    );
  }, []);
  if (!offices.value) return null;
  if (offices.value.length === 0) return <p class="muted">{t('full.noOthers')}</p>;
  return (
    <section class="other-offices">
      <h2>{title}</h2>
      <ul>
        {offices.value.map((office) => (
          <li key={office.id}>
            <a href={`/o/${office.id.split('/').map(encodeURIComponent).join('/')}`}>{office.title || office.id}</a>
            <span class="muted">{t('offices.places', { people: office.people, limit: office.capacity })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
