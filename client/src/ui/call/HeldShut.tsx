// Two things that wait for a click of mine: a microphone that closed while I was away, and sound that the browser holds back.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function HeldShut() {
  const { app, t } = useUi();
  const { call } = app;
  return (
    <div class="held-place" role="status">
      {call.isHeldShut.value && (
        <div class="held">
          <Icon name="micOff" size={24} />
          <p>
            <b>{t('held.title')}</b>
            <span>{t('held.text')}</span>
          </p>
          <button type="button" class="button primary" onClick={() => call.openAgain()}>
            {t('held.open')}
          </button>
        </div>
      )}
      {call.isPlaybackBlocked.value && (
        <div class="held">
          <Icon name="soundOff" size={24} />
          <p>{t('tiles.playback')}</p>
          <button type="button" class="button primary" onClick={() => call.unblockPlayback()}>
            {t('tiles.playbackDo')}
          </button>
        </div>
      )}
    </div>
  );
}
