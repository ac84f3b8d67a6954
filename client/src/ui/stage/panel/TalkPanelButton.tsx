// Opens and closes the panel of the talk I am in, and says what waits there.
import type { World } from '../../../world/World.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { waitingCount } from './panelCounts.ts';

export function TalkPanelButton({ world }: { world: World }) {
  const { app, t, keyOf } = useUi();
  if (!world.auditorium.stage.value) return null;
  const isOpen = app.panel.value === 'talk';
  const n = waitingCount(world);
  return (
    <IconButton
      icon="question"
      label={t('talkPanel.open')}
      keyName={keyOf('askInTalk')}
      pressed={isOpen}
      describedBy={n > 0 ? 'talk-panel-waits' : undefined}
      onClick={() => app.actions.openPanel(isOpen ? undefined : 'talk')}
    >
      {n > 0 && (
        <>
          <b class="count-badge" aria-hidden="true">
            {n > 99 ? '99+' : n}
          </b>
          <span id="talk-panel-waits" class="visually-hidden">
            {t('talkPanel.news', { n })}
          </span>
        </>
      )}
    </IconButton>
  );
}
