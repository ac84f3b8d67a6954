// A host hands somebody a link by which they sign in: it is made on a click, shown once, and to be given to nobody else.
import { useSignal } from '@preact/signals';
import { timeWords } from '../door/timeWords.ts';
import type { Asking } from '../hosting/Asking.ts';
import { ConfirmDialog } from '../hosting/ConfirmDialog.tsx';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { CopyRow } from '../invite/CopyRow.tsx';
import { QrCode } from '../invite/QrCode.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';

interface HandedLinkProps {
  asking: Extract<Asking, { what: 'signInLink' }>;
  onClose: () => void;
}

export function HandedLink({ asking: { personId, name }, onClose }: HandedLinkProps) {
  const { app, t, language } = useUi();
  const once = useAskOnce();
  const made = useSignal<{ path: string; untilMs: number } | undefined>(undefined);
  const make = (): Promise<void> =>
    once.run(
      () => app.actions.ask('signInLink', { personId }),
      (answer) => {
        made.value = answer;
      },
    );
  if (!made.value)
    return (
      <ConfirmDialog
        title={t('handed.title', { name })}
        verb={t('handed.make')}
        busy={once.busy}
        problem={once.problem}
        onDo={() => void make()}
        onClose={onClose}
      >
        <p>{t('handed.text', { name })}</p>
      </ConfirmDialog>
    );
  const address = new URL(made.value.path, location.origin).href;
  return (
    <Dialog title={t('handed.title', { name })} class="account-dialog" ownFocus onClose={onClose}>
      <p>{t('handed.text', { name })}</p>
      <CopyRow label={t('handed.label')} address={address} copied={t('handed.copied')} takesFocus />
      <QrCode address={address} />
      <p class="muted">{t('handed.until', { time: timeWords(made.value.untilMs, Date.now(), language.value) })}</p>
    </Dialog>
  );
}
