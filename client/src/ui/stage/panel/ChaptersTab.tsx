// The chapters of a talk with their times; leaders mark one now, name it at once or later, and remove it.
import { programmeLeft } from '@comptoir/shared/programme';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { ChapterRow, isChapterLeaving } from './ChapterRow.tsx';
import { NameChapter } from './NameChapter.tsx';
import { TalkScroll } from './TalkScroll.tsx';

export function ChaptersTab({ world }: { world: World }) {
  const { app, t, keyOf } = useUi();
  const { auditorium } = world;
  const chapters = auditorium.chapters.value;
  const naming = auditorium.naming.value;
  const leads = leadsTalk(world);
  const key = keyOf('chapter');
  const states = app.soon.states.value;
  const planned = programmeLeft(auditorium.stage.value?.programme ?? [], chapters);
  return (
    <TalkScroll tab="chapters">
      {leads && !naming && (
        <div class="talk-verbs">
          <button type="button" class="button small" aria-label={t('chapter.mark')} onClick={() => app.actions.markChapter()}>
            <Icon name="chapter" size={18} />
            {planned[0] === undefined ? t('chapter.mark') : t('chapter.markNext', { title: planned[0] })}
            {key && <kbd>{key}</kbd>}
          </button>
        </div>
      )}
      {leads && naming && <NameChapter world={world} naming={naming} />}
      {chapters.length === 0 && planned.length === 0 && !naming && (
        <div class="empty">
          <Icon name="chapter" size={40} />
          <p>
            <b>{t('chapter.empty')}</b>
          </p>
          <p class="muted">{t(leads ? 'chapter.emptyLeads' : 'chapter.emptyHint')}</p>
        </div>
      )}
      <ol class="chapter-list" aria-label={t('chapter.list')}>
        {chapters.map(
          (chapter, i) =>
            !isChapterLeaving(states, chapter.id) && (
              <ChapterRow key={chapter.id} chapter={chapter} number={i + 1} isNow={i === chapters.length - 1} leads={leads} />
            ),
        )}
      </ol>
      {planned.length > 0 && (
        <section class="chapters-planned">
          <h3>{t('chapter.planned')}</h3>
          <ul>
            {planned.map((title, i) => (
              // titles may come twice
              <li key={`${i} ${title}`}>{title}</li>
            ))}
          </ul>
        </section>
      )}
    </TalkScroll>
  );
}
