// Whether this device says who wrote while no page is open: never asked unbidden, off until somebody wants it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Switch } from '../kit/Switch.tsx';
import { useUi } from '../Ui.ts';
import { endPush, type PushState, readPush, startPush } from './subscribePush.ts';

export function PushSwitch() {
  const { app, t } = useUi();
  const state = useSignal<PushState>('none');
  const problem = useSignal<string | undefined>(undefined);
  const { isPushWanted } = app.preferences.values.value;
  const look = async (): Promise<void> => {
    state.value = await readPush();
  };
  useEffect(() => void look(), []);
  const change = async (wanted: boolean): Promise<void> => {
    problem.value = undefined;
    const outcome = wanted ? await startPush(app.actions) : await endPush(app.actions);
    const isOn = outcome === 'ok';
    app.preferences.set({ isPushWanted: isOn });
    if (wanted && !isOn)
      problem.value =
        typeof outcome === 'object' ? t(`refusal.${outcome.refused}`) : t(outcome === 'denied' ? 'push.refused' : 'push.failed');
    else app.toasts.add({ key: isOn ? 'push.on' : 'push.off' });
    await look();
  };
  if (state.value === 'none') return null;
  return (
    <div>
      <Switch
        label={t('push.label')}
        hint={t(state.value === 'denied' ? 'push.refused' : 'push.hint')}
        on={isPushWanted && state.value === 'on'}
        onChange={(wanted) => void change(wanted)}
      />
      <p class="field-problem" role="alert">
        {problem.value}
      </p>
    </div>
  );
}
