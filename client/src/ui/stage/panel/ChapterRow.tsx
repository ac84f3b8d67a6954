// One chapter: when it began, its title, whether it is going on; leaders rename and remove it.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { ChapterView } from '@comptoir/shared/protocol/auditorium';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SoonState } from '../../../lib/Soon.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { durationOf, talkTime } from './talkTime.ts';

const soonId = (id: string): string => `remove chapter ${id}`;

/** Removed, and nothing to undo any more. */
export const isChapterLeaving = (states: ReadonlyMap<string, SoonState>, id: string): boolean => states.get(soonId(id)) === 'done';

interface ChapterRowProps {
  chapter: ChapterView;
  /** From 1. */
  number: number;
  isNow: boolean;
  leads: boolean;
}

export function ChapterRow({ chapter, number, isNow, leads }: ChapterRowProps) {
  const { app, t } = useUi();
  const renaming = useSignal(false);
  const row = useRef<HTMLLIElement>(null);
  const title = chapter.title || t('chapter.untitled', { n: number });
  if (app.soon.states.value.get(soonId(chapter.id)) === 'soon')
    return (
      <li class="chapter-row going">
        <span class="muted">{t('chapter.removed')}</span>
        <button type="button" class="text-button" autofocus onClick={() => app.soon.undo(soonId(chapter.id))}>
          {t('word.undo')}
        </button>
      </li>
    );
  const close = (): void => {
    renaming.value = false;
    queueMicrotask(() => row.current?.querySelector('button')?.focus());
  };
  return (
    <li ref={row} class={isNow ? 'chapter-row now' : 'chapter-row'} aria-current={isNow ? 'true' : undefined}>
      <time dateTime={durationOf(chapter.atMs)}>{talkTime(chapter.atMs)}</time>
      {renaming.value ? (
        <Rename chapter={chapter} title={title} onClose={close} />
      ) : (
        <span class="chapter-title" dir="auto">
          {title}
          {isNow && <span class="fact-mark is-open">{t('chapter.now')}</span>}
        </span>
      )}
      {leads && !renaming.value && (
        <span class="row-verbs">
          <IconButton
            icon="pencil"
            label={t('chapter.rename')}
            fullLabel={t('chapter.renameFull', { title })}
            onClick={() => {
              renaming.value = true;
            }}
          />
          <IconButton
            icon="erase"
            label={t('chapter.remove')}
            fullLabel={t('chapter.removeFull', { title })}
            onClick={() =>
              app.soon.add(
                soonId(chapter.id),
                async () => !isRefused(await app.actions.ask('changeChapter', { chapter: chapter.id, title: '', remove: true })),
              )
            }
          />
        </span>
      )}
    </li>
  );
}

function Rename({ chapter, title, onClose }: { chapter: ChapterView; title: string; onClose: () => void }) {
  const { app, t } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal(chapter.title);
  // before the next key is a shortcut
  useLayoutEffect(() => field.current?.select(), []);
  const words = normaliseWords(text.value);
  const isTooLong = lengthOf(words) > tuning.chapterLength;
  const save = (): void => {
    if (isTooLong) return;
    if (words !== '' && words !== chapter.title)
      void app.actions.ask('changeChapter', { chapter: chapter.id, title: words, remove: false });
    onClose();
  };
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class={isTooLong ? 'field-box has-problem' : 'field-box'}>
        <input
          ref={field}
          type="text"
          value={text.value}
          aria-label={t('chapter.renameFull', { title })}
          placeholder={title}
          autocomplete="off"
          aria-invalid={isTooLong}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="text-button">
          {t('word.save')}
        </button>
      </div>
      <p class="field-problem" role="alert">
        {isTooLong && t('chapter.tooLong')}
      </p>
    </form>
  );
}
