// A note or a thank-you for somebody's desk; it can be taken back while its toast stands.
import { lengthOf } from '@comptoir/shared/people';
import type { Somebody } from '@comptoir/shared/protocol/cards';
import { DESK_NOTE_KINDS, type DeskNoteKind } from '@comptoir/shared/protocol/desks';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { Choice } from '../kit/Choice.tsx';
import { CountedArea } from '../kit/CountedArea.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { type Ui, useUi } from '../Ui.ts';

export function LeaveNoteDialog({ of: { personId, name } }: { of: Somebody }) {
  const ui = useUi();
  const { app, t, drafts } = ui;
  const once = useAskOnce();
  // what was begun is still there when one comes back
  const place = `desk ${personId}`;
  const text = useSignal(drafts.get(place) ?? '');
  const kind = useSignal<DeskNoteKind>('note');
  const isTried = useSignal(false);
  const used = lengthOf(text.value.trim());
  const close = (): void => app.actions.noteFor(undefined);
  const leave = (event: Event): void => {
    event.preventDefault();
    isTried.value = true;
    if (used === 0 || used > tuning.deskNoteLength) return;
    void once.run(
      () => app.actions.ask('leaveDeskNote', { personId, kind: kind.peek(), text: text.peek().trim() }),
      ({ note }) => {
        drafts.delete(place);
        close();
        const key = kind.peek() === 'thanks' ? 'desk.thanksLeft' : 'desk.noteLeft';
        app.toasts.add({ key, words: { name }, undo: () => void takeBack(ui, note) });
      },
    );
  };
  const problem = isTried.value && used === 0 ? t('desk.noteEmpty') : once.problem;
  return (
    <Dialog title={t('desk.noteTitle', { name })} class="note-dialog" ownFocus onClose={close}>
      <form onSubmit={leave}>
        <Choice
          label={t('desk.kind')}
          labelHidden
          value={kind.value}
          options={DESK_NOTE_KINDS.map((value) => ({ value, label: t(`desk.kind.${value}`) }))}
          onChoose={(chosen) => {
            kind.value = chosen;
          }}
        />
        <div class={`note-paper ${kind.value}`}>
          <CountedArea
            label={t('desk.noteText')}
            value={text.value}
            limit={tuning.deskNoteLength}
            rows={5}
            hint={t('desk.noteHint', { name })}
            problem={problem}
            autoFocus
            onInput={(typed) => {
              text.value = typed;
              drafts.set(place, typed);
            }}
          />
        </div>
        <div class="dialog-verbs">
          <button type="submit" class="button primary" aria-disabled={once.busy}>
            {t('desk.noteDo')}
          </button>
          <button type="button" class="button" onClick={close}>
            {t('word.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

async function takeBack({ app }: Ui, note: string): Promise<void> {
  const answer = await app.actions.ask('eraseDeskNote', { note });
  if (!isRefused(answer)) app.toasts.add({ key: 'desk.noteTaken' });
}
