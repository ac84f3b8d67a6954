// The microphone's test: a bar that moves with my voice, three seconds recorded and played back.
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { LevelBars } from '../LevelBars.tsx';

const WORDS = { idle: 'devices.silentTrial', recording: 'devices.recording', playing: 'devices.playing', done: 'ready.passed' } as const;

export function TryMicrophone() {
  const { app, t } = useUi();
  const { devices } = app.call;
  const trial = devices.trial.value;
  const busy = trial === 'recording' || trial === 'playing';
  return (
    <div class={`try-microphone ${trial}`}>
      <p role="status">
        <b>{t(devices.isSilent.value ? 'toast.silent' : WORDS[trial])}</b>
      </p>
      <div class="level">
        <Icon name="mic" size={20} />
        <LevelBars bars={14} class="wide" />
      </div>
      <button type="button" class="button small" aria-disabled={busy} onClick={() => !busy && void devices.tryMicrophone()}>
        <Icon name={trial === 'playing' ? 'soundOn' : 'mic'} size={20} />
        {t(trial === 'recording' ? 'devices.recording' : trial === 'done' ? 'devices.again' : 'devices.try')}
        {trial === 'recording' && <span class="recording-mark" aria-hidden="true" />}
      </button>
    </div>
  );
}
