// Before a host's voice goes to everybody: what that means, and whether there is a microphone at all.
import { tuning } from '@comptoir/shared/tuning';
import { microphoneSentence } from '../call/devices/problemSentence.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useAskOnce } from './useAskOnce.ts';

export function AnnounceDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const { call } = app;
  const once = useAskOnce();
  const problem = call.devices.microphoneProblem.value;
  const off = call.microphone.value === 'off';
  const start = (): Promise<void> =>
    once.run(
      // asked from this click: the browser's own question comes before anybody is told
      async () => ((await call.devices.askMicrophone()) ? app.actions.ask('announce', { on: true }) : { noMicrophone: true }),
      (answer) => {
        if (!('noMicrophone' in answer)) onClose();
      },
    );
  return (
    <ConfirmDialog
      title={t('toAll.title')}
      verb={t('toAll.start')}
      busy={once.busy}
      problem={once.problem}
      disabled={problem === 'insecure'}
      onDo={() => void start()}
      onClose={onClose}
    >
      <p>{t('toAll.text', { n: tuning.announceMs / 1000 })}</p>
      {problem && problem !== 'replaced' ? (
        <p class="note strong" role="alert">
          <Icon name="micOff" size={20} />
          <span>
            {microphoneSentence(problem, t)} {t('toAll.noMic')}
          </span>
        </p>
      ) : (
        off && (
          <p class="note">
            <Icon name="micOff" size={20} />
            {t('toAll.micOff')}
          </p>
        )
      )}
    </ConfirmDialog>
  );
}
