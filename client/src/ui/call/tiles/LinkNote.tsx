// How the line to somebody is, when it is not simply there: connecting, again, or failed with a way to try once more.
import type { ParticipantModel } from '../../../media/CallModel.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function LinkNote({ participant, name }: { participant: ParticipantModel; name: string }) {
  const { t } = useUi();
  const link = participant.link.value;
  if (link === 'connected') return null;
  if (link === 'failed')
    return (
      <span class="link-note failed">
        <span>{t('tiles.failed')}</span>
        <button type="button" class="button small" aria-label={t('tiles.retryFull', { name })} onClick={() => participant.retry()}>
          <Icon name="turn" size={18} />
          {t('tiles.retry')}
        </button>
      </span>
    );
  return <span class="link-note">{t(link === 'connecting' ? 'tiles.connecting' : 'tiles.reconnecting')}</span>;
}
