// One poll: the vote while it is open, the result after; leaders see it meanwhile and close it.
import type { PollView } from '@comptoir/shared/protocol/auditorium';
import { useId } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { shorten } from '../../words/WordsNews.ts';
import { ResultBars } from './ResultBars.tsx';
import { durationOf, talkTime } from './talkTime.ts';
import { VoteForm } from './VoteForm.tsx';

const NAMED = 60;

export function PollCard({ world, poll, leads }: { world: World; poll: PollView; leads: boolean }) {
  const { app, t } = useUi();
  const id = useId();
  const mine = world.auditorium.polls.value.mine[poll.id];
  return (
    <article class={poll.open ? 'talk-card open' : 'talk-card'} aria-labelledby={id}>
      <p class="talk-card-facts muted">
        <span class={poll.open ? 'fact-mark is-open' : 'fact-mark'}>{t(poll.open ? 'poll.openNow' : 'poll.closed')}</span>
        <span>{t('poll.voters', { n: poll.voters })}</span>
        <time dateTime={durationOf(poll.openedMs)}>{talkTime(poll.openedMs)}</time>
      </p>
      <h3 id={id} dir="auto">
        {poll.text}
      </h3>
      {poll.open && (
        <VoteForm
          labelledBy={id}
          options={poll.options}
          mine={mine}
          counts={poll.counts}
          vote={(option) => app.actions.ask('votePoll', { poll: poll.id, option })}
        />
      )}
      {poll.counts && !poll.open && <ResultBars label={poll.text} options={poll.options} counts={poll.counts} mine={mine} />}
      {leads && poll.open && (
        <button
          type="button"
          class="button small"
          aria-label={t('poll.closeFull', { text: shorten(poll.text, NAMED) })}
          onClick={() => void app.actions.ask('closePoll', { poll: poll.id })}
        >
          {t('poll.close')}
        </button>
      )}
    </article>
  );
}
