// Where a found line was said, in words.
import type { Line } from '@comptoir/shared/protocol/talk';
import { channelOf } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import type { Say } from '../../Ui.ts';
import { nameOf } from '../channels/nameOf.ts';

export function foundWhere(world: World, line: Line, t: Say): string {
  const { to } = line;
  if (to.kind === 'topic') return world.talk.kept.topics.value.find(({ id }) => id === to.id)?.title ?? t('channels.topics');
  if (to.kind === 'person') return nameOf(world, channelOf(to, line.from, world.myId.value)) ?? t('words.somebody');
  return t(to.kind === 'office' ? 'words.everybody' : 'words.conversation');
}
