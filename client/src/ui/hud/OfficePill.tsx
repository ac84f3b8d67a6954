// The office's name, how many are here and today's coffees; opens the people panel, or the list on a phone.
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function OfficePill({ world, onPeople }: { world: World; onPeople: () => void }) {
  const { t } = useUi();
  const { title, name } = world.ground.value.map;
  return (
    <button type="button" class="office-pill" onClick={onPeople}>
      <b>{title || name}</b>
      <span class="muted">
        {t('people.here', { n: world.people.value.size })}
        <span class="cups" title={t('here.cups', { n: world.cupsToday.value })}>
          <Icon name="cup" size={16} />
          {world.cupsToday.value}
        </span>
      </span>
    </button>
  );
}
