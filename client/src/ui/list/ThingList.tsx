// What can be used on this map: walk there and use it with one button.
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { goAndUse } from '../people/goTo.ts';
import { thingName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';

export function ThingList({ world }: { world: World }) {
  const ui = useUi();
  const { t, language } = ui;
  const headingId = useId();
  const { things } = world.ground.value.map;
  return (
    <section class="list-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('list.things')}</h2>
      {things.length === 0 && <p class="muted">{t('list.nothingToUse')}</p>}
      <ul class="place-list">
        {things.map((thing) => {
          const name = thingName(thing, language.value, t);
          const coffee = thing.use === 'coffee';
          return (
            <li key={thing.id} class="place-row">
              {coffee && (
                <span class="row-icon">
                  <Icon name="cup" />
                </span>
              )}
              <span class="person-words">
                <b>{name}</b>
                {coffee && <small class="muted">{t('here.cups', { n: world.cupsToday.value })}</small>}
              </span>
              <button
                type="button"
                class="button small"
                aria-label={t('list.useThing', { thing: name })}
                onClick={() => void goAndUse(ui, thing.id)}
              >
                {coffee ? t(world.apero.value ? 'act.apero' : 'act.coffee') : t('list.use')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
