// The chat: channels in a row, what was said in the one that is shown, and where one writes. Beside the map, or a sheet on a phone.
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../world/Talk.ts';
import type { World } from '../../world/World.ts';
import { backToMap } from '../hud/backToMap.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { arrangeChannels } from './arrangeChannels.ts';
import { ChannelTabs } from './ChannelTabs.tsx';
import { ChannelView } from './ChannelView.tsx';
import { WriteTo } from './WriteTo.tsx';

export function ChatPanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, narrow, view, touch } = useUi();
  const panelId = useId();
  const panel = useRef<HTMLElement>(null);
  const choosing = useSignal(false);
  const { talk } = world;
  const isVisit = world.confinedTo.value !== undefined;
  const chosen = talk.channel.value;
  const rows = arrangeChannels({
    ...{ lines: talk.lines.value, unread: talk.unread.value, people: world.people.value },
    ...{ shown: chosen, isVisit },
  });
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const shown = row?.id ?? chosen;
  const wishes = talk.wishesToWrite.value;

  // opened by key, button or "Write": one goes on writing at once, before the next key is a shortcut;
  // by touch a keyboard would cover what one came to read
  useLayoutEffect(() => {
    choosing.value = false;
    const first = touch.peek() && (shown === 'office' || shown === 'conversation') ? '[role="log"]' : 'textarea';
    const target = panel.current?.querySelector<HTMLElement>(first) ?? panel.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    target?.focus({ preventScroll: true });
  }, [wishes]);

  const show = (channel: Channel): void => {
    choosing.value = false;
    talk.channel.value = channel;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (choosing.peek()) choosing.value = false;
    // beside the map the chat stays open and the keys walk again
    else if (view.peek() === 'map' && !narrow.peek()) backToMap(app.sceneElement);
    else onClose();
  };
  return (
    <aside class="chat-panel" aria-label={t('words.title')} ref={panel} onKeyDown={onKeyDown}>
      <header>
        <h2>{t('words.title')}</h2>
        <IconButton
          icon="pencil"
          label={t('words.writeTo')}
          tip="below"
          pressed={choosing.value}
          onClick={() => {
            choosing.value = !choosing.value;
          }}
        />
        <IconButton icon="close" label={t('words.close')} tip="none" onClick={onClose} />
      </header>
      <ChannelTabs rows={rows} shown={shown} panelId={panelId} onShow={show} />
      <div class="channel-panel" role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${shown}`}>
        {choosing.value ? (
          <WriteTo
            world={world}
            onChoose={(personId) => {
              show(personId);
              talk.wishesToWrite.value++;
            }}
          />
        ) : (
          row && <ChannelView world={world} row={row} />
        )}
      </div>
    </aside>
  );
}
