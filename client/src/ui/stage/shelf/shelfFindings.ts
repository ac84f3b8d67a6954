// Past talks and their chapters, as the search finds them: Enter opens the page.
import { isOpenTo } from '../../../world/isOpenTo.ts';
import { areaOf } from '../../../world/stageRole.ts';
import type { World } from '../../../world/World.ts';
import type { Finding } from '../../panels/gatherFindings.ts';
import type { Ui } from '../../Ui.ts';
import { talkTime } from '../panel/talkTime.ts';
import { dayWords } from './shelfWords.ts';

const openPage = (path: string): void => void window.open(path, '_blank', 'noopener');

/** Reads signals. */
export function shelfFindings(world: World, { app, t, language }: Ui): Finding[] {
  const past = world.auditorium.past.value ?? [];
  const hasHall = world.ground.value.map.areas.some(
    ({ id, traits }) =>
      traits.auditorium !== undefined &&
      areaOf(world.ground.value.map.areas, traits.auditorium, 'audience')?.id === id &&
      isOpenTo(world, id),
  );
  const shelf: Finding = {
    ...{ id: 'talks past', title: t('shelf.open'), words: t('search.action'), icon: 'chapter' },
    run: () => app.actions.openPanel('pastTalks'),
  };
  return [
    ...(hasHall || past.length > 0 ? [shelf] : []),
    ...past.flatMap(({ talk, of, title, speakers, startedMs, page, chapters }): Finding[] => [
      {
        ...{ id: `past ${talk}`, title, more: speakers.join(' '), icon: of === 'talk' ? 'stage' : 'record' },
        words: t(of === 'talk' ? 'shelf.finding' : 'shelf.findingMeeting', { date: dayWords(startedMs, language.value) }),
        run: () => openPage(page),
      },
      ...chapters.map(
        (chapter): Finding => ({
          ...{ id: `past ${talk} ${chapter.atMs}`, title: chapter.title, icon: 'chapter' },
          words: t('shelf.findingChapter', { time: talkTime(chapter.atMs), title }),
          run: () => openPage(`${page}${page.includes('?') ? '&' : '?'}at=${Math.floor(chapter.atMs / 1000)}#chapters`),
        }),
      ),
    ]),
  ];
}
