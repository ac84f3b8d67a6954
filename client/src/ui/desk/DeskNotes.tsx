// What lies on my desk: who left it, when, and what it says; thrown away at once, for good a moment later.
import type { DeskNote } from '@comptoir/shared/protocol/desks';
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { World } from '../../world/World.ts';
import { ListState } from '../hosting/ListState.tsx';
import { momentOf } from '../hosting/momentOf.ts';
import { useList } from '../hosting/useList.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const soonId = (noteId: string): string => `desk note ${noteId}`;

export function DeskNotes({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const asked = useList(async () => {
    const answer = await app.actions.ask('deskNotes', {});
    return isRefused(answer) ? answer : { list: answer.notes };
  }, world.desks.notes.value.count);
  const states = app.soon.states.value;
  const notes = asked.list?.filter(({ id }) => states.get(soonId(id)) !== 'done');
  return (
    <>
      <ListState asked={{ ...asked, list: notes }} icon="paper" empty={t('desk.noNotes')} hint={t('desk.noNotesHint')} />
      {notes && notes.length > 0 && (
        <ul class="desk-notes" aria-label={t('desk.notes')}>
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} onClose={onClose} />
          ))}
        </ul>
      )}
    </>
  );
}

function NoteRow({ note, onClose }: { note: DeskNote; onClose: () => void }) {
  const { app, t, language } = useUi();
  const { id, kind, name, from, text, atMs, isNew } = note;
  if (app.soon.states.value.get(soonId(id)) === 'soon')
    return (
      <li class="desk-note erasing" role="status">
        <span>{t('desk.erasing')}</span>
        <button type="button" class="text-button" autofocus onClick={() => app.soon.undo(soonId(id))}>
          {t('word.undo')}
        </button>
      </li>
    );
  return (
    <li class={`desk-note note-paper ${kind}`}>
      <p class="desk-note-head">
        <Icon name={kind === 'thanks' ? 'heart' : 'paper'} size={18} />
        <b>{t(kind === 'thanks' ? 'desk.thanksFrom' : 'desk.noteFrom', { name })}</b>
        <time dateTime={new Date(atMs).toISOString()}>{momentOf(atMs, language.value, Date.now())}</time>
        {isNew && <span class="new-mark">{t('desk.new')}</span>}
      </p>
      <p class="desk-note-text">{text}</p>
      <p class="desk-note-verbs">
        <button
          type="button"
          class="button small"
          aria-label={t('desk.replyFull', { name })}
          onClick={() => {
            onClose();
            app.actions.talk.write(from);
          }}
        >
          {t('desk.reply')}
        </button>
        <button
          type="button"
          class="button small quiet"
          aria-label={t('desk.eraseFull', { name })}
          onClick={() => app.soon.add(soonId(id), async () => 'ok' in (await app.actions.ask('eraseDeskNote', { note: id })))}
        >
          {t('desk.erase')}
        </button>
      </p>
    </li>
  );
}
