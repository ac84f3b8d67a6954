// How loud my microphone is, or something else, as bars that move; without an animation frame, so that a still office stays still.
import { useRef } from 'preact/hooks';
import { useBeat } from '../kit/useBeat.ts';
import { useUi } from '../Ui.ts';

/** Speech is seldom louder than this share of full scale. */
const LOUD = 0.5;

/** Decoration: what is said stands beside it. */
export function LevelBars({ bars, class: extra, level }: { bars: number; class?: string; level?: () => number }) {
  const { app } = useUi();
  const root = useRef<HTMLSpanElement>(null);
  const look = (): void => {
    const share = Math.min(1, (level ? level() : app.call.devices.level()) / LOUD);
    [...(root.current?.children ?? [])].forEach((bar, index) => {
      const own = Math.max(0, Math.min(1, share * bars - index));
      (bar as HTMLElement).style.setProperty('--level', String(Math.round(own * 10) / 10));
    });
  };
  useBeat(look, [bars]);
  return (
    <span class={`level-bars ${extra ?? ''}`} ref={root} aria-hidden="true">
      {Array.from({ length: bars }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  );
}
