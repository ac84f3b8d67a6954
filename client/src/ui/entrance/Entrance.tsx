// The entrance over the living office: who I am and how I look, then in.
import { DEFAULT_APPEARANCE, normaliseWords } from '@comptoir/shared/people';
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';

export function Entrance() {
  const { app, t } = useUi();
  const name = useSignal(app.prefill.name ?? app.preferences.get('name'));
  const trade = useSignal(app.prefill.trade ?? app.preferences.get('trade'));
  const enter = (event: Event): void => {
    event.preventDefault();
    void app.enter({ name: normaliseWords(name.value), trade: normaliseWords(trade.value), appearance: DEFAULT_APPEARANCE, as: 'new' });
  };
  return (
    <main>
      <form onSubmit={enter}>
        <label>
          {t('entrance.name')}
          <input value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
        </label>
        <label>
          {t('entrance.trade')}
          <input value={trade.value} onInput={(event) => (trade.value = event.currentTarget.value)} />
        </label>
        <button type="submit">{t('entrance.enter')}</button>
      </form>
    </main>
  );
}
