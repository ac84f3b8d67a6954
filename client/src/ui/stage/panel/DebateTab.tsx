// A debate: how far it is, the vote that is open, the clocks, who speaks for what, and in the end how it moved people.
import { DEBATE_PHASES, type DebatePhase } from '@comptoir/shared/protocol/auditorium';
import { useEffect, useId, useRef } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { DebateClocks } from './DebateClocks.tsx';
import { DebateResult } from './DebateResult.tsx';
import { DebateSpeakers } from './DebateSpeakers.tsx';
import { TalkScroll } from './TalkScroll.tsx';
import { VoteForm } from './VoteForm.tsx';

const NEXT = { before: 'debate', debate: 'after', after: 'over' } as const satisfies Partial<Record<DebatePhase, DebatePhase>>;

export function DebateTab({ world }: { world: World }) {
  const { app, t } = useUi();
  const id = useId();
  const debate = world.auditorium.debate.value;
  const scroll = useRef<HTMLElement>(null);
  const current = debate?.view.phase;
  // what is new stands on top
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
    // the button that opened this part is gone, and the next Tab begins here
    if (leadsTalk(world) && document.activeElement === document.body) scroll.current?.focus();
  }, [current]);
  if (!debate) return null;
  const { view, mine } = debate;
  const { phase, sides, voters } = view;
  const leads = leadsTalk(world);
  const next = phase === 'over' ? undefined : NEXT[phase];
  const at = DEBATE_PHASES.indexOf(phase);
  const vote = (side: number) => app.actions.ask('voteSide', { side });
  return (
    <TalkScroll tab="debate" class="debate" box={scroll}>
      <ol class="debate-phases" aria-label={t('debate.phases')}>
        {DEBATE_PHASES.map((one, i) => (
          <li key={one} class={i < at ? 'done' : ''} aria-current={one === phase ? 'step' : undefined}>
            {t(`debate.phase.${one}`)}
          </li>
        ))}
      </ol>
      {leads && next && (
        <button type="button" class="button primary" onClick={() => void app.actions.ask('advanceDebate', { to: next })}>
          {t(`debate.go.${next}`)}
        </button>
      )}
      {(phase === 'before' || phase === 'after') && (
        <section class="talk-card open" aria-labelledby={id}>
          <h3 id={id}>{t(phase === 'before' ? 'debate.voteBefore' : 'debate.voteAfter')}</h3>
          <p class="muted">{t(`debate.hint.${phase}`)}</p>
          <VoteForm
            key={phase}
            labelledBy={id}
            options={sides}
            mine={mine[phase === 'before' ? 0 : 1] ?? undefined}
            counts={null}
            vote={vote}
          />
          <p class="muted talk-card-facts">{t('poll.voters', { n: voters[phase === 'before' ? 0 : 1] })}</p>
        </section>
      )}
      {phase === 'debate' && <p class="muted talk-hint">{t('debate.hint.debate')}</p>}
      {phase === 'over' && <DebateResult view={view} />}
      {phase !== 'before' && <DebateClocks world={world} view={view} />}
      {leads && phase !== 'over' && <DebateSpeakers world={world} view={view} />}
    </TalkScroll>
  );
}
