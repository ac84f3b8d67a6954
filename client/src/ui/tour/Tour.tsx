// The tour: a card that leads from place to place and says what each is for. A minute and a half, Esc ends it, and nobody is moved unasked.
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { type StopKind, type TourStop, tourStops } from './tourStops.ts';

const ICONS: Record<StopKind, IconName> = {
  machine: 'cup',
  table: 'seat',
  desk: 'pencil',
  meeting: 'door',
  quiet: 'soundOff',
  talk: 'outLoud',
};

export function Tour({ world, onEnd }: { world: World; onEnd: () => void }) {
  const { app, t, language, touch } = useUi();
  const { map, areas } = world.ground.value;
  const stops = useMemo(() => tourStops(map, { x: world.own.x, y: world.own.y }, ({ x, y }) => areas.smallest(x, y)), [map]);
  /** -1: not begun. */
  const number = useSignal(-1);
  const way = useSignal<'here' | 'walking' | 'stopped'>('here');
  const next = useRef<HTMLButtonElement>(null);
  const stop: TourStop | undefined = stops[number.value];

  useEffect(() => {
    next.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && app.panel.peek() === undefined) onEnd();
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, []);
  useEffect(() => () => app.showWay(undefined), []);

  const walk = async (to: TourStop): Promise<void> => {
    way.value = 'walking';
    app.showWay(to.target);
    const asked = number.peek();
    const { arrived } = await app.actions.walkTo(to.target);
    if (number.peek() !== asked) return;
    way.value = arrived ? 'here' : 'stopped';
    if (arrived) app.showWay(undefined);
  };
  const goOn = (): void => {
    const to = stops[number.peek() + 1];
    if (!to) return onEnd();
    number.value += 1;
    void walk(to);
  };

  const isLast = number.value === stops.length - 1;
  const title = stop ? (stop.area ? placeName(stop.area, language.value) : t(`tour.title.${stop.kind}`)) : t('tour.title');
  return (
    <section class="tour-card" aria-label={t('tour.title')}>
      <Icon name={stop ? ICONS[stop.kind] : 'map'} size={26} />
      <div class="tour-words" role="status">
        <p>
          <b>{title}</b>
          {stop && <small class="muted">{t('tour.stop', { n: number.value + 1, of: stops.length })}</small>}
        </p>
        <p>{stop ? t(`tour.${stop.kind}`) : t('tour.intro', { n: stops.length })}</p>
      </div>
      <div class="tour-verbs">
        {stop && way.value === 'stopped' && (
          <button type="button" class="button" onClick={() => void walk(stop)}>
            {t('tour.goThere')}
          </button>
        )}
        <button ref={next} type="button" class="button primary" onClick={goOn}>
          {t(number.value < 0 ? 'tour.begin' : isLast ? 'tour.done' : 'tour.next')}
        </button>
        {!isLast && (
          <button type="button" class="text-button" onClick={onEnd}>
            {t('tour.end')}
            {!touch.value && <kbd>{t('key.escape')}</kbd>}
          </button>
        )}
      </div>
    </section>
  );
}
