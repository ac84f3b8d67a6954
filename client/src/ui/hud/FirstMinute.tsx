// The hint of the first minute, over the map: follow the steam, press X, hold a mug, invite somebody. Esc skips it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { type FirstMinuteStep, nextStep } from './firstMinuteStep.ts';

const LOOK_EVERY_MS = 250;
const CUP_SHOWN_MS = 20_000;

export function FirstMinute({ world }: { world: World }) {
  const { app, t, keyOf, touch, tour } = useUi();
  const step = useSignal<FirstMinuteStep>('steam');
  const { map } = world.ground.value;
  const machine = map.things.find((thing) => thing.use === 'coffee');
  const finish = (): void => app.preferences.set({ firstMinuteDone: true });

  useEffect(() => {
    if (!machine) return;
    const timer = setInterval(() => {
      step.value = nextStep(step.value, {
        machineInReach: world.surroundings.value.thing?.id === machine.id,
        brewing: (world.brewing.value.get(machine.id) ?? 0) > world.clock.tick(performance.now()),
        cupInHand: world.ownCup,
      });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [machine?.id]);

  const current = step.value;
  useEffect(() => {
    if (!machine || current !== 'steam') return;
    app.showWay({ object: machine.id });
    return () => app.showWay(undefined);
    // another map has another way
  }, [map, current]);
  useEffect(() => {
    if (current !== 'cup') return;
    const timer = setTimeout(finish, CUP_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  useEffect(() => {
    const skip = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && app.panel.peek() === undefined) finish();
    };
    addEventListener('keydown', skip);
    return () => removeEventListener('keydown', skip);
  }, []);

  if (!machine) return null;
  const key = keyOf('act');
  const words = {
    steam: t('first.steam'),
    press: key ? t('first.press', { key }) : t('first.pressTouch'),
    brewing: t('first.brewing'),
    cup: t('first.cup', { n: Math.max(1, world.cupsToday.value) }),
  }[current];
  const alone = world.people.value.size <= 1;
  const more = {
    steam: touch.value ? t('first.steamHintTouch') : t('first.steamHint'),
    press: undefined,
    brewing: undefined,
    cup: t(alone ? 'first.inviteAlone' : 'first.inviteCompany'),
  }[current];
  return (
    <section class="first-minute" aria-label={t('first.title')}>
      <Icon name="cup" size={26} />
      <p role="status">
        <b>{words}</b>
        {more && <span class="muted">{more}</span>}
      </p>
      {current === 'cup' && alone && (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            finish();
            app.actions.openPanel('invite');
          }}
        >
          {t('bar.invite')}
        </button>
      )}
      {current === 'cup' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            finish();
            tour.value = true;
          }}
        >
          {t('tour.offer')}
        </button>
      )}
      <button type="button" class="text-button" onClick={finish}>
        {current === 'cup' ? t('word.close') : t('first.skip')}
        {!touch.value && <kbd>{t('key.escape')}</kbd>}
      </button>
    </section>
  );
}
