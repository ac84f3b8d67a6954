// Before a meeting is cancelled: only this time, or all of it.
import type { AppointmentView, OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { useUi } from '../Ui.ts';
import { spanWords } from './meetingTimes.ts';

interface CancelChoiceProps {
  occurrence: OccurrenceView;
  planned: AppointmentView | undefined;
  /** With what was done, in a sentence. */
  onDone: (said?: string) => void;
}

export function CancelChoice({ occurrence, planned, onDone }: CancelChoiceProps) {
  const { app, t, language } = useUi();
  const asked = useAskOnce();
  const { id, startMs, endMs } = occurrence;
  const comesBack = planned !== undefined && planned.repeat.kind !== 'once';
  const cancel = (day: string | null): void =>
    void asked.run(
      () => app.actions.ask('cancelAppointment', { appointment: id, occurrence: day, cancelled: true }),
      () => onDone(t('plan.cancelled')),
    );
  return (
    <>
      <p>{spanWords(startMs, endMs, language.value)}</p>
      <p class="muted">{t('plan.cancelText')}</p>
      {asked.problem && (
        <p class="note strong" role="alert">
          {asked.problem}
        </p>
      )}
      <div class="dialog-verbs">
        {comesBack && (
          <button type="button" class="button strong" aria-disabled={asked.busy} onClick={() => cancel(occurrence.occurrence)}>
            {t('plan.cancelOne', { when: spanWords(startMs, endMs, language.value) })}
          </button>
        )}
        <button type="button" class={comesBack ? 'button' : 'button strong'} aria-disabled={asked.busy} onClick={() => cancel(null)}>
          {t(comesBack ? 'plan.cancelAll' : 'plan.cancelSingle')}
        </button>
        <button type="button" class="button quiet" onClick={() => onDone()}>
          {t('plan.keep')}
        </button>
      </div>
    </>
  );
}
