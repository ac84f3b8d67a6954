// What stands above the oldest line here: there are older ones, they are coming, or it began here.
import type { Channel } from '../../../world/channelNames.ts';
import type { ChannelPage } from '../../../world/KeptChannels.ts';
import { useUi } from '../../Ui.ts';

export function HistoryHead({ channel, page, isEmpty }: { channel: Channel; page: ChannelPage | undefined; isEmpty: boolean }) {
  const { app, t } = useUi();
  const older = (): void => void app.actions.channels.older(channel);
  if (page?.state === 'failed')
    return (
      <p class="history-head">
        <span class="field-problem" role="alert">
          {t('history.failed')}
        </span>
        <button type="button" class="text-button" onClick={older}>
          {t('files.retry')}
        </button>
      </p>
    );
  if (page === undefined || page.state === 'loading')
    return <p class="history-head muted">{t(isEmpty ? 'history.fetching' : 'history.loading')}</p>;
  if (page.more)
    return (
      <p class="history-head">
        <button type="button" class="text-button" onClick={older}>
          {t('history.older')}
        </button>
      </p>
    );
  return isEmpty ? null : <p class="history-head muted">{t('history.begin')}</p>;
}
