// A small mirror: my camera as others would see it, opened by a click; without one my avatar looks back.
import { type Appearance, DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { Bust } from '../tiles/Bust.tsx';
import { Video } from '../tiles/Video.tsx';
import { cameraSentence } from './problemSentence.ts';

/** @param hint who sees it; @param appearance my avatar, where it is not the one I was last */
export function Mirror({ hint, appearance: chosen }: { hint?: string; appearance?: Appearance }) {
  const { app, t } = useUi();
  const { devices, camera } = app.call;
  const preview = devices.preview.value;
  const problem = devices.cameraProblem.value;
  const appearance = chosen ?? decodeAppearance(app.preferences.values.value.appearance) ?? DEFAULT_APPEARANCE;
  // looking into it is not showing oneself: what the mirror opened it closes
  useEffect(
    () => () => {
      if (camera.peek() === 'off') devices.closeCamera();
    },
    [],
  );
  const toggle = (): void => {
    if (preview) devices.closeCamera();
    else void devices.openCamera();
  };
  return (
    <div class="mirror">
      <div class="mirror-glass">{preview ? <Video stream={preview} mirrored /> : <Bust appearance={appearance} seed={1} />}</div>
      <button type="button" class="button small" aria-pressed={preview !== undefined} onClick={toggle}>
        <Icon name={preview ? 'camera' : 'cameraOff'} size={20} />
        {t(preview ? 'devices.mirrorHide' : 'devices.mirrorShow')}
      </button>
      <p class={problem ? 'field-problem' : 'field-hint muted'} role="status">
        {problem ? cameraSentence(problem, t) : hint}
      </p>
    </div>
  );
}
