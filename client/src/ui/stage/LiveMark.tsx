// "On now · 12 min": a mark that is no red light, for nothing is recorded.
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { minutesOf } from './talkWords.ts';
import { useNowMs } from './useNowMs.ts';

export function LiveMark({ world, startedMs }: { world: World; startedMs: number }) {
  const { t } = useUi();
  const n = minutesOf(startedMs, useNowMs(world));
  return (
    <span class="live-mark">
      <i aria-hidden="true" />
      {t('stage.on')}
      {n > 0 && ` · ${t('stage.minutes', { n })}`}
    </span>
  );
}
