// What a person may choose for this browser.
import type { World } from '../../world/World.ts';
import { AccountLine } from '../account/AccountLine.tsx';
import { EraseGuest } from '../account/EraseGuest.tsx';
import { ExportMe } from '../account/ExportMe.tsx';
import { PushSwitch } from '../announce/PushSwitch.tsx';
import { askToNotify, mayNotify } from '../announce/useNotifications.ts';
import { DeviceSettings } from '../call/devices/DeviceSettings.tsx';
import { LanguageSwitch } from '../entrance/LanguageSwitch.tsx';
import { BlockedPeople } from '../hosting/BlockedPeople.tsx';
import { KeyList } from '../keys/KeyList.tsx';
import { Choice } from '../kit/Choice.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Switch } from '../kit/Switch.tsx';
import { useUi } from '../Ui.ts';
import { EraseMine } from '../words/EraseMine.tsx';
import { InstallLine } from './InstallLine.tsx';

export function SettingsDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const { preferences } = app;
  const chosen = preferences.values.value;
  const notify = async (wanted: boolean): Promise<void> => {
    preferences.set({ notifications: wanted && (mayNotify() || (await askToNotify())) });
  };
  return (
    <Dialog title={t('settings.title')} class="wide" onClose={onClose}>
      <div class="settings">
        <DeviceSettings />
        <LanguageSwitch />
        <Choice
          label={t('settings.theme')}
          value={chosen.theme ?? 'system'}
          options={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChoose={(theme) => preferences.set({ theme: theme === 'system' ? undefined : theme })}
        />
        <Choice
          label={t('settings.motion')}
          value={chosen.motion ?? 'system'}
          options={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'reduced', label: t('settings.motionReduce') },
            { value: 'full', label: t('settings.motionFull') },
          ]}
          onChoose={(motion) => preferences.set({ motion: motion === 'system' ? undefined : motion })}
        />
        <Switch
          label={t('settings.sounds')}
          hint={t('settings.soundsHint')}
          on={chosen.sounds}
          onChange={(sounds) => preferences.set({ sounds })}
        />
        {typeof Notification === 'function' && (
          <Switch
            label={t('settings.notifications')}
            hint={t(Notification.permission === 'denied' ? 'settings.notificationsRefused' : 'settings.notificationsHint')}
            on={chosen.notifications && mayNotify()}
            onChange={(wanted) => void notify(wanted)}
          />
        )}
        <PushSwitch />
        <Switch
          label={t('settings.joystick')}
          hint={t('settings.joystickHint')}
          on={chosen.joystick}
          onChange={(joystick) => preferences.set({ joystick })}
        />
        <Switch
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysHint')}
          on={chosen.singleKeys}
          onChange={(singleKeys) => preferences.set({ singleKeys })}
        />
        <AccountLine />
        <EraseMine />
        <ExportMe />
        <EraseGuest />
        <InstallLine />
        <BlockedPeople world={world} />
        <KeyList />
        <div class="settings-foot">
          <button type="button" class="button" onClick={() => app.actions.openPanel('avatar')}>
            {t('settings.profile')}
          </button>
          <small class="muted">{t('settings.version', { version: app.version })}</small>
        </div>
      </div>
    </Dialog>
  );
}
