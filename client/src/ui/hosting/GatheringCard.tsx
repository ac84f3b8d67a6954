// "Come here": a card with the way there; put off, it stays as a chip that opens it again until it is over.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { GatheringView } from '@comptoir/shared/protocol/hosting';
import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { TimeLeft } from '../call/TimeLeft.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { goTo } from '../people/goTo.ts';
import { type Ui, useUi } from '../Ui.ts';
import { gatheringWords, placeOfGathering } from './gatheringWords.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

const CARD = '.gathering-card';
const CHIP = '.gathering-chip';

const keyOf = ({ by, untilTick }: GatheringView): string => `${by} ${untilTick}`;

/** Put off or opened by hand: the focus goes along. */
function fold({ putOff }: Ui, gathering: GatheringView, isFolded: boolean): void {
  putOff.value = isFolded ? keyOf(gathering) : undefined;
  setTimeout(() => document.querySelector<HTMLElement>(`${isFolded ? CHIP : CARD} button`)?.focus());
}

/** The gathering that is on; undefined when none is, or when its time is over. */
function useGathering(world: World): GatheringView | undefined {
  const gathering = world.hosting.gathering.value;
  return useSecondsLeft(world, gathering?.untilTick) > 0 ? gathering : undefined;
}

/** Among what is asked of me, unless it is mine or put off. */
export function GatheringCard({ world }: { world: World }) {
  const ui = useUi();
  const { app, t, language } = ui;
  const gathering = useGathering(world);
  const key = gathering && keyOf(gathering);
  const quiet = world.me.value?.availability === 'doNotDisturb';
  const seen = useRef<string | undefined>(undefined);
  // whoever does not want to be disturbed finds a chip, and nothing else
  if (key !== undefined && seen.current !== key && quiet) ui.putOff.value = key;
  useEffect(() => {
    seen.current = key;
  }, [key]);
  if (!gathering || gathering.by === world.myId.value || ui.putOff.value === key) return null;
  const { by } = gathering;
  const name = gathering.name || t('host.somebody');
  const place = placeOfGathering(world, gathering, language.value) ?? name;
  const sentence = gatheringWords(world, gathering, language.value, t);
  const go = (): void => {
    fold(ui, gathering, true);
    // called together by command: it is not known who waits there
    if (by === '' && gathering.area !== null) return void goTo(ui, { area: gathering.area }, place, 'walking');
    app.toasts.add({ key: 'walk.started', words: { name } });
    void app.actions.talk.approach(by);
  };
  return (
    <section class="gathering-card" aria-label={t('gather.hint')}>
      {by === '' ? (
        <Icon name="gather" size={32} />
      ) : (
        <Portrait appearance={world.people.value.get(by)?.appearance ?? DEFAULT_APPEARANCE} size={48} />
      )}
      <p class="ask-words">
        <b>{sentence}</b>
        <span class="muted">{t('gather.hint')}</span>
      </p>
      <div class="ask-verbs">
        <button
          type="button"
          class="button primary small"
          aria-label={by === '' ? t('gather.goPlace', { place }) : t('gather.goFull', { name })}
          onClick={go}
        >
          <Icon name="walk" size={20} />
          {t('gather.go')}
        </button>
        <button type="button" class="button small" onClick={() => fold(ui, gathering, true)}>
          {t('gather.later')}
        </button>
      </div>
      <TimeLeft world={world} untilTick={gathering.untilTick} />
      {!quiet && (
        <p class="visually-hidden" role="alert">
          {sentence}
        </p>
      )}
    </section>
  );
}

/** In the page itself, where it covers nothing: opens the card again. My own gathering is only here, and ends here. */
export function GatheringChip({ world }: { world: World }) {
  const ui = useUi();
  const { app, t, language } = ui;
  const gathering = useGathering(world);
  if (!gathering) return null;
  if (gathering.by === world.myId.value)
    return (
      <p class="gathering-chip mine">
        <Icon name="gather" size={20} />
        <b>{t('gather.mine')}</b>
        <button
          type="button"
          class="button small"
          aria-label={t('gather.end')}
          onClick={() => void app.actions.ask('gather', { on: false })}
        >
          {t('gather.mineEnd')}
        </button>
      </p>
    );
  if (ui.putOff.value !== keyOf(gathering)) return null;
  return (
    <p class="gathering-chip">
      <button type="button" onClick={() => fold(ui, gathering, false)}>
        <Icon name="gather" size={20} />
        <span>{gatheringWords(world, gathering, language.value, t)}</span>
        <Icon name="up" size={16} />
      </button>
    </p>
  );
}
