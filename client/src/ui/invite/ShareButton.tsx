// The system's own way to send an address to somebody, where it has one.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function ShareButton({ title, address }: { title: string; address: string }) {
  const { t } = useUi();
  if (typeof navigator.share !== 'function') return null;
  return (
    <button
      type="button"
      class="button"
      // whoever closes the system's sheet has changed their mind: nothing to say
      onClick={() => void navigator.share({ title, url: address }).catch(() => undefined)}
    >
      <Icon name="up" size={20} />
      {t('invite.share')}
    </button>
  );
}
