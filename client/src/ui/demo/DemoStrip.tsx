// In the demo office, always: that nobody here is real, and what the cardboard people are showing.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DemoStep } from '../../world/Demo.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

const LOOK_MS = 500;

export function DemoStrip({ world }: { world: World }) {
  const { app, t, view } = useUi();
  const step = useSignal<DemoStep | 'left'>(world.demo?.stepAt(Date.now()) ?? 'left');
  const seat = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const timer = setInterval(() => {
      const { demo, ground, own } = world;
      const hall = demo?.talkAt(Date.now()) && demo.hall;
      const isThere = hall && ground.peek().areas.traitsAt(own.x, own.y).auditorium === hall.auditorium;
      step.value = isThere ? 'talk' : (demo?.stepAt(Date.now()) ?? 'left');
      seat.value = hall && own.seat === undefined ? hall.seat : undefined;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [world]);
  // the list draws no cardboard
  const seatIn = view.value === 'map' && world.me.value ? seat.value : undefined;
  return (
    <aside class="demo-strip" aria-label={t('demo.title')}>
      <b>{t('demo.title')}</b>
      <span role="status">{t(`demo.step.${step.value}`)}</span>
      {seatIn && (
        <button type="button" onClick={() => void app.actions.sit(seatIn)}>
          {t('demo.talk.go')}
        </button>
      )}
      <a href="/">{t('demo.own')}</a>
    </aside>
  );
}
