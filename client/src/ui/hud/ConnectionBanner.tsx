// Says that the connection is lost and what happens next; the office stays visible behind it.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const BACK_SHOWN_MS = 3000;

export function ConnectionBanner({ world }: { world: World }) {
  const { t } = useUi();
  const connection = world.connection.value;
  // before the first moment online nothing was lost
  const wasOnline = useSignal(false);
  const wasLost = useRef(false);
  const back = useSignal(false);
  useEffect(() => {
    if (connection !== 'online') {
      wasLost.current = wasOnline.peek();
      back.value = false;
      return;
    }
    wasOnline.value = true;
    if (!wasLost.current) return;
    wasLost.current = false;
    back.value = true;
    const timer = setTimeout(() => {
      back.value = false;
    }, BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  const lost = connection !== 'online' && wasOnline.value;
  return (
    <div class="banner-place" role="status">
      {(lost || back.value) && (
        <p class={lost ? 'banner lost' : 'banner'}>
          <Icon name={lost ? 'warning' : 'check'} size={20} />
          {lost ? t(connection === 'offline' ? 'connection.offline' : 'connection.reconnecting') : t('connection.back')}
        </p>
      )}
    </div>
  );
}
