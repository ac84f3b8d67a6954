// Where I am: the place, how many are with me, and what I can do right here; on a phone over the map's card.
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { GatheringChip } from '../hosting/GatheringCard.tsx';
import { ContextButton } from '../hud/ContextButton.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { CornerHint } from '../words/CornerHint.tsx';
import { MapCard } from './MapCard.tsx';

/** @param card with the scene as a card */
export function WhereIAm({ world, card }: { world: World; card: boolean }) {
  const { t, language } = useUi();
  const headingId = useId();
  const { area } = world.surroundings.value;
  const place = area ? placeName(area, language.value) : t('place.outside');
  const index = area ? world.ground.value.map.areas.indexOf(area) : -1;
  const here = world.areaCounts.value[index];
  // I am one of those the office counts
  const others = here === undefined ? undefined : Math.max(0, here - 1);
  const words = (
    <p class="where-words">
      <b>{t('list.youAreIn', { place })}</b>
      {others !== undefined && <span class="muted">{others === 0 ? t('list.withNobody') : t('list.with', { n: others })}</span>}
    </p>
  );
  return (
    <section class="list-section where-i-am" aria-labelledby={headingId}>
      <h2 id={headingId} class={card ? 'visually-hidden' : ''}>
        {t('list.where')}
      </h2>
      {card ? (
        <>
          <MapCard>{words}</MapCard>
          <CornerHint world={world} />
          <ContextButton world={world} />
          <GatheringChip world={world} />
        </>
      ) : (
        <div class="card">
          {words}
          <CornerHint world={world} />
          <ContextButton world={world} />
          <GatheringChip world={world} />
        </div>
      )}
    </section>
  );
}
