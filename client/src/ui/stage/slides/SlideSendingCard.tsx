// A document on its way to a talk, or why it is not shown; and a PDF that is dragged over the window may be let go.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { mayShowSlides } from './SlidesButton.tsx';

const MB = 1_000_000;

export function SlideSendingCard({ world }: { world: World }) {
  const { t, slideDesk } = useUi();
  const { sending } = slideDesk;
  const state = sending.state.value;
  return (
    <>
      {mayShowSlides(world) && <SlideDrop />}
      {state && (
        <article class="slide-card">
          <Icon name={state.step === 'refused' ? 'warning' : 'slides'} size={20} />
          {state.step === 'refused' ? (
            <p role="alert">
              {t(`slides.problem.${state.problem}`, { name: state.name, mb: tuning.slideBytes / MB, n: tuning.slidePages })}
            </p>
          ) : (
            <p role="status">
              {state.step === 'reading'
                ? t('slides.reading', { name: state.name })
                : t('slides.sending', { name: state.name, percent: Math.floor(state.share * 100) })}
            </p>
          )}
          <button type="button" class="button small" onClick={() => sending.cancel()}>
            {t(state.step === 'refused' ? 'slides.close' : 'slides.cancel')}
          </button>
          {state.step === 'sending' && <progress max={1} value={state.share} aria-hidden="true" />}
        </article>
      )}
    </>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

function SlideDrop() {
  const { t, slideDesk } = useUi();
  const isOver = useSignal(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      isOver.value = true;
    };
    const out = (event: DragEvent): void => {
      // only out of the window there is nothing it goes to
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent): void => {
      isOver.value = false;
      if (!hasFiles(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void slideDesk.sending.send(file);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', out);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', out);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver.value ? (
    <div class="slide-drop" aria-hidden="true">
      <p>
        <Icon name="slides" size={28} />
        {t('slides.drop')}
      </p>
    </div>
  ) : null;
}
