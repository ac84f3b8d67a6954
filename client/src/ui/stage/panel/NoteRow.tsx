// One line of the notes; whoever writes them changes it, or removes it while they change it.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { NoteLine } from '@comptoir/shared/protocol/replay';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SoonState } from '../../../lib/Soon.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { durationOf, talkTime } from './talkTime.ts';

const soonId = (id: string): string => `remove note ${id}`;

/** Removed, and nothing to undo any more. */
export const isNoteLeaving = (states: ReadonlyMap<string, SoonState>, id: string): boolean => states.get(soonId(id)) === 'done';

export function NoteRow({ note, writes }: { note: NoteLine; writes: boolean }) {
  const { app, t } = useUi();
  const changing = useSignal(false);
  const row = useRef<HTMLLIElement>(null);
  const time = talkTime(note.atMs);
  if (app.soon.states.value.get(soonId(note.id)) === 'soon')
    return (
      <li class="chapter-row going">
        <span class="muted">{t('chapter.removed')}</span>
        <button type="button" class="text-button" autofocus onClick={() => app.soon.undo(soonId(note.id))}>
          {t('word.undo')}
        </button>
      </li>
    );
  const close = (): void => {
    changing.value = false;
    queueMicrotask(() => row.current?.querySelector('button')?.focus());
  };
  const remove = (): void => {
    close();
    app.soon.add(soonId(note.id), async () => !isRefused(await app.actions.ask('changeNote', { note: note.id, text: '', remove: true })));
  };
  return (
    <li ref={row} class="chapter-row note-row">
      <time dateTime={durationOf(note.atMs)}>{time}</time>
      {changing.value ? (
        <ChangeNote note={note} time={time} onClose={close} onRemove={remove} />
      ) : (
        <span class="chapter-title" dir="auto" title={note.name}>
          {note.text}
        </span>
      )}
      {writes && !changing.value && (
        <span class="row-verbs">
          <IconButton
            icon="pencil"
            label={t('notes.edit')}
            fullLabel={t('notes.editFull', { time })}
            onClick={() => {
              changing.value = true;
            }}
          />
        </span>
      )}
    </li>
  );
}

interface ChangeNoteProps {
  note: NoteLine;
  time: string;
  onClose: () => void;
  onRemove: () => void;
}

function ChangeNote({ note, time, onClose, onRemove }: ChangeNoteProps) {
  const { app, t } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal(note.text);
  // before the next key is a shortcut
  useLayoutEffect(() => field.current?.select(), []);
  const words = normaliseWords(text.value);
  const isTooLong = lengthOf(words) > tuning.noteLineLength;
  const save = (): void => {
    if (isTooLong) return;
    if (words !== '' && words !== note.text) void app.actions.ask('changeNote', { note: note.id, text: words, remove: false });
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
          aria-label={t('notes.editFull', { time })}
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
      <button type="button" class="text-button" aria-label={t('notes.removeFull', { time })} onClick={onRemove}>
        {t('notes.remove')}
      </button>
      <p class="field-problem" role="alert">
        {isTooLong && t('notes.tooLong', { n: tuning.noteLineLength })}
      </p>
    </form>
  );
}
