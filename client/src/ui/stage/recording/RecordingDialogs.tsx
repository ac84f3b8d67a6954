// Before a recording is asked for, and before somebody takes their yes back: what happens then.

import { ConfirmDialog } from '../../hosting/ConfirmDialog.tsx';
import { useAskOnce } from '../../hosting/useAskOnce.ts';
import { useUi } from '../../Ui.ts';

export function RecordTalkDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const ask = (): Promise<void> =>
    once.run(
      () => app.actions.ask('record', { on: true }),
      () => onClose(),
    );
  return (
    <ConfirmDialog
      title={t('recording.askTitle')}
      verb={t('recording.askVerb')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void ask()}
      onClose={onClose}
    >
      <p>{t('recording.askText')}</p>
      <p class="muted">{t('recording.askWhat')}</p>
    </ConfirmDialog>
  );
}

export function UnrecordDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const takeBack = (): Promise<void> =>
    once.run(
      () => app.actions.ask('agreeRecording', { yes: false }),
      () => onClose(),
    );
  return (
    <ConfirmDialog
      title={t('recording.takeBackTitle')}
      verb={t('recording.takeBackVerb')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void takeBack()}
      onClose={onClose}
    >
      <p>{t('recording.takeBackText')}</p>
      <p class="muted">{t('recording.takeBackSaid')}</p>
    </ConfirmDialog>
  );
}
