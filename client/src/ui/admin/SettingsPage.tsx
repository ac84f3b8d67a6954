// What an admin writes for everybody, and what whoever runs the server has set.
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { HouseTextForm } from './HouseTextForm.tsx';

export function SettingsPage() {
  const { app, t } = useUi();
  useEffect(() => app.readHouse(), []);
  const house = app.house.value;
  if (!house)
    return (
      <p class="muted" role="status">
        {t('hosting.loading')}
      </p>
    );
  return (
    <div class="admin-page">
      <HouseTextForm key={`charter ${house.charter?.version}`} name="charter" before={house.charter ?? { en: '', fr: '' }} />
      <HouseTextForm key={`appeal ${house.appeal.en} ${house.appeal.fr}`} name="appeal" before={house.appeal} />
    </div>
  );
}
