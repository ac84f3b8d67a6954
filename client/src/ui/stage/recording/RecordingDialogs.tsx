// Before a recording is asked for, and before somebody takes their yes back: what happens then.
import type { World } from '../../../world/World.ts';
import { ConfirmDialog } from '../../hosting/ConfirmDialog.tsx';
import { useAskOnce } from '../../hosting/useAskOnce.ts';
import { useUi } from '../../Ui.ts';

export function RecordTalkDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, language } = useUi();
  const where = world.talk.conversation.value?.kind === 'meeting' ? 'room' : 'talk';
  const once = useAskOnce();
  const ask = (): Promise<void> =>
    once.run(
      () => app.actions.ask('record', { on: true, ...(where === 'room' ? { language: language.peek() === 'fr' ? 'fr' : 'en' } : {}) }),
      () => onClose(),
    );
  return (
    <ConfirmDialog
      title={t(`recording.askTitle.${where}`)}
      verb={t('recording.askVerb')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void ask()}
      onClose={onClose}
    >
      <p>{t(`recording.askText.${where}`)}</p>
      <p class="muted">{t(`recording.askWhat.${where}`)}</p>
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
