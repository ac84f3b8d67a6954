// Chapters of a past talk: moved, named, added, removed; and their text for YouTube, with what keeps it from being shown there.
import type { ChapterView } from '@comptoir/shared/protocol/auditorium';
import type { PastTalkDetail } from '@comptoir/shared/protocol/replay';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { talkTime } from '../panel/talkTime.ts';
import { readTime } from './shelfWords.ts';

interface Change {
  chapter: string | null;
  title: string;
  atMs: number;
  remove: boolean;
}

interface ChangeChaptersProps {
  detail: PastTalkDetail;
  onSave: (change: Change) => Promise<void>;
}

export function ChangeChapters({ detail, onSave }: ChangeChaptersProps) {
  const { t } = useUi();
  const headingId = useId();
  const { allChapters, youtube } = detail;
  return (
    <section class="change-part" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('record.chapters')}</h3>
      <ol class="change-rows">
        {allChapters.map((chapter, n) => (
          <ChapterLine key={`${chapter.id} ${chapter.atMs} ${chapter.title}`} chapter={chapter} number={n + 1} onSave={onSave} />
        ))}
        <ChapterLine key={`new ${allChapters.length}`} chapter={undefined} number={allChapters.length + 1} onSave={onSave} />
      </ol>
      {allChapters.length > 0 &&
        youtube.map((problem) => (
          <p key={problem} class="muted">
            {t(`record.youtube.${problem}`)}
          </p>
        ))}
    </section>
  );
}

interface ChapterLineProps {
  /** Undefined: a new one. */
  chapter: ChapterView | undefined;
  number: number;
  onSave: (change: Change) => Promise<void>;
}

function ChapterLine({ chapter, number, onSave }: ChapterLineProps) {
  const { t } = useUi();
  const before = { time: chapter ? talkTime(chapter.atMs) : '', title: chapter?.title ?? '' };
  const time = useSignal(before.time);
  const title = useSignal(before.title);
  const isWrong = useSignal(false);
  const isChanged = time.value !== before.time || title.value !== before.title;
  const save = (): void => {
    if (!isChanged) return;
    // a chapter that is only renamed stays where it is, to the millisecond
    const atMs = chapter && time.peek() === before.time ? chapter.atMs : readTime(time.peek());
    isWrong.value = atMs === undefined;
    if (atMs !== undefined) void onSave({ chapter: chapter?.id ?? null, title: title.peek(), atMs, remove: false });
  };
  return (
    <li>
      <form
        class="change-row"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class={isWrong.value ? 'field-box time has-problem' : 'field-box time'}>
          <input
            type="text"
            inputMode="numeric"
            value={time.value}
            placeholder="0:00"
            aria-label={t('record.atOf', { n: number })}
            aria-invalid={isWrong.value}
            onInput={(event) => {
              time.value = event.currentTarget.value;
              isWrong.value = false;
            }}
          />
        </div>
        <div class="field-box">
          <input
            type="text"
            value={title.value}
            placeholder={chapter ? t('chapter.untitled', { n: number }) : t('record.addChapter')}
            aria-label={t('record.titleOf', { n: number })}
            onInput={(event) => {
              title.value = event.currentTarget.value;
            }}
          />
        </div>
        {isChanged && (
          <button type="submit" class="text-button">
            {t('record.save')}
          </button>
        )}
        {chapter && !isChanged && (
          <IconButton
            icon="erase"
            label={t('record.remove')}
            fullLabel={t('record.removeFull', { title: chapter.title || t('chapter.untitled', { n: number }) })}
            tip="none"
            onClick={() => void onSave({ chapter: chapter.id, title: '', atMs: chapter.atMs, remove: true })}
          />
        )}
      </form>
      {isWrong.value && (
        <p class="field-problem" role="alert">
          {t('record.badTime')}
        </p>
      )}
    </li>
  );
}
