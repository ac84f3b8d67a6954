// In the demo office, always: that nobody here is real, and what the cardboard people are showing.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DemoStep } from '../../world/Demo.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

const LOOK_MS = 500;

export function DemoStrip({ world }: { world: World }) {
  const { t } = useUi();
  const step = useSignal<DemoStep | 'left'>(world.demo?.stepAt(Date.now()) ?? 'left');
  useEffect(() => {
    const timer = setInterval(() => {
      step.value = world.demo?.stepAt(Date.now()) ?? 'left';
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [world]);
  return (
    <aside class="demo-strip" aria-label={t('demo.title')}>
      <b>{t('demo.title')}</b>
      <span role="status">{t(`demo.step.${step.value}`)}</span>
      <a href="/">{t('demo.own')}</a>
    </aside>
  );
}
