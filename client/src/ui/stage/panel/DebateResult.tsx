// How a debate moved people: each position before and after, as bars and in words.
import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import { useId } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import { movementOf, movementWords, type SideMovement } from './debateMovement.ts';

export function DebateResult({ view }: { view: DebateView }) {
  const { t } = useUi();
  const id = useId();
  const movement = movementOf(view);
  if (!movement) return null;
  return (
    <section class="talk-card" aria-labelledby={id}>
      <h3 id={id}>{t('debate.result')}</h3>
      <p>
        <b>{movementWords(movement, t)}</b>
      </p>
      <ul class="result-bars movement">
        {movement.map((side) => (
          <li key={side.side}>
            <span class="result-words">
              <span dir="auto">{side.side}</span>
              <b>{t(side.moved > 0 ? 'debate.grew' : side.moved < 0 ? 'debate.shrank' : 'debate.same', { n: Math.abs(side.moved) })}</b>
            </span>
            <Share when="before" side={side} />
            <Share when="after" side={side} />
          </li>
        ))}
      </ul>
      <p class="muted talk-card-facts">{t('debate.voters', { before: view.voters[0], after: view.voters[1] })}</p>
    </section>
  );
}

function Share({ when, side }: { when: 'before' | 'after'; side: SideMovement }) {
  const { t } = useUi();
  const percent = when === 'before' ? side.beforePercent : side.afterPercent;
  return (
    <span class={`share ${when}`}>
      <span class="bar" aria-hidden="true" style={{ '--share': `${percent}%` }} />
      <small class="muted">{t('debate.row', { when: t(`debate.${when}`), percent, n: side[when] })}</small>
    </span>
  );
}
