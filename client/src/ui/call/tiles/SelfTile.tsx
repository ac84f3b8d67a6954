// My own picture, mirrored: large enough to be sure, then only an icon; and my screen while I show it.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Choice } from '../../kit/Choice.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { Video } from './Video.tsx';

export function SelfTile() {
  const { app, t } = useUi();
  const { call } = app;
  const preview = call.devices.preview.value;
  const state = call.camera.value;
  const small = useSignal(false);
  const shown = preview !== undefined && state !== 'off';
  useEffect(() => {
    if (!shown || small.value) return;
    const timer = setTimeout(() => {
      small.value = true;
    }, tuning.selfViewShrinksMs);
    return () => clearTimeout(timer);
  }, [shown, small.value]);
  useEffect(() => {
    if (!shown) small.value = false;
  }, [shown]);
  if (!preview || !shown) return null;
  return (
    <button
      type="button"
      class={small.value ? 'self-tile small' : 'self-tile'}
      aria-label={t(small.value ? 'tiles.showSelf' : 'tiles.hideSelf')}
      onClick={() => {
        small.value = !small.value;
      }}
    >
      <Video stream={preview} mirrored />
      {!small.value && (
        <span class="tile-name">
          <b>{t('tiles.you')}</b>
          {state === 'paused' && <small>{t('tiles.cameraPaused')}</small>}
        </span>
      )}
    </button>
  );
}

export function OwnScreenNote() {
  const { app, t } = useUi();
  const { call } = app;
  const mode = useSignal<'text' | 'motion'>('text');
  if (!call.screen.value) return null;
  return (
    <div class="own-screen">
      <p>
        <Icon name="screen" size={20} />
        {t('tiles.yourScreen')}
      </p>
      <Choice
        label={t('tiles.screenMode')}
        labelHidden
        value={mode.value}
        options={[
          { value: 'text', label: t('tiles.modeText') },
          { value: 'motion', label: t('tiles.modeMotion') },
        ]}
        onChoose={(chosen) => {
          mode.value = chosen;
          call.setScreenMode(chosen);
        }}
      />
      <button type="button" class="button small" onClick={() => call.stopSharing()}>
        {t('call.presentStop')}
      </button>
    </div>
  );
}

/** In the first conversation, one quiet line; shown to nobody who knows it. */
export function CameraHint() {
  const { app, t, keyOf } = useUi();
  const key = keyOf('camera');
  const done = (): void => app.preferences.set({ cameraHintDone: true });
  if (app.preferences.values.value.cameraHintDone || app.call.camera.value !== 'off') return null;
  const show = (): void => {
    done();
    app.actions.call.toggleCamera();
  };
  return (
    <div class="camera-hint">
      <button type="button" class="text-button" onClick={show}>
        <Icon name="cameraOff" size={20} />
        {key ? t('tiles.showYourself', { key }) : t('tiles.showYourselfTouch')}
      </button>
      <button type="button" class="hint-close" aria-label={t('tiles.hintClose')} onClick={done}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
