// What X does here and now, as a button above the bar; gone when nothing is within reach.
import type { World } from '../../world/World.ts';
import { keyOf } from '../keys/keyName.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { thingName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';

export function ContextButton({ world }: { world: World }) {
  const { app, t, nameKey, language, touch } = useUi();
  const act = app.actions.act.value;
  if (!act) return null;
  const { thing, seat } = world.surroundings.value;
  const offer = world.offer.value;
  let icon: IconName = 'walk';
  let label = t('act.act');
  if (thing?.use === 'coffee') {
    icon = 'cup';
    label = t(world.apero.value ? 'act.apero' : 'act.coffee');
  } else if (thing?.use === 'board') {
    icon = 'invite';
    label = t('act.board');
  } else if (thing) label = t('act.use', { thing: thingName(thing, language.value, t) });
  else if (offer) label = offer.message ?? t(`offer.${offer.kind}`, { host: URL.parse(offer.url, location.href)?.host ?? offer.url });
  else if (seat) {
    icon = 'seat';
    label = t(seat.desk !== undefined ? 'act.sitDesk' : seat.table !== undefined ? 'act.sitTable' : 'act.sit');
  }
  return (
    <button type="button" class="context-button" onClick={act}>
      {!touch.value && (
        <span aria-hidden="true">
          <kbd>{keyOf('act', app.shortcuts.value, nameKey) ?? 'X'}</kbd>
        </span>
      )}
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
