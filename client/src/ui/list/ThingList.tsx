// What stands on this map to be used: machine, board and parrot with one button, to the rest one walks.
import { isUsable } from '@comptoir/shared/map/reach';
import { useId } from 'preact/hooks';
import { isWithin } from '../../world/isOpenTo.ts';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { goAndUse, goTo } from '../people/goTo.ts';
import { thingName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';

const ICONS: Record<string, IconName> = { coffee: 'cup', board: 'invite', echo: 'ear', clock: 'clock' };

export function ThingList({ world }: { world: World }) {
  const ui = useUi();
  const { t, language } = ui;
  const headingId = useId();
  const things = world.ground.value.map.things.filter((thing) => isWithin(world, thing));
  const soon = world.agenda.soonest.value;
  return (
    <section class="list-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('list.things')}</h2>
      {things.length === 0 && <p class="muted">{t('list.nothingToUse')}</p>}
      <ul class="place-list">
        {things.map((thing) => {
          const name = thingName(thing, language.value, t);
          const isMachine = thing.use === 'coffee';
          const icon = (
            <span class="row-icon">
              <Icon name={ICONS[thing.use] ?? 'jump'} />
            </span>
          );
          if (!isUsable(thing))
            return (
              <li key={thing.id} class="place-row">
                {icon}
                <span class="person-words">
                  <b>{name}</b>
                </span>
                <IconButton
                  icon="walk"
                  label={t('list.go')}
                  fullLabel={t('list.goTo', { place: name })}
                  onClick={() => void goTo(ui, { object: thing.id }, name, 'walking')}
                />
              </li>
            );
          return (
            <li key={thing.id} class="place-row">
              {icon}
              <span class="person-words">
                <b>{name}</b>
                {isMachine && <small class="muted">{t('here.cups', { n: world.cupsToday.value })}</small>}
                {soon && world.agenda.steaming.value.has(thing.id) && <small>{t('agenda.machineSteams', { title: soon.title })}</small>}
              </span>
              <button
                type="button"
                class="button small"
                aria-label={t('list.useThing', { thing: name })}
                onClick={() => void goAndUse(ui, thing.id)}
              >
                {t(thing.use === 'echo' ? 'act.echo' : !isMachine ? 'act.board' : world.apero.value ? 'act.apero' : 'act.coffee')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
