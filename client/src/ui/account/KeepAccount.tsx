// A guest becomes an account: what that is good for, and the ways; nothing is lost and nothing changes for others.
import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { offeredWays } from './offeredWays.ts';
import { WayList } from './WayList.tsx';

interface KeepAccountProps {
  facts: AccountFacts;
  onDone: () => void;
}

export function KeepAccount({ facts, onDone }: KeepAccountProps) {
  const { app, t } = useUi();
  const ways = offeredWays(facts, app.account.hindrance);
  const isSent = useSignal(false);
  return (
    <>
      {!isSent.value && (
        <>
          <p>{t('keep.text')}</p>
          <p class="muted">{t('keep.what')}</p>
        </>
      )}
      <WayList
        ways={ways}
        to="keep"
        onDone={onDone}
        onSent={(sent) => {
          isSent.value = sent;
        }}
      />
      {!ways.any && <p>{t('keep.noWay')}</p>}
    </>
  );
}

/** At the entrance, of somebody who was inside just now. */
export function KeepDialog({ facts, onClose }: { facts: AccountFacts; onClose: () => void }) {
  const { t } = useUi();
  return (
    <Dialog title={t('keep.title')} class="account-dialog" onClose={onClose}>
      <KeepAccount facts={facts} onDone={onClose} />
    </Dialog>
  );
}
