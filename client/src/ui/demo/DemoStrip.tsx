// In the demo office, always: that nobody here is real, and what the cardboard people are showing.
import type { Point } from '@comptoir/shared/geometry';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DemoStep } from '../../world/Demo.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

const LOOK_MS = 500;

export function DemoStrip({ world }: { world: World }) {
  const { app, t, view } = useUi();
  const step = useSignal<DemoStep | 'left'>(world.demo?.stepAt(Date.now()) ?? 'left');
  const talk = useSignal<Point | undefined>(undefined);
  useEffect(() => {
    const timer = setInterval(() => {
      const { demo } = world;
      step.value = demo?.stepAt(Date.now()) ?? 'left';
      talk.value = demo?.talkAt(Date.now()) ? demo.hall?.from : undefined;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [world]);
  // the list draws no cardboard; who stands before the stage is there
  const talkIn = view.value === 'map' && world.me.value ? talk.value : undefined;
  return (
    <aside class="demo-strip" aria-label={t('demo.title')}>
      <b>{t('demo.title')}</b>
      <span role="status">{t(`demo.step.${step.value}`)}</span>
      {talkIn && (
        <button type="button" onClick={() => void app.actions.walkTo(talkIn)}>
          {t('demo.talk.go')}
        </button>
      )}
      <a href="/">{t('demo.own')}</a>
    </aside>
  );
}
