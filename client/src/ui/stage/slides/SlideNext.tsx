// What comes next, small, for whoever shows the slides: the page that was drawn ahead.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useUi } from '../../Ui.ts';

const WIDTH = 320;

export function SlideNext({ of }: { of: ReadonlySignal<HTMLCanvasElement | undefined> }) {
  const { t } = useUi();
  const copy = useRef<HTMLCanvasElement>(null);
  const drawn = of.value;
  useEffect(() => {
    const { current: canvas } = copy;
    if (!canvas || !drawn) return;
    canvas.width = WIDTH;
    canvas.height = Math.max(1, Math.round((WIDTH * drawn.height) / drawn.width));
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  }, [drawn]);
  return (
    <figure class="slide-next" aria-hidden="true">
      <canvas ref={copy} class={drawn ? '' : 'faint'} width={WIDTH} height={(WIDTH * 9) / 16} />
      <figcaption>{t('slides.preview')}</figcaption>
    </figure>
  );
}
