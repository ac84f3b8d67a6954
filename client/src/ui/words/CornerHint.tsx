// Standing in the corner of a topic: its name, what is unread, and the way into its thread. Quiet: it moves nothing and asks nothing.
import { channelOfTopic } from '../../world/channelNames.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function CornerHint({ world }: { world: World }) {
  const { app, t, keyOf } = useUi();
  const { talk } = world;
  const topic = talk.kept.topicOf(world.surroundings.value.area?.id);
  const open = app.actions.channels.corner.value;
  if (!topic || !open) return null;
  const channel = channelOfTopic(topic.id);
  // it is being read
  if (app.panel.value === 'chat' && talk.channel.value === channel) return null;
  const unread = talk.unread.value.get(channel) ?? 0;
  const key = keyOf('corner');
  return (
    <button type="button" class="corner-hint" aria-label={t('corner.openFull', { title: topic.title })} onClick={open}>
      {key && (
        <span aria-hidden="true">
          <kbd>{key}</kbd>
        </span>
      )}
      <Icon name="topic" size={18} />
      <span>
        {t('corner.here', { title: topic.title })}
        {unread > 0 && <b> · {t('corner.unread', { n: unread })}</b>}
      </span>
    </button>
  );
}
