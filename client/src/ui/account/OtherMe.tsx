// Signed in as somebody else than who I am inside: a link of an account that I had was opened, say.
import type { AccountView } from '@comptoir/shared/protocol/accounts';
import { useUi } from '../Ui.ts';

export function OtherMe({ mine, me }: { mine: AccountView; me: string }) {
  const { app, t } = useUi();
  return (
    <>
      <p>{t('other.text', { name: mine.name, me })}</p>
      <div class="dialog-verbs">
        <button type="button" class="button primary" onClick={() => app.actions.leave()}>
          {t('other.do', { name: mine.name })}
        </button>
      </div>
    </>
  );
}
