// The head of the chat: where one is, the way to all channels, and what belongs to this one.
import { may } from '@comptoir/shared/permissions';
import type { TopicView } from '@comptoir/shared/protocol/channels';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { placeName } from '../people/placeName.ts';
import { type Say, useUi } from '../Ui.ts';
import type { ChannelRow } from './channels/arrangeChannels.ts';
import { channelLabel } from './channels/channelLabel.ts';
import { COLUMN_FROM_PX } from './channels/useChatWidth.ts';

export type ChatScreen = 'lines' | 'list' | 'newMessage' | 'newTopic' | 'topic' | 'find' | 'things';

interface ChatHeadProps {
  world: World;
  row: ChannelRow | undefined;
  topic: TopicView | undefined;
  screen: ChatScreen;
  /** The list of channels stands beside it. */
  hasColumn: boolean;
  /** Elsewhere. */
  unread: number;
  onGo: (screen: ChatScreen) => void;
  onBack: () => void;
  onClose: () => void;
}

const TITLES = {
  list: 'words.title',
  newMessage: 'channels.newMessage',
  newTopic: 'channels.newTopic',
  topic: 'topic.settings',
  find: 'find.title',
} as const;

export function ChatHead({ world, row, topic, screen, hasColumn, unread, onGo, onBack, onClose }: ChatHeadProps) {
  const { app, t, language, narrow } = useUi();
  const isThread = screen === 'lines' || screen === 'things';
  const name = row ? channelLabel(row, t) : '';
  const title = isThread ? name : t(TITLES[screen]);
  const sub = isThread && row ? subOf(world, row, topic, language.value, t) : undefined;
  const hasThings = isThread && (row?.kind === 'office' || row?.kind === 'topic');
  const rank = world.me.value?.rank ?? 'visitor';
  const maySet = topic !== undefined && (topic.by === world.myId.value || may(rank, 'tendTopics'));
  const isWide = app.preferences.values.value.isChatWide;
  const mayWiden = !narrow.value && innerWidth >= COLUMN_FROM_PX;
  const item = (icon: IconName, label: string, run: () => void) => (
    <button type="button" role="menuitem" class="menu-item" onClick={run}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
    </button>
  );
  const isBack = screen !== 'list' && (screen !== 'lines' || narrow.value);
  return (
    <header>
      {screen === 'list' || (hasColumn && screen === 'lines') ? null : isBack ? (
        <IconButton
          icon="back"
          label={t(screen === 'things' ? 'things.back' : screen === 'topic' ? 'things.back' : 'channels.back')}
          tip="none"
          class="chat-back"
          onClick={onBack}
        />
      ) : (
        <IconButton
          icon="list"
          label={t('channels.all')}
          fullLabel={unread > 0 ? t('channels.allUnread', { n: unread }) : t('channels.all')}
          tip="none"
          class="chat-back"
          onClick={() => onGo('list')}
        >
          {unread > 0 && (
            <b class="count-badge" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </b>
          )}
        </IconButton>
      )}
      <div class="chat-title">
        <h2>{title}</h2>
        {sub && <small class="muted">{sub}</small>}
      </div>
      {screen === 'list' && <IconButton icon="search" label={t('find.title')} tip="none" onClick={() => onGo('find')} />}
      {hasThings && (
        <IconButton
          icon="shelf"
          label={t('things.title')}
          fullLabel={t('things.open', { name })}
          tip="none"
          pressed={screen === 'things'}
          onClick={() => onGo(screen === 'things' ? 'lines' : 'things')}
        />
      )}
      {isThread && row && (
        <Menu label={t('channels.more', { name })} buttonClass="icon-button" class="chat-menu below" button={<Icon name="more" />}>
          {item('search', t('find.title'), () => onGo('find'))}
          {row.kind === 'person' && item('card', t('card.see'), () => app.actions.readCard({ personId: row.id, name }))}
          {item('pencil', t('channels.newMessage'), () => onGo('newMessage'))}
          {maySet && item('settings', t('topic.settings'), () => onGo('topic'))}
          {mayWiden &&
            item(isWide ? 'shrink' : 'expand', t(isWide ? 'channels.narrow' : 'channels.widen'), () =>
              app.preferences.set({ isChatWide: !isWide }),
            )}
        </Menu>
      )}
      <IconButton icon="close" label={t('words.close')} tip="none" onClick={onClose} />
    </header>
  );
}

/** Under the channel's name: what it is about, or who is there. */
function subOf(world: World, row: ChannelRow, topic: TopicView | undefined, language: string, t: Say): string | undefined {
  switch (row.kind) {
    case 'topic': {
      const area = world.ground.value.map.areas.find(({ id }) => id === topic?.area);
      const corner = area && t('topic.cornerOf', { place: placeName(area, language) });
      return [topic?.closed && t('topic.closed'), topic?.about || undefined, corner].filter(Boolean).join(' · ') || undefined;
    }
    case 'person': {
      const person = world.people.value.get(row.id);
      return person ? [person.trade, t('channels.here')].filter(Boolean).join(' · ') : t('channels.notHere');
    }
    case 'office':
      return t('people.here', { n: world.people.value.size });
    case 'conversation': {
      const members = world.talk.conversation.value?.members.length ?? 0;
      return members > 0 ? t('channels.members', { n: members }) : undefined;
    }
  }
}
