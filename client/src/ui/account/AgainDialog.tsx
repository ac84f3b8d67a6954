// Ways in are changed shortly after signing in only: whoever sat down at an open browser is not to lock its owner out.
import type { AccountFacts, AccountView } from '@comptoir/shared/protocol/accounts';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { type OfferedWays, offeredWays } from './offeredWays.ts';
import { WayList } from './WayList.tsx';

interface AgainDialogProps {
  facts: AccountFacts;
  mine: AccountView;
  onClose: () => void;
}

export function AgainDialog({ facts, mine, onClose }: AgainDialogProps) {
  const { app, t } = useUi();
  return (
    <Dialog title={t('again.title')} class="account-dialog" onClose={onClose}>
      <p>{t('again.text')}</p>
      <WayList ways={waysOf(mine, offeredWays(facts, app.account.hindrance))} to="again" known={mine.email ?? undefined} onDone={onClose} />
    </Dialog>
  );
}

/** Those that lead to this account. */
function waysOf(mine: AccountView, { passkey, email, provider }: OfferedWays): OfferedWays {
  const ways = {
    passkey: passkey && mine.passkeys.length > 0,
    email: email && mine.email !== null,
    provider: mine.openId ? provider : undefined,
  };
  return { ...ways, hindrance: undefined, any: ways.passkey || ways.email || ways.provider !== undefined };
}
