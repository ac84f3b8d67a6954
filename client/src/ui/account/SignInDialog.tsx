// Signing in: by a passkey, a letter or a provider; and what to do where there is none of them.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { offeredWays } from './offeredWays.ts';
import { WayList } from './WayList.tsx';

export function SignInDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { app, t } = useUi();
  const { account } = app;
  const facts = account.facts.value;
  const isSent = useSignal(false);
  // the link may have been opened in another tab
  const personId = facts?.account?.personId;
  useEffect(() => {
    if (personId !== undefined) onDone();
  }, [personId]);
  const ways = facts && offeredWays(facts, account.hindrance);
  return (
    <Dialog
      title={t(isSent.value ? 'signIn.emailSentTitle' : 'signIn.title')}
      class="account-dialog"
      ownFocus={ways?.any}
      onClose={onClose}
    >
      {!ways && (
        <p class="muted" role="status">
          {t('account.loading')}
        </p>
      )}
      {ways && (
        <WayList
          ways={ways}
          to="signIn"
          onDone={onDone}
          onSent={(sent) => {
            isSent.value = sent;
          }}
        />
      )}
      {ways && !ways.any && <p>{t('signIn.noWay')}</p>}
      {!isSent.value && <p class="muted account-foot">{t('signIn.noAccount')}</p>}
    </Dialog>
  );
}
