// The chat: the channel that is shown, those at hand in a row, all of them in a list. Beside the map, or a sheet on a phone.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type Channel, channelOfTopic, topicIdOf } from '../../world/channelNames.ts';
import type { World } from '../../world/World.ts';
import { backToMap } from '../hud/backToMap.ts';
import { useUi } from '../Ui.ts';
import { ChannelView } from './ChannelView.tsx';
import { ChatHead, type ChatScreen } from './ChatHead.tsx';
import { besideChannel, quickChannels, unreadElsewhere } from './channels/arrangeChannels.ts';
import { ChannelList } from './channels/ChannelList.tsx';
import { ChannelTabs, tabId } from './channels/ChannelTabs.tsx';
import { channelRows } from './channels/channelRows.ts';
import { NewMessage } from './channels/NewMessage.tsx';
import { TopicForm } from './channels/TopicForm.tsx';
import { useChatWidth } from './channels/useChatWidth.ts';
import { FindWords } from './find/FindWords.tsx';
import { Things } from './things/Things.tsx';

export function ChatPanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, narrow, view, touch } = useUi();
  const panelId = useId();
  const panel = useRef<HTMLElement>(null);
  const screen = useSignal<ChatScreen>('lines');
  const { talk } = world;
  const isWide = useChatWidth();
  const chosen = talk.channel.value;
  const rows = channelRows(world, chosen);
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const shown = row?.id ?? chosen;
  const wishes = talk.wishesToWrite.value;
  const topic = talk.kept.topics.value.find(({ id }) => id === topicIdOf(shown));

  const focusFirst = (): void => {
    const first = touch.peek() && (row?.kind === 'office' || row?.kind === 'conversation') ? '[role="log"]' : '.composer textarea';
    const target = panel.current?.querySelector<HTMLElement>(first) ?? panel.current?.querySelector<HTMLElement>('[role="log"]');
    target?.focus({ preventScroll: true });
  };
  // opened by key, button or "Write": one goes on writing at once, before the next key is a shortcut;
  // by touch a keyboard would cover what one came to read
  const isWished = useRef(false);
  useLayoutEffect(() => {
    screen.value = 'lines';
    isWished.current = true;
  }, [wishes]);
  // the lines may come with the next drawing only
  useLayoutEffect(() => {
    if (!isWished.current || !panel.current?.querySelector('.channel-view')) return;
    isWished.current = false;
    focusFirst();
  });
  const wishToSearch = talk.kept.wishToSearch.value;
  useEffect(() => {
    if (wishToSearch) screen.value = 'find';
  }, [wishToSearch]);

  const go = (next: ChatScreen): void => {
    if (next !== 'find') talk.kept.wishToSearch.value = undefined;
    screen.value = next;
  };
  const show = (channel: Channel): void => {
    talk.channel.value = channel;
    go('lines');
  };
  /** From the list: one writes there at once. */
  const open = (channel: Channel): void => {
    talk.channel.value = channel;
    talk.kept.wishToSearch.value = undefined;
    talk.wishesToWrite.value++;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const step =
      event.altKey && !event.ctrlKey && !event.metaKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp'] : undefined;
    const beside = step && besideChannel(rows, shown, step);
    if (beside !== undefined) open(beside);
    else if (event.key !== 'Escape') return;
    else if (screen.peek() !== 'lines') {
      go('lines');
      requestAnimationFrame(focusFirst);
    }
    // beside the map the chat stays open and the keys walk again
    else if (view.peek() === 'map' && !narrow.peek()) backToMap(app.sceneElement);
    else onClose();
    event.preventDefault();
    event.stopPropagation();
  };
  const now = screen.value;
  const hasColumn = isWide.value && !narrow.value;
  const list = (
    <ChannelList
      world={world}
      rows={rows}
      shown={shown}
      onShow={open}
      onNewMessage={() => go('newMessage')}
      onNewTopic={() => go('newTopic')}
    />
  );
  const isThread = now === 'lines' || now === 'things';
  const quick = quickChannels(rows, shown);
  const hasTabs = isThread && !hasColumn && !narrow.value && quick.length > 1;
  return (
    <aside class={hasColumn ? 'chat-panel has-column' : 'chat-panel'} aria-label={t('words.title')} ref={panel} onKeyDown={onKeyDown}>
      <ChatHead
        world={world}
        row={row}
        topic={topic}
        screen={now}
        hasColumn={hasColumn}
        unread={unreadElsewhere(rows, shown)}
        onGo={go}
        onBack={() => {
          go(hasColumn || now === 'topic' || now === 'things' ? 'lines' : 'list');
        }}
        onClose={onClose}
      />
      {hasTabs && <ChannelTabs rows={quick} shown={shown} panelId={panelId} onShow={show} />}
      <div class="chat-body">
        {hasColumn && list}
        <div class="channel-panel" id={panelId} {...(hasTabs ? { role: 'tabpanel', 'aria-labelledby': tabId(panelId, shown) } : {})}>
          {now === 'lines' && row && <ChannelView key={shown} world={world} row={row} />}
          {now === 'list' && list}
          {now === 'newMessage' && <NewMessage world={world} onChoose={open} />}
          {now === 'newTopic' && <TopicForm world={world} onDone={(id) => open(channelOfTopic(id))} />}
          {now === 'topic' && topic && <TopicForm key={topic.id} world={world} topic={topic} onDone={() => go('lines')} />}
          {now === 'find' && row && <FindWords key={wishToSearch?.text} world={world} row={row} first={wishToSearch?.text ?? ''} />}
          {now === 'things' && row && <Things key={shown} world={world} row={row} />}
        </div>
      </div>
    </aside>
  );
}
