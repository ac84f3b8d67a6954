// How loud one person is for me, for this visit.
import type { ParticipantModel } from '../../media/CallModel.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const MOST = 1.5;
const STEP = 0.05;

export function VolumeSlider({ participant, name }: { participant: ParticipantModel; name: string }) {
  const { t, language } = useUi();
  const volume = participant.volume.value;
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' }).format(volume);
  return (
    <label class="volume">
      <Icon name={volume === 0 ? 'soundOff' : 'soundOn'} size={18} />
      <span class="visually-hidden">{t('hears.volume', { name })}</span>
      <input
        type="range"
        min={0}
        max={MOST}
        step={STEP}
        value={volume}
        aria-valuetext={percent}
        style={{ '--share': `${(volume / MOST) * 100}%` }}
        onInput={(event) => participant.setVolume(event.currentTarget.valueAsNumber)}
      />
      <small class="muted" aria-hidden="true">
        {percent}
      </small>
    </label>
  );
}
