// The ways through the office: people, search, the whole map, the list, inviting somebody, and the sound of the place.
import { may } from '@comptoir/shared/permissions';
import type { World } from '../../world/World.ts';
import { HostMenu } from '../hosting/HostMenu.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { AmbienceButton } from '../side/AmbienceButton.tsx';
import { useUi } from '../Ui.ts';

interface OfficeButtonsProps {
  world: World;
  /** Opens the people panel; without it there is one already. */
  onPeople?: (() => void) | undefined;
  /** Where the search has no field of its own. */
  search: boolean;
}

export function OfficeButtons({ world, onPeople, search }: OfficeButtonsProps) {
  const { app, t, keyOf, view, narrow } = useUi();
  const list = view.value === 'list';
  // a phone's head has room for the office's name and five buttons
  const crowded = narrow.value && !list && may(world.me.value?.rank ?? 'visitor', 'gather');
  const onMap = !list && app.scene.value === 'running';
  return (
    <nav class="office-buttons" aria-label={t('bar.ways')}>
      {onMap && onPeople && (
        <IconButton icon="people" label={t('bar.people')} keyName={keyOf('people')} tip="below" pressed={false} onClick={onPeople} />
      )}
      {search && (
        <IconButton
          icon="search"
          label={t('bar.search')}
          keyName={keyOf('search')}
          tip="below"
          onClick={() => app.actions.openPanel('search')}
        />
      )}
      {onMap && (
        <IconButton
          icon="overview"
          label={t('bar.overview')}
          keyName={keyOf('overview')}
          tip="below"
          pressed={world.overview.value}
          onClick={() => app.actions.toggleOverview()}
        />
      )}
      {!list && (
        <IconButton
          icon="list"
          label={t('bar.list')}
          keyName={keyOf('list')}
          tip="below"
          pressed={false}
          onClick={() => app.actions.toggleList()}
        />
      )}
      <IconButton
        icon="calendar"
        label={t('agenda.open')}
        keyName={keyOf('agenda')}
        tip="below"
        onClick={() => app.actions.openPanel('agenda')}
      />
      {!crowded && <IconButton icon="invite" label={t('bar.invite')} tip="below" onClick={() => app.actions.openPanel('invite')} />}
      <HostMenu world={world} invites={crowded} />
      <AmbienceButton world={world} />
    </nav>
  );
}
