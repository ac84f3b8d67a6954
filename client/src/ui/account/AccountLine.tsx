// One line in settings and profile: that I am a guest of this browser and can be kept, or the way to my account.
import { useUi } from '../Ui.ts';

export function AccountLine() {
  const { app, t } = useUi();
  const facts = app.account.facts.value;
  if (!facts) return null;
  const isGuest = !facts.account;
  return (
    <div class="settings-act account-line">
      <p>
        {t(isGuest ? 'keep.guest' : 'account.title')}
        <small class="muted">{t(isGuest ? 'keep.guestHint' : 'account.openHint')}</small>
      </p>
      <button type="button" class="button" onClick={() => app.actions.openPanel('account')}>
        {t(isGuest ? 'keep.do' : 'account.open')}
      </button>
    </div>
  );
}
