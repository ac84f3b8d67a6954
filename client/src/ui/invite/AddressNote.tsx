// What to know of an address that others cannot use, or that gives them no microphone, and the three lines that mend it.
import { httpsWays } from '@comptoir/shared/httpsWays';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const isThisMachineOnly = ({ hostname }: URL): boolean => /^(?:localhost|127\.|\[::1\]$)|\.localhost$/.test(hostname);

export function AddressNote({ address }: { address: string }) {
  const { t } = useUi();
  const url = new URL(address);
  const local = isThisMachineOnly(url);
  if (!local && url.protocol !== 'http:') return null;
  const ways = httpsWays(local ? url.host : `localhost:${url.port || 80}`);
  const way = (label: string, command: string) => (
    <li>
      {label} <code>{command}</code>
    </li>
  );
  return (
    <div class="note insecure">
      <Icon name="warning" size={20} />
      <div>
        <p>{t(local ? 'invite.local' : 'invite.http')}</p>
        <details>
          <summary>{t('invite.mend')}</summary>
          <ol>
            {way(t('invite.mendCaddy'), ways.caddy)}
            {way(t('invite.mendCertificate'), ways.certificate)}
            {way(t('invite.mendProxy'), ways.proxy)}
          </ol>
          <p>{t('invite.mendMore')}</p>
        </details>
      </div>
    </div>
  );
}
