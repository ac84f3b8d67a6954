// What lies over the map: the office's name or the people panel, the first minute, what X does, zoom.
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { PeoplePanel } from '../people/PeoplePanel.tsx';
import { useUi } from '../Ui.ts';
import { ContextButton } from './ContextButton.tsx';
import { FirstMinute } from './FirstMinute.tsx';
import { OfficePill } from './OfficePill.tsx';
import { useFreeRect } from './useFreeRect.ts';

interface HudProps {
  world: World;
  peopleShown: boolean;
  /** CSS px taken by a site beside the office. */
  sidePx: number;
  onPeople: () => void;
}

export function Hud({ world, peopleShown, sidePx, onPeople }: HudProps) {
  const { app, t, narrow } = useUi();
  const panel = peopleShown && !narrow.value;
  useFreeRect(panel, sidePx);
  return (
    <main class={panel ? 'hud with-panel' : 'hud'} aria-label={t('bar.map')}>
      {panel ? (
        <PeoplePanel world={world} onClose={onPeople} />
      ) : (
        <OfficePill world={world} onPeople={narrow.value ? () => app.actions.toggleList() : onPeople} />
      )}
      <div class="hud-foot">
        {!app.preferences.values.value.firstMinuteDone && <FirstMinute world={world} />}
        <ContextButton world={world} />
      </div>
      <div class="zoom-buttons">
        <IconButton icon="plus" label={t('bar.zoomIn')} tip="none" onClick={() => app.actions.zoomBy(1)} />
        <IconButton icon="minus" label={t('bar.zoomOut')} tip="none" onClick={() => app.actions.zoomBy(-1)} />
      </div>
    </main>
  );
}
