// How much of a channel is unread, and whether I am named in it: seen only, its name says it too.
import type { ChannelRow } from './arrangeChannels.ts';

export function UnreadMarks({ unread, mentions, kind }: Pick<ChannelRow, 'unread' | 'mentions' | 'kind'>) {
  if (unread === 0 && mentions === 0) return null;
  // what is said in a topic waits quietly
  const isQuiet = kind === 'topic' && mentions === 0;
  return (
    <span class={isQuiet ? 'unread-mark quiet' : 'unread-mark'} aria-hidden="true">
      {mentions > 0 && kind !== 'person' && '@'}
      {unread > 99 ? '99+' : Math.max(unread, mentions)}
    </span>
  );
}
