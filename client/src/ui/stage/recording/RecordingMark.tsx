// In the strip of a talk: it is recorded, and for how long; it is asked for; nobody speaks in it. Red only while it is on.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { durationOf, talkTime } from '../panel/talkTime.ts';

export function RecordingMark({ world }: { world: World }) {
  const { t } = useUi();
  const told = world.auditorium.recording.value;
  if (!told) return null;
  const { state } = told.view;
  return (
    <span class={`recording-state ${state}`}>
      <i aria-hidden="true" />
      {t(`recording.state.${state}`)}
      {state === 'on' && <Recorded recordedMs={told.view.recordedMs} toldMs={told.toldMs} />}
    </span>
  );
}

function Recorded({ recordedMs, toldMs }: { recordedMs: number; toldMs: number }) {
  const ms = useSignal(0);
  useEffect(() => {
    const look = (): void => {
      ms.value = recordedMs + performance.now() - toldMs;
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [recordedMs, toldMs]);
  return <time dateTime={durationOf(ms.value)}>{talkTime(ms.value)}</time>;
}
