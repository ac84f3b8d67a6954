// On the shelf, for whoever is in the recording of a talk that is over: takes them out of it, after a word on what that does.
import type { PastTalk } from '@comptoir/shared/protocol/replay';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAskOnce } from '../../hosting/useAskOnce.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { dayWords } from '../shelf/shelfWords.ts';

export function LeaveRecording({ talk, onDone }: { talk: PastTalk; onDone: () => void }) {
  const { app, t, language } = useUi();
  const once = useAskOnce();
  const sure = useSignal(false);
  const no = useRef<HTMLButtonElement>(null);
  // the button that was pressed is gone
  useLayoutEffect(() => no.current?.focus(), [sure.value]);
  const { withdrawUntilMs, title } = talk;
  if (withdrawUntilMs === undefined) return null;
  if (!sure.value)
    return (
      <button
        type="button"
        class="text-button"
        aria-label={t('recording.leaveFull', { title })}
        onClick={() => {
          sure.value = true;
        }}
      >
        {t('recording.leave')}
      </button>
    );
  return (
    <div class="note strong leave-recording" role="alertdialog" aria-label={t('recording.leaveTitle', { title })}>
      <p>
        {once.problem ? (
          <span role="alert">
            <Icon name="warning" size={20} /> {once.problem}
          </span>
        ) : (
          t('recording.leaveText', { date: dayWords(withdrawUntilMs, language.value) })
        )}
      </p>
      <div class="dialog-verbs">
        <button
          type="button"
          class="button strong"
          aria-disabled={once.busy}
          onClick={() => void once.run(() => app.actions.ask('withdrawRecording', { talk: talk.talk }), onDone)}
        >
          {t('recording.leaveYes')}
        </button>
        <button
          type="button"
          class="button"
          ref={no}
          onClick={() => {
            sure.value = false;
          }}
        >
          {t('word.cancel')}
        </button>
      </div>
    </div>
  );
}
