// The notes of my talk as they are written, large and read out: captions for everybody in it, until one puts them away.
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { type Caption, nextCaptions } from './captionLines.ts';

const LARGEST = 3;
const LOOK_MS = 500;

export function Captions({ world }: { world: World }) {
  const { app, t } = useUi();
  const captions = useSignal<readonly Caption[]>([]);
  const { auditorium } = world;
  const talk = auditorium.stage.value?.talk;
  const { captions: areOn, captionSize } = app.preferences.values.value;
  useEffect(() => {
    captions.value = [];
    if (talk === undefined) return undefined;
    const seen = new Set<string>();
    const look = (): void => {
      const next = nextCaptions(captions.peek(), auditorium.notes.peek(), seen, Date.now());
      const same = next.length === captions.peek().length && next.every(({ line }, n) => line === captions.peek()[n]?.line);
      if (!same) captions.value = next;
    };
    const stop = effect(() => {
      for (const id of auditorium.notesBefore.value) seen.add(id);
      if (auditorium.notes.value.length > 0) queueMicrotask(look);
    });
    const timer = setInterval(look, LOOK_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [talk]);
  if (talk === undefined || !areOn) return null;
  const size = (step: number): void => app.preferences.set({ captionSize: Math.min(LARGEST, Math.max(0, captionSize + step)) });
  return (
    <section class={captions.value.length > 0 ? 'captions' : 'captions none'} aria-label={t('captions.label')} data-size={captionSize}>
      <div role="log" aria-live="polite" aria-relevant="additions" lang={auditorium.stage.value?.language}>
        {captions.value.map(({ line }) => (
          <p key={line.id} dir="auto">
            {line.text}
          </p>
        ))}
      </div>
      {captions.value.length > 0 && (
        <span class="caption-verbs">
          <IconButton icon="minus" label={t('captions.smaller')} tip="none" disabled={captionSize === 0} onClick={() => size(-1)} />
          <IconButton icon="plus" label={t('captions.larger')} tip="none" disabled={captionSize === LARGEST} onClick={() => size(1)} />
          <IconButton icon="close" label={t('captions.hide')} tip="none" onClick={() => app.preferences.set({ captions: false })} />
        </span>
      )}
    </section>
  );
}
