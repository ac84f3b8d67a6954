// How loud somebody speaks, as a wave that follows it a few times a second. An animation would have sixty frames a second drawn for as long as they speak.
import { useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useBeat } from '../kit/useBeat.ts';
import { useUi } from '../Ui.ts';

const STEPS = 4;

/** Decoration: that they speak stands beside it. Still under reduced motion. */
export function VoiceWave({ world, personId, class: extra }: { world: World; personId: string; class?: string }) {
  const { app } = useUi();
  const root = useRef<HTMLSpanElement>(null);
  const moves = !app.reducedMotion.value;
  const look = (): void => {
    const level = String(Math.round((world.talk.levels.get(personId) ?? 0) * STEPS) / STEPS);
    const style = root.current?.style;
    if (style?.getPropertyValue('--level') !== level) style?.setProperty('--level', level);
  };
  useBeat(look, [personId], moves);
  return <span key={String(moves)} class={`voice-wave ${extra ?? ''}`} ref={root} aria-hidden="true" />;
}
