// Said once in a browser's life, to a guest who has just left: they could be the same person on each device.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { KeepDialog } from './KeepAccount.tsx';
import { offeredWays } from './offeredWays.ts';

export function GuestOffer() {
  const { app, t } = useUi();
  const { account, preferences } = app;
  const facts = account.facts.value;
  const isOpen = useSignal(false);
  const isOver = useSignal(preferences.get('accountOffered') || app.isSecond);
  const isFor = account.wasInside.value && facts !== undefined && !facts.account && offeredWays(facts, account.hindrance).any;
  const isShown = isFor && !isOver.value;
  useEffect(() => {
    if (isShown) preferences.set({ accountOffered: true });
  }, [isShown]);
  if (!isShown) return null;
  return (
    <aside class="note guest-offer" aria-label={t('keep.title')}>
      <Icon name="key" size={20} />
      <p>{t('account.offer', { name: preferences.get('name') })}</p>
      <div class="account-verbs">
        <button
          type="button"
          class="button small"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {t('keep.do')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            isOver.value = true;
          }}
        >
          {t('account.offerNo')}
        </button>
      </div>
      {isOpen.value && (
        <KeepDialog
          facts={facts}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </aside>
  );
}
