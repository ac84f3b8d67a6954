// Who hears me, one tap away: everybody who receives my voice, listeners too, with the truth of their microphone and their volume for me.
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { HearerList } from './HearerList.tsx';

export function WhoHearsPanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { t } = useUi();
  return (
    <aside class="slot-panel who-hears" aria-label={t('hears.title')}>
      <header>
        <h2>{t('hears.title')}</h2>
        <IconButton icon="close" label={t('word.close')} tip="none" onClick={onClose} />
      </header>
      <div class="panel-scroll">
        <HearerList world={world} />
      </div>
    </aside>
  );
}
