// Ending a talk for everybody in it: what happens to those who listen is said before.
import type { World } from '../../world/World.ts';
import { ConfirmDialog } from '../hosting/ConfirmDialog.tsx';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { useUi } from '../Ui.ts';

export function EndTalkDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const n = world.auditorium.stage.value?.audience ?? 0;
  const end = (): Promise<void> =>
    once.run(
      () => app.actions.ask('endTalk', {}),
      () => onClose(),
    );
  return (
    <ConfirmDialog
      title={t('stage.endTitle')}
      verb={t('stage.end')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void end()}
      onClose={onClose}
    >
      <p>{n > 0 ? t('stage.endText', { n }) : t('stage.endNobody')}</p>
      <p class="muted">{t('stage.endKept')}</p>
    </ConfirmDialog>
  );
}
