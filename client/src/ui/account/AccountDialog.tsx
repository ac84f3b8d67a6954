// My account: how I sign in, my devices, how to leave for good; of a guest: how to be kept.

import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { KeepAccount } from './KeepAccount.tsx';
import { OtherMe } from './OtherMe.tsx';

export function AccountDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const { account } = app;
  const facts = account.facts.value;
  const mine = facts?.account ?? undefined;
  useEffect(() => void account.read(), []);
  const isGuest = facts !== undefined && !mine;
  const isSomebodyElse = mine !== undefined && mine.personId !== world.myId.value;
  return (
    <Dialog title={t(isGuest ? 'keep.title' : 'account.title')} class="account-dialog" onClose={onClose}>
      {!facts && (
        <p class="muted" role="status">
          {t('account.loading')}
        </p>
      )}
      {isGuest && <KeepAccount facts={facts} onDone={() => app.toasts.add({ key: 'keep.done' })} />}
      {mine && isSomebodyElse && <OtherMe mine={mine} me={world.me.value?.name ?? ''} />}
      {facts && mine && !isSomebodyElse && <AccountPanel facts={facts} mine={mine} />}
    </Dialog>
  );
}
