// The ways out: of this browser, and for good, with two weeks to think again.
import { DELETION_GRACE_DAYS } from '@comptoir/shared/protocol/accounts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { AccountParts } from './AccountParts.ts';

export function LeaveAccount({ confirm }: AccountParts) {
  const { app, t } = useUi();
  const { account } = app;
  return (
    <div class="account-verbs account-leave">
      <button
        type="button"
        class="button small"
        onClick={() =>
          confirm({
            title: t('account.signOutTitle'),
            text: <p>{t('account.signOutText')}</p>,
            verb: t('account.signOut'),
            run: () => account.signOut(),
          })
        }
      >
        <Icon name="leave" size={18} />
        {t('account.signOut')}
      </button>
      <button
        type="button"
        class="text-button"
        onClick={() =>
          confirm({
            title: t('erase.title'),
            text: (
              <>
                <p>{t('erase.text')}</p>
                <ul class="plain-list">
                  <li>{t('erase.who')}</li>
                  <li>{t('erase.ways')}</li>
                  <li>{t('erase.words')}</li>
                </ul>
                <p>{t('erase.grace', { n: DELETION_GRACE_DAYS })}</p>
              </>
            ),
            verb: t('erase.sure'),
            run: () => account.erase(),
          })
        }
      >
        {t('erase.do')}
      </button>
    </div>
  );
}
