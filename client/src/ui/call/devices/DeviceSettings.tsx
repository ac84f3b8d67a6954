// Sound and picture in the settings: what goes wrong and what to do, the lists, the test, the mirror, blur, little data.
import { Icon } from '../../kit/Icon.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { useUi } from '../../Ui.ts';
import { DeviceChoices } from './DeviceChoices.tsx';
import { InsecureHelp } from './InsecureHelp.tsx';
import { Mirror } from './Mirror.tsx';
import { microphoneSentence } from './problemSentence.ts';
import { TryMicrophone } from './TryMicrophone.tsx';

export function DeviceSettings() {
  const { app, t, keyOf } = useUi();
  const { call, preferences } = app;
  const { devices } = call;
  const problem = devices.microphoneProblem.value;
  const blur = devices.blurState.value;
  const push = keyOf('pushToTalk');
  if (!app.secureContext || problem === 'insecure')
    return (
      <section class="device-settings" aria-label={t('devices.title')}>
        <h3>{t('devices.title')}</h3>
        <InsecureHelp />
      </section>
    );
  const granted = devices.permission.value === 'granted';
  return (
    <section class="device-settings" aria-label={t('devices.title')}>
      <h3>{t('devices.title')}</h3>
      <div class="ready-test">
        <Mirror />
        {granted && !problem ? (
          <TryMicrophone />
        ) : (
          <div class="ready-ask">
            <button type="button" class="button" onClick={() => void devices.askMicrophone()}>
              <Icon name="mic" size={20} />
              {t('devices.allow')}
            </button>
            <p class="field-hint muted" role="status">
              {t(devices.permission.value === 'asking' ? 'devices.asking' : 'devices.allowHint')}
            </p>
          </div>
        )}
      </div>
      <div role="alert">
        {problem && (
          <p class="note strong">
            <Icon name="warning" size={20} />
            {microphoneSentence(problem, t)}
          </p>
        )}
      </div>
      {granted && <DeviceChoices camera />}
      <Switch
        label={t('devices.blur')}
        {...(blur === 'loading'
          ? { hint: t('devices.blurLoading') }
          : blur === 'unavailable'
            ? { hint: t('devices.blurUnavailable') }
            : {})}
        on={devices.blur.value && blur !== 'unavailable'}
        onChange={(on) => devices.setBlur(on)}
      />
      <Switch
        label={t('devices.rawSound')}
        hint={t('devices.rawSoundHint')}
        on={preferences.values.value.rawSound}
        onChange={(rawSound) => preferences.set({ rawSound })}
      />
      <Switch label={t('devices.lowData')} hint={t('devices.lowDataHint')} on={call.lowData.value} onChange={(on) => call.setLowData(on)} />
      {push && <p class="muted push-hint">{t('devices.push', { key: push })}</p>}
    </section>
  );
}
