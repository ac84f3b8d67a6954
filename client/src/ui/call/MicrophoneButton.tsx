// The microphone's button: off, ready or live, and how many hear me; beside it the devices.
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { DeviceMenu } from './devices/DeviceMenu.tsx';
import { microphoneSentence } from './devices/problemSentence.ts';
import { LevelBars } from './LevelBars.tsx';
import { useHearers } from './useHearers.ts';

/** @param devices with the menu of devices beside it */
export function MicrophoneButton({ world, devices }: { world: World; devices: boolean }) {
  const { app, t, keyOf, language } = useUi();
  const { call } = app;
  const state = call.microphone.value;
  const hearers = call.hearers.value;
  const { names } = useHearers(world);
  const problem = call.devices.microphoneProblem.value;
  const key = keyOf('microphone');
  const held = call.isHeldShut.value;
  const listens = stageRole(world.talk.conversation.value, world.myId.value) === 'audience';
  const words =
    listens && state === 'off'
      ? t('stage.listens')
      : held
        ? t('call.micHeld')
        : state === 'live'
          ? call.isPushing.value
            ? t('call.micPushing')
            : t('call.micLive', { n: hearers, names })
          : ((problem && microphoneSentence(problem, t)) ?? t(state === 'ready' ? 'call.micReady' : 'call.micOff'));
  return (
    <span class={`microphone ${state}`} data-state={state}>
      <button
        type="button"
        class="microphone-button"
        aria-label={t('call.microphone')}
        aria-pressed={state !== 'off'}
        aria-describedby="microphone-words"
        onClick={() => app.actions.call.toggleMicrophone()}
      >
        <Icon name={state === 'off' ? 'micOff' : 'mic'} />
        {state === 'live' && (
          <>
            <Icon name="walk" size={18} />
            <b class="microphone-count">{new Intl.NumberFormat(language.value).format(hearers)}</b>
            <LevelBars bars={2} />
          </>
        )}
        {state === 'ready' && !problem && <span class="microphone-ready">{t('call.ready')}</span>}
        {state !== 'live' && problem && problem !== 'insecure' && <span class="microphone-mark" />}
        <span class="tip tip-above" aria-hidden="true">
          <span class="tip-words">{words}</span>
          {key && <kbd>{key}</kbd>}
        </span>
        <span id="microphone-words" class="visually-hidden">
          {words}
        </span>
      </button>
      {devices && <DeviceMenu />}
    </span>
  );
}
