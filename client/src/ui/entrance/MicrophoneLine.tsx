// For who was here before: how they come in, microphone ready or off, and the way to try and change it.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';

export function MicrophoneLine({ form }: { form: EntryForm }) {
  const { app, t } = useUi();
  if (!app.secureContext || !app.preferences.values.value.devicesSeen) return null;
  const ready = app.call.microphone.value !== 'off';
  const state = t(ready ? 'ready.remembered' : 'ready.rememberedOff');
  return (
    <button type="button" class="text-button microphone-line" aria-label={t('ready.change', { state })} onClick={() => form.toDevices()}>
      <Icon name={ready ? 'mic' : 'micOff'} size={18} />
      {state}
    </button>
  );
}
