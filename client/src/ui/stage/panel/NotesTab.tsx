// The notes of a talk: lines with their times, read by all; written by whoever leads it and its scribes.
import { useEffect, useRef } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import { mayWriteNotes } from '../../../world/mayWriteNotes.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { useUi } from '../../Ui.ts';
import { NoteComposer } from './NoteComposer.tsx';
import { isNoteLeaving, NoteRow } from './NoteRow.tsx';
import { Scribes } from './Scribes.tsx';

/** Whoever has scrolled up further reads there, and is left there. */
const NEAR_END_PX = 80;

export function NotesTab({ world }: { world: World }) {
  const { app, t } = useUi();
  const notes = world.auditorium.notes.value;
  const writes = mayWriteNotes(world);
  const scroll = useRef<HTMLDivElement>(null);
  const states = app.soon.states.value;
  const last = notes.at(-1)?.id;
  useEffect(() => {
    const box = scroll.current;
    if (box && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX + (box.lastElementChild?.clientHeight ?? 0))
      box.scrollTop = box.scrollHeight;
  }, [last]);
  return (
    <>
      <div class="talk-scroll" ref={scroll}>
        <Switch
          label={t('notes.captions')}
          on={app.preferences.values.value.captions}
          onChange={(on) => app.preferences.set({ captions: on })}
        />
        {leadsTalk(world) && <Scribes world={world} />}
        {notes.length === 0 && (
          <div class="empty">
            <Icon name="pencil" size={40} />
            <p>
              <b>{t('notes.empty')}</b>
            </p>
            <p class="muted">{t('notes.emptyHint')}</p>
          </div>
        )}
        <ol class="chapter-list" aria-label={t('notes.list')}>
          {notes.map((note) => !isNoteLeaving(states, note.id) && <NoteRow key={note.id} note={note} writes={writes} />)}
        </ol>
      </div>
      {writes && <NoteComposer />}
    </>
  );
}
