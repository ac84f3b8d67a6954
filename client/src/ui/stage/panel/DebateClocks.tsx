// How long each side has spoken; the clock of the side that is heard runs on between what the office tells.
import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { newClocks, runClocks, sidesSpeaking, tellClocks } from './debateClocks.ts';
import { durationOf, talkTime } from './talkTime.ts';

const LOOK_EVERY_MS = 250;

export function DebateClocks({ world, view }: { world: World; view: DebateView }) {
  const { t } = useUi();
  const id = useId();
  const clocks = useSignal(newClocks(view.spokenMs));
  const last = useRef(performance.now());
  const speaking = sidesSpeaking(view, world.talk.speaking.value);
  const now = useRef(speaking);
  now.current = speaking;
  useEffect(() => {
    clocks.value = tellClocks(clocks.peek(), view.spokenMs);
  }, [view.spokenMs]);
  const runs = view.phase === 'debate';
  useEffect(() => {
    if (!runs) return;
    last.current = performance.now();
    const timer = setInterval(() => {
      const passedMs = performance.now() - last.current;
      last.current += passedMs;
      if (now.current.size > 0) clocks.value = runClocks(clocks.peek(), now.current, passedMs);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [runs]);
  const { shown } = clocks.value;
  const most = Math.max(1, ...shown);
  return (
    <section class="talk-card" aria-labelledby={id}>
      <h3 id={id}>{t('debate.clocks')}</h3>
      <ul class="result-bars clocks">
        {view.sides.map((side, i) => {
          const ms = shown[i] ?? 0;
          return (
            <li key={side} class={speaking.has(i) ? 'speaking' : ''}>
              <span class="result-words">
                <span dir="auto">
                  {side}
                  {speaking.has(i) && <span class="fact-mark is-open">{t('debate.speaksNow')}</span>}
                </span>
                <time class="clock" dateTime={durationOf(ms)}>
                  {talkTime(ms)}
                </time>
              </span>
              <span class="bar" aria-hidden="true" style={{ '--share': `${(100 * ms) / most}%` }} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
