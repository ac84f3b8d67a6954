// Three lists: which microphone, which speaker, which camera. Empty ones say so.
import type { DeviceChoice } from '../../../media/CallModel.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function DeviceChoices({ camera }: { camera?: boolean }) {
  const { app, t } = useUi();
  const { devices } = app.call;
  const chosen = devices.chosen.value;
  const list = (kind: 'microphone' | 'speaker' | 'camera', icon: 'mic' | 'soundOn' | 'camera', choices: readonly DeviceChoice[]) => (
    <label class="device-choice" key={kind}>
      <Icon name={icon} size={20} />
      <span class="visually-hidden">{t(`devices.${kind}`)}</span>
      <select
        value={chosen[kind] ?? ''}
        disabled={choices.length === 0}
        onChange={(event) => void devices.choose(kind, event.currentTarget.value)}
      >
        {choices.length === 0 && (
          <option value="">{`${t(`devices.${kind}`)}: ${t(kind === 'speaker' ? 'devices.default' : 'devices.none')}`}</option>
        )}
        {choices.length > 0 && !choices.some(({ id }) => id === chosen[kind]) && <option value="">{t('devices.default')}</option>}
        {choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="device-choices">
      {list('microphone', 'mic', devices.microphones.value)}
      {list('speaker', 'soundOn', devices.speakers.value)}
      {camera && list('camera', 'camera', devices.cameras.value)}
    </div>
  );
}
