// One line on how I am here, where that is not as everybody: on a visit to one area, or as a second window.
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';

export function StandingLine({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const only = world.confinedTo.value;
  const area = world.ground.value.map.areas.find(({ id }) => id === only);
  if (only === undefined && !app.isSecond) return null;
  return (
    <p class="standing-line">
      <Icon name={app.isSecond ? 'soundOff' : 'jump'} size={18} />
      {app.isSecond ? t('second.label') : t('visit.here', { place: area ? placeName(area, language.value) : (only ?? '') })}
    </p>
  );
}
