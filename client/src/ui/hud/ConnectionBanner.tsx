// Says that the connection is lost and what happens next; the office stays visible behind it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const BACK_SHOWN_MS = 3000;
/** After this long without an answer it is probably not the network but the server. */
const LONG_MS = 15_000;

/** `never`: not online yet, so nothing was lost · `long`: lost for a while. */
type Stage = 'never' | 'online' | 'lost' | 'long' | 'back';

export function ConnectionBanner({ world }: { world: World }) {
  const { t } = useUi();
  const online = world.connection.value === 'online';
  const stage = useSignal<Stage>('never');
  const network = useSignal(navigator.onLine);

  useEffect(() => {
    const lost = stage.peek() === 'lost' || stage.peek() === 'long';
    if (online) stage.value = lost ? 'back' : 'online';
    else if (stage.peek() !== 'never') stage.value = 'lost';
    const next = { back: ['online', BACK_SHOWN_MS], lost: ['long', LONG_MS] } as const;
    const then = stage.peek();
    if (then !== 'back' && then !== 'lost') return;
    const [following, afterMs] = next[then];
    const timer = setTimeout(() => {
      stage.value = following;
    }, afterMs);
    return () => clearTimeout(timer);
  }, [online]);
  useEffect(() => {
    const look = (): void => {
      network.value = navigator.onLine;
    };
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);

  const now = stage.value;
  const lost = now === 'lost' || now === 'long';
  const words: MessageKey = !network.value ? 'connection.offline' : now === 'long' ? 'connection.silent' : 'connection.reconnecting';
  return (
    <div class="banner-place" role="status">
      {(lost || now === 'back') && (
        <p class={lost ? 'banner lost' : 'banner'}>
          <Icon name={lost ? 'warning' : 'check'} size={20} />
          {t(lost ? words : 'connection.back')}
        </p>
      )}
    </div>
  );
}
