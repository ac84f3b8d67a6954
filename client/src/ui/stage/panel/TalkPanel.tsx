// The panel of the talk I am in: questions, hands, polls, debate, chapters. Beside the map as the chat is, or a sheet on a phone.
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { TalkTab } from '../../../world/Auditorium.ts';
import { stageRole } from '../../../world/stageRole.ts';
import type { World } from '../../../world/World.ts';
import { backToMap } from '../../hud/backToMap.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { HandsList } from '../HandsList.tsx';
import { TalkHandButton } from '../TalkHandButton.tsx';
import { ChaptersTab } from './ChaptersTab.tsx';
import { DebateTab } from './DebateTab.tsx';
import { NotesTab } from './NotesTab.tsx';
import { PollsTab } from './PollsTab.tsx';
import { QuestionsTab } from './QuestionsTab.tsx';
import { TalkScroll } from './TalkScroll.tsx';
import { TalkTabs } from './TalkTabs.tsx';

export function TalkPanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, narrow, view } = useUi();
  const panelId = useId();
  const panel = useRef<HTMLElement>(null);
  const { auditorium } = world;
  const stage = auditorium.stage.value;
  const isOver = stage === undefined;
  const shown: TalkTab = auditorium.tab.value === 'debate' && !auditorium.debate.value ? 'polls' : auditorium.tab.value;

  useEffect(() => {
    if (isOver) onClose();
  }, [isOver]);
  // on a phone it lies over the button that opened it; opened to ask, the field has the focus already
  useLayoutEffect(() => {
    if (narrow.peek() && !panel.current?.contains(document.activeElement))
      panel.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);
  if (!stage) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    // beside the map it stays open and the keys walk again
    if (view.peek() === 'map' && !narrow.peek()) backToMap(app.sceneElement);
    else onClose();
  };
  return (
    <aside class="chat-panel talk-panel" aria-label={t('talkPanel.title')} ref={panel} onKeyDown={onKeyDown}>
      <header>
        <h2 title={stage.title}>{stage.title}</h2>
        <IconButton icon="close" label={t('talkPanel.close')} tip="none" onClick={onClose} />
      </header>
      <TalkTabs world={world} shown={shown} panelId={panelId} />
      <div class="channel-panel" role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${shown}`}>
        {shown === 'questions' && <QuestionsTab world={world} stage={stage} />}
        {shown === 'hands' && (
          <TalkScroll tab="hands">
            {/* on a phone the bar is below the panel, and the hand with it */}
            {narrow.value && stageRole(world.talk.conversation.value, world.myId.value) === 'audience' && (
              <div class="talk-verbs">
                <TalkHandButton world={world} />
              </div>
            )}
            <HandsList world={world} />
          </TalkScroll>
        )}
        {shown === 'polls' && <PollsTab world={world} />}
        {shown === 'debate' && <DebateTab world={world} />}
        {shown === 'chapters' && <ChaptersTab world={world} />}
        {shown === 'notes' && <NotesTab world={world} />}
      </div>
    </aside>
  );
}
