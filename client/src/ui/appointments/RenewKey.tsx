// Before the agenda gets another key: links and calendars that people have show nothing any more.
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { useUi } from '../Ui.ts';

/** @param onDone with what was done, in a sentence */
export function RenewKey({ onDone }: { onDone: (said?: string) => void }) {
  const { app, t } = useUi();
  const asked = useAskOnce();
  const renew = (): void =>
    void asked.run(
      () => app.actions.ask('renewAgendaKey', {}),
      () => onDone(t('agenda.renewed')),
    );
  return (
    <>
      <p>{t('agenda.renewText')}</p>
      {asked.problem && (
        <p class="note strong" role="alert">
          {asked.problem}
        </p>
      )}
      <div class="dialog-verbs">
        <button type="button" class="button strong" aria-disabled={asked.busy} onClick={renew}>
          {t('agenda.renewDo')}
        </button>
        <button type="button" class="button quiet" onClick={() => onDone()}>
          {t('plan.keep')}
        </button>
      </div>
    </>
  );
}
