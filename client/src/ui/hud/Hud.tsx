// What lies over the map.
import { useUi } from '../Ui.ts';

export function Hud() {
  const { app, t } = useUi();
  return (
    <nav aria-label={t('bar.label')}>
      <button type="button" aria-pressed={app.view.value === 'list'} onClick={() => app.actions.toggleList()}>
        {t('bar.list')}
      </button>
    </nav>
  );
}
