// Standing on a stage on which no talk is on: the way to begin one.
import { startableIn } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export const mayStart = (world: World): boolean =>
  world.auditorium.stage.value === undefined && startableIn(world.surroundings.value.traits, world.auditorium.talks.value) !== undefined;

export function StartTalkCard({ world }: { world: World }) {
  const { t, asking } = useUi();
  if (!mayStart(world)) return null;
  return (
    <section class="ring-card start-card" aria-label={t('stage.startTitle')}>
      <Icon name="stage" size={26} />
      <p>
        <span class="muted">{t('stage.startHint')}</span>
      </p>
      <button
        type="button"
        class="button primary small"
        onClick={() => {
          asking.value = { what: 'startTalk' };
        }}
      >
        {t('stage.start')}
      </button>
    </section>
  );
}
