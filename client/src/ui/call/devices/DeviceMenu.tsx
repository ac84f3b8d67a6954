// The small menu beside the microphone: which devices, blur, little data, and the way to try them.
import type { DeviceChoice } from '../../../media/CallModel.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { useUi } from '../../Ui.ts';

export function DeviceMenu() {
  const { app, t } = useUi();
  const { call } = app;
  const { devices } = call;
  const asked = devices.permission.value === 'granted';
  const chosen = devices.chosen.value;
  const blur = devices.blurState.value;
  const group = (kind: 'microphone' | 'camera' | 'speaker', choices: readonly DeviceChoice[]) =>
    choices.length > 0 && (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
      <div role="group" aria-label={t(`devices.${kind}`)} key={kind}>
        <p class="menu-title muted" aria-hidden="true">
          {t(`devices.${kind}`)}
        </p>
        {choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            role="menuitemradio"
            aria-checked={chosen[kind] === choice.id}
            class="menu-item"
            onClick={() => void devices.choose(kind, choice.id)}
          >
            <span class="menu-words clipped">{choice.label}</span>
            {chosen[kind] === choice.id && <Icon name="check" size={18} />}
          </button>
        ))}
      </div>
    );
  const toggle = (label: string, on: boolean, run: () => void, possible = true) => (
    <button type="button" role="menuitemcheckbox" aria-checked={on} aria-disabled={!possible} class="menu-item" onClick={run}>
      <span class="menu-words">{label}</span>
      {on && <Icon name="check" size={18} />}
    </button>
  );
  return (
    <Menu
      label={t('call.deviceMenu')}
      buttonClass="microphone-more"
      class="device-menu"
      button={
        <>
          <Icon name="up" size={16} />
          <span class="tip tip-above" aria-hidden="true">
            {t('call.deviceMenu')}
          </span>
        </>
      }
    >
      {!asked && app.secureContext && (
        <button type="button" role="menuitem" class="menu-item" onClick={() => void devices.askMicrophone()}>
          <Icon name="mic" size={20} />
          <span class="menu-words">
            <span>{t('devices.allow')}</span>
            <small class="muted">{t('devices.allowHint')}</small>
          </span>
        </button>
      )}
      {asked && group('microphone', devices.microphones.value)}
      {asked && group('speaker', devices.speakers.value)}
      {asked && group('camera', devices.cameras.value)}
      <div class="menu-rule" />
      {toggle(
        t(blur === 'unavailable' ? 'devices.blurUnavailable' : blur === 'loading' ? 'devices.blurLoading' : 'devices.blur'),
        devices.blur.value,
        () => devices.setBlur(!devices.blur.peek()),
        blur !== 'unavailable',
      )}
      {toggle(t('devices.lowData'), call.lowData.value, () => call.setLowData(!call.lowData.peek()))}
      <button type="button" role="menuitem" class="menu-item" onClick={() => app.actions.openPanel('settings')}>
        <Icon name="settings" size={20} />
        <span>{t('devices.more')}</span>
      </button>
    </Menu>
  );
}
