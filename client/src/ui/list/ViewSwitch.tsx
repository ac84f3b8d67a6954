// List or map: two buttons, the one in use is pressed.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function ViewSwitch() {
  const { app, t, view } = useUi();
  const list = view.value === 'list';
  const show = (wanted: boolean): void => {
    if (wanted !== list) app.actions.toggleList();
  };
  return (
    <fieldset class="view-switch">
      <legend class="visually-hidden">{t('shortcut.list')}</legend>
      <button type="button" aria-pressed={list} aria-label={t('bar.list')} onClick={() => show(true)}>
        <Icon name="list" />
      </button>
      <button type="button" aria-pressed={!list} aria-label={t('bar.map')} onClick={() => show(false)}>
        <Icon name="map" />
      </button>
    </fieldset>
  );
}
