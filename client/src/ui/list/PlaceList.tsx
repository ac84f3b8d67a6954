// The places of the map, how many are in each, and the way there.
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { useId } from 'preact/hooks';
import { isOpenTo } from '../../world/isOpenTo.ts';
import { talkAt } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { goTo } from '../people/goTo.ts';
import { isPlace, placeName } from '../people/placeName.ts';
import { type Say, useUi } from '../Ui.ts';

function kindOf(area: Area, t: Say): string | undefined {
  return area.traits.conversation && t(`list.${area.traits.conversation}`);
}

export function PlaceList({ world }: { world: World }) {
  const ui = useUi();
  const { t, language } = ui;
  const headingId = useId();
  const mine = world.surroundings.value.area;
  const counts = world.areaCounts.value;
  const places = world.ground.value.map.areas
    .map((area, index) => ({ area, index }))
    .filter(({ area }) => isPlace(area) && isOpenTo(world, area.id));
  if (places.length === 0) return null;
  const talkOn = (area: Area): string | undefined => {
    const on = talkAt(area, world.auditorium.talks.value);
    return on && t('talks.onHere', { title: on.title });
  };
  const topicAt = (area: Area): string | undefined => {
    const topic = world.talk.kept.topicOf(area.id);
    return topic && t('corner.topic', { title: topic.title });
  };
  return (
    <section class="list-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('list.places')}</h2>
      <ul class="place-list">
        {places.map(({ area, index }) => {
          const name = placeName(area, language.value);
          const count = counts[index] ?? 0;
          const facts = [
            count === 0 ? t('list.placeEmpty') : t('list.placeCount', { n: count }),
            kindOf(area, t),
            talkOn(area),
            topicAt(area),
            world.auditorium.shutRooms.value.includes(area.id) ? t('ring.backstage') : undefined,
            area === mine ? t('list.youAreHere') : undefined,
          ];
          return (
            <li key={area.id} class={area === mine ? 'place-row mine' : 'place-row'}>
              <span class="person-words">
                <b>{name}</b>
                <small class="muted">{facts.filter(Boolean).join(' · ')}</small>
              </span>
              {area !== mine && (
                <span class="row-verbs">
                  <IconButton
                    icon="jump"
                    label={t('people.beThereShort')}
                    fullLabel={t('list.beThere', { place: name })}
                    class="second"
                    onClick={() => void goTo(ui, { area: area.id }, name, 'now')}
                  />
                  <IconButton
                    icon="walk"
                    label={t('list.go')}
                    fullLabel={t('list.goTo', { place: name })}
                    onClick={() => void goTo(ui, { area: area.id }, name, 'walking')}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
