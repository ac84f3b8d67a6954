// In a hall in which no talk is on, and in the list: the way to those that were.
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { readShelf } from './readShelf.ts';

/** Reads signals. */
function isInQuietHall({ auditorium, surroundings }: World): boolean {
  const { conversation, auditorium: hall } = surroundings.value.traits;
  return hall !== undefined && (conversation === 'stage' || conversation === 'audience') && !auditorium.stage.value;
}

export function ShelfCard({ world }: { world: World }) {
  const { app, t, view } = useUi();
  const isHere = isInQuietHall(world) || (view.value === 'list' && !world.auditorium.stage.value);
  useEffect(() => {
    if (isHere) void readShelf(app, world);
  }, [isHere]);
  if (!isHere || (world.auditorium.past.value ?? []).length === 0) return null;
  return (
    <button type="button" class="button small shelf-button" onClick={() => app.actions.openPanel('pastTalks')}>
      <Icon name="chapter" size={20} />
      {t('shelf.open')}
    </button>
  );
}
