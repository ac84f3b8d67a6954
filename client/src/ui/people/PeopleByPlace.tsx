// People under the names of their places, at first as many as a screen or two holds.
import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { MemberRow } from '../call/MemberRow.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { arrangePeople } from './arrangePeople.ts';
import { PersonRow } from './PersonRow.tsx';
import { placeName } from './placeName.ts';
import { rankSearch } from './rankSearch.ts';

const AT_FIRST = 60;
const STEP = 100;
/** Below this many people nobody needs a filter. */
const FILTER_FROM = 8;

/** @param searchable with a field to filter by name and trade */
export function PeopleByPlace({ world, searchable }: { world: World; searchable: boolean }) {
  const { app, t, language } = useUi();
  const typed = useSignal('');
  const limit = useSignal(AT_FIRST);
  const filterId = useId();
  const places = useComputed(() => {
    const { area } = world.surroundings.value;
    const myPlace = area && world.ground.value.map.areas.indexOf(area);
    return arrangePeople(world.people.value.values(), world.myId.value, myPlace, world.areaOfAvatar.value, language.value);
  });
  const { areas } = world.ground.value.map;
  const nameOf = (place: number | undefined): string => {
    const area = place === undefined ? undefined : areas[place];
    return area ? placeName(area, language.value) : t(place === undefined ? 'people.elsewhere' : 'place.outside');
  };
  const count = places.value.reduce((sum, { people }) => sum + people.length, 0);

  if (count === 0)
    return (
      <div class="empty">
        <Icon name="cup" size={40} />
        <p>
          <b>{t('people.alone')}</b>
        </p>
        <p class="muted">{t('people.aloneHint')}</p>
        <button type="button" class="button primary" onClick={() => app.actions.openPanel('invite')}>
          {t('bar.invite')}
        </button>
      </div>
    );

  const filter = (
    <div class="search-box">
      <Icon name="search" size={20} />
      <label class="visually-hidden" for={filterId}>
        {t('people.filter')}
      </label>
      <input
        id={filterId}
        type="search"
        placeholder={t('people.filter')}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
    </div>
  );

  if (typed.value.trim() !== '') {
    const rows = places.value.flatMap(({ place, people }) =>
      people.map((person) => ({ person, place, title: person.name, more: person.trade })),
    );
    const found = rankSearch(typed.value, rows, AT_FIRST);
    return (
      <>
        {filter}
        {found.length === 0 && <p class="muted empty-line">{t('people.none')}</p>}
        <ul class="person-list">
          {found.map(({ person, place }) => (
            <PersonRow key={person.personId} world={world} person={person} place={nameOf(place)} />
          ))}
        </ul>
      </>
    );
  }

  let left = limit.value;
  const members = world.talk.conversation.value?.members ?? [];
  const withMe = members.filter(({ personId }) => personId !== world.myId.value && world.people.value.has(personId));
  return (
    <>
      {searchable && count >= FILTER_FROM && filter}
      {!searchable && withMe.length > 0 && (
        <section class="people-at-place">
          <h3>
            <span>{t('talk.inThis')}</span>
            <span class="muted">{withMe.length}</span>
          </h3>
          <ul class="person-list">
            {withMe.map((member) => (
              <MemberRow key={member.personId} world={world} member={member} />
            ))}
          </ul>
        </section>
      )}
      {places.value.map(({ place, people }) => {
        const others = searchable ? people : people.filter(({ personId }) => !withMe.some((member) => member.personId === personId));
        const shown = others.slice(0, left);
        left -= shown.length;
        if (shown.length === 0) return null;
        return (
          <section key={place ?? -1} class="people-at-place">
            <h3>
              <span>{nameOf(place)}</span>
              <span class="muted">{others.length}</span>
            </h3>
            <ul class="person-list">
              {shown.map((person) => (
                <PersonRow key={person.personId} world={world} person={person} />
              ))}
            </ul>
          </section>
        );
      })}
      {count > limit.value && (
        <button
          type="button"
          class="button quiet more"
          onClick={() => {
            limit.value += STEP;
          }}
        >
          {t('people.showMore', { n: Math.min(STEP, count - limit.value) })}
        </button>
      )}
    </>
  );
}
