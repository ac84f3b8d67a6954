// What a channel is called on screen.
import type { Say } from '../Ui.ts';
import type { ChannelRow } from './arrangeChannels.ts';

export function channelLabel({ kind, name }: Pick<ChannelRow, 'kind' | 'name'>, t: Say): string {
  if (kind === 'person') return name ?? t('words.somebody');
  return t(kind === 'conversation' ? 'words.conversation' : 'words.everybody');
}
