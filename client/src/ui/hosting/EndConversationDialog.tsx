// Ends a conversation: its members are warned, and have a moment to say goodbye.
import { tuning } from '@comptoir/shared/tuning';
import { useUi } from '../Ui.ts';
import type { Asking } from './Asking.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useAskOnce } from './useAskOnce.ts';

interface EndConversationDialogProps {
  asking: Extract<Asking, { what: 'endConversation' }>;
  onClose: () => void;
}

export function EndConversationDialog({ asking: { number, names }, onClose }: EndConversationDialogProps) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const n = tuning.endingMs / 1000;
  const end = (): Promise<void> =>
    once.run(
      () => app.actions.ask('endConversation', { number }),
      () => {
        app.toasts.add({ key: 'end.done', words: { n } });
        onClose();
      },
    );
  return (
    <ConfirmDialog
      title={t('end.title')}
      verb={t('end.do')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void end()}
      onClose={onClose}
    >
      {names !== '' && (
        <p>
          <b>{t('end.who', { names })}</b>
        </p>
      )}
      <p>{t('end.text', { n })}</p>
    </ConfirmDialog>
  );
}
