// The panel at the left of the map: the office's name, the search, and who is where.
import type { World } from '../../world/World.ts';
import { MeetingStrip } from '../appointments/MeetingStrip.tsx';
import { OfficeButtons } from '../hud/OfficeButtons.tsx';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { TalksStrip } from '../stage/TalksStrip.tsx';
import { useUi } from '../Ui.ts';
import { PeopleByPlace } from './PeopleByPlace.tsx';

export function PeoplePanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, keyOf } = useUi();
  const key = keyOf('search');
  const { title, name } = world.ground.value.map;
  return (
    <aside class="slot-panel people-panel" aria-label={t('people.title')}>
      <header>
        <h2>{title || name}</h2>
        <span class="muted">{t('people.here', { n: world.people.value.size })}</span>
        <IconButton icon="close" label={t('word.close')} tip="none" onClick={onClose} />
      </header>
      <button type="button" class="search-box" onClick={() => app.actions.openPanel('search')}>
        <Icon name="search" size={20} />
        <span>{t('people.search')}</span>
        {key && <kbd>{key}</kbd>}
      </button>
      <OfficeButtons world={world} search={false} />
      <MeetingStrip world={world} />
      <TalksStrip world={world} />
      <div class="panel-scroll">
        <PeopleByPlace world={world} searchable={false} />
      </div>
    </aside>
  );
}
