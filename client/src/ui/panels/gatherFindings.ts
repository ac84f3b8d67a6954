// Everything the search can find: people here, places, things to use, and the actions of the shortcut registry.
import { may } from '@comptoir/shared/permissions';
import { isOpenTo, isWithin } from '../../world/isOpenTo.ts';
import type { Person, World } from '../../world/World.ts';
import { mayShowCard, showMyCard } from '../card/showMyCard.tsx';
import { labelOf } from '../keys/labelOf.ts';
import type { IconName } from '../kit/Icon.tsx';
import { goAndUse, goTo } from '../people/goTo.ts';
import { isPlace, placeName, thingName } from '../people/placeName.ts';
import type { Searchable } from '../people/rankSearch.ts';
import { mayStart } from '../stage/StartTalkCard.tsx';
import { shelfFindings } from '../stage/shelf/shelfFindings.ts';
import { wayToTalk } from '../stage/TalksStrip.tsx';
import type { Ui } from '../Ui.ts';

export interface Finding extends Searchable {
  id: string;
  /** The line below the title. */
  words: string;
  icon: IconName;
  person?: Person;
  /** Words to be marked in the title, of which a part is shown where it is long. */
  lookedFor?: string;
  key?: string;
  run: () => void;
}

/** In the order shown when nothing is typed: people, places, things, actions. */
export function gatherFindings(world: World, ui: Ui): Finding[] {
  const { app, t, keyOf, language, tour } = ui;
  const tag = language.value;
  const { map } = world.ground.value;
  const people = [...world.people.value.values()].filter((person) => person.personId !== world.myId.value);
  const collator = new Intl.Collator(tag, { sensitivity: 'base' });
  const counts = world.areaCounts.value;
  return [
    ...people
      .sort((a, b) => collator.compare(a.name, b.name))
      .map(
        (person): Finding => ({
          id: `person ${person.personId}`,
          title: person.name,
          more: person.trade,
          words: [person.trade, t(`availability.${person.connected ? person.availability : 'disconnected'}`)].filter(Boolean).join(' · '),
          icon: 'people',
          person,
          run: () => void goTo(ui, { person: person.personId }, person.name, 'walking'),
        }),
      ),
    ...talkFindings(world, ui),
    ...map.areas.flatMap((area, index): Finding[] => {
      if (!isPlace(area) || !isOpenTo(world, area.id)) return [];
      const title = placeName(area, tag);
      const words = `${t('search.place')} · ${t('list.placeCount', { n: counts[index] ?? 0 })}`;
      return [
        {
          id: `area ${area.id}`,
          title,
          more: area.name,
          words,
          icon: 'map',
          run: () => void goTo(ui, { area: area.id }, title, 'walking'),
        },
      ];
    }),
    ...map.things
      .filter((thing) => isWithin(world, thing))
      .map((thing): Finding => {
        const title = thingName(thing, tag, t);
        return {
          id: `thing ${thing.id}`,
          title,
          words: t('list.things'),
          icon: thing.use === 'coffee' ? 'cup' : thing.use === 'echo' ? 'ear' : 'walk',
          run: () =>
            void (thing.use === 'coffee' || thing.use === 'echo'
              ? goAndUse(ui, thing.id)
              : goTo(ui, { object: thing.id }, title, 'walking')),
        };
      }),
    {
      id: 'action tour',
      title: t('tour.offer'),
      words: t('search.action'),
      icon: 'walk',
      run: () => {
        tour.value = true;
      },
    },
    ...cardFindings(world, ui),
    ...shelfFindings(world, ui),
    ...hostFindings(world, ui),
    {
      ...{ id: 'invite', title: t('invite.title'), words: t('search.action'), icon: 'invite' },
      run: () => app.actions.openPanel('invite'),
    },
    ...accountFinding(ui),
    ...app.shortcuts.value.flatMap((shortcut): Finding[] => {
      const { run } = shortcut;
      if (!run || shortcut.kind === 'held' || shortcut.id === 'search') return [];
      const key = keyOf(shortcut.id);
      const title = labelOf(shortcut, t);
      return [{ id: `action ${shortcut.id}`, title, words: t('search.action'), icon: 'walk', run, ...(key ? { key } : {}) }];
    }),
  ];
}

/** The way to my account; of a guest: to one. */
function accountFinding({ app, t }: Ui): Finding[] {
  const facts = app.account.facts.value;
  const title = t(facts?.account ? 'account.open' : 'keep.do');
  return facts
    ? [{ ...{ id: 'account', title, words: t('search.action'), icon: 'key' }, run: () => app.actions.openPanel('account') }]
    : [];
}

/** Talks that are on, and the one that I could begin where I stand. */
function talkFindings(world: World, ui: Ui): Finding[] {
  const { t, asking } = ui;
  const mine = world.auditorium.stage.value?.talk;
  const found = world.auditorium.talks.value.flatMap((summary): Finding[] => {
    const run = summary.talk === mine ? undefined : wayToTalk(world, ui, summary);
    const { talk, title, audience } = summary;
    const words = `${t('talks.finding')} · ${t('stage.audience', { n: audience })}`;
    return run ? [{ id: `talk ${talk}`, title, more: t('talks.finding'), words, icon: 'stage', run }] : [];
  });
  if (!mayStart(world)) return found;
  const start = (): void => {
    asking.value = { what: 'startTalk' };
  };
  return [...found, { id: 'talk start', title: t('stage.start'), words: t('search.action'), icon: 'stage', run: start }];
}

/** My card, my desk, and the desks where a note can be left. */
function cardFindings(world: World, ui: Ui): Finding[] {
  const { app, t } = ui;
  const { actions } = app;
  const action = (id: string, title: string, icon: IconName, run: () => void): Finding => ({
    id,
    title,
    words: t('search.action'),
    icon,
    run,
  });
  const mine = world.desks.mine.value;
  return [
    action('card mine', t('card.edit'), 'card', () => actions.openPanel('card')),
    ...(mayShowCard(world) ? [action('card show', t('card.show'), 'card', () => void showMyCard(ui))] : []),
    ...(mine === undefined
      ? []
      : [
          action('desk go', t('desk.go'), 'desk', () => void actions.goToMyDesk()),
          action('desk notes', t('desk.notes'), 'paper', () => actions.openPanel('desk')),
        ]),
    ...world.desks.all.value
      .filter(({ desk }) => desk !== mine)
      .map(
        ({ desk, personId, name }): Finding => ({
          ...{ id: `desk ${desk}`, title: t('desk.of', { name }), words: t('desk.leaveNote'), icon: 'desk' },
          run: () => actions.noteFor({ personId, name }),
        }),
      ),
  ];
}

/** What is behind a host's button. */
function hostFindings(world: World, { app, t, asking }: Ui): Finding[] {
  const me = world.me.value;
  if (!me || !may(me.rank, 'gather')) return [];
  const gathers = world.hosting.gathering.value?.by === me.personId;
  const finding = (id: string, title: string, icon: IconName, run: () => void): Finding => ({
    ...{ id: `host ${id}`, title, words: t('host.group'), icon, run },
  });
  return [
    finding('gather', t(gathers ? 'gather.end' : 'gather.do'), 'gather', () => void app.actions.ask('gather', { on: !gathers })),
    finding('announce', t('toAll.do'), 'outLoud', () => {
      asking.value = { what: 'announce' };
    }),
    finding('hosting', t('hosting.title'), 'flag', () => app.actions.openPanel('hosting')),
    finding('door', t('door.title'), 'door', () => app.actions.openPanel('door')),
  ];
}
