// What a channel is called on screen.
import type { Say } from '../../Ui.ts';
import type { ChannelRow } from './arrangeChannels.ts';

export function channelLabel({ kind, name }: Pick<ChannelRow, 'kind' | 'name'>, t: Say): string {
  if (kind === 'person' || kind === 'topic') return name ?? t('words.somebody');
  return t(kind === 'conversation' ? 'words.conversation' : 'words.everybody');
}

/** With what is unread, for those who do not see the marks. */
export function spokenLabel(row: ChannelRow, t: Say): string {
  const name = channelLabel(row, t);
  const unread = row.unread > 0 ? t('words.tabUnread', { name, n: row.unread }) : name;
  return row.mentions > 0 ? `${unread}, ${t('channels.mentions', { n: row.mentions })}` : unread;
}
