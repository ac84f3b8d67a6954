// One question: its votes and mine, who asked when, what became of it, and what leaders and its author may do.
import type { QuestionView } from '@comptoir/shared/protocol/auditorium';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import type { SoonState } from '../../../lib/Soon.ts';
import { shownVotes } from '../../../world/votesAhead.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { shorten } from '../../words/WordsNews.ts';
import { durationOf, talkTime } from './talkTime.ts';

/** Of a question in the name of a button. */
const NAMED = 60;
/** Longer ones are folded: half a panel of one question hides all others. */
const FOLDED_FROM = 200;

const soonId = (id: string): string => `remove question ${id}`;

/** Removed, and nothing to undo any more. */
export const isLeaving = (states: ReadonlyMap<string, SoonState>, id: string): boolean => states.get(soonId(id)) === 'done';

interface QuestionRowProps {
  world: World;
  id: string;
  /** Undefined: gone, while the list holds still. */
  question: QuestionView | undefined;
  leads: boolean;
}

export function QuestionRow({ world, id, question, leads }: QuestionRowProps) {
  const { app, t } = useUi();
  const pending = app.soon.states.value.get(soonId(id));
  if (!question || pending)
    return (
      <li class="question-row going">
        <span class="muted">{t('question.removed')}</span>
        {question && pending === 'soon' && (
          <button type="button" class="text-button" autofocus onClick={() => app.soon.undo(soonId(id))}>
            {t('word.undo')}
          </button>
        )}
      </li>
    );
  return <KnownQuestion world={world} question={question} leads={leads} />;
}

function KnownQuestion({ world, question, leads }: { world: World; question: QuestionView; leads: boolean }) {
  const { app, t } = useUi();
  const { auditorium } = world;
  const { id, answeredMs, pinned } = question;
  const { votes, mine: voted } = shownVotes(auditorium.votesAhead.value.get(id), question.votes, auditorium.myVotes.value.has(id));
  const isMine = auditorium.myQuestions.value.has(id);
  const isAnswered = answeredMs !== null;
  const text = shorten(question.text, NAMED);
  const isOpen = useSignal(false);
  const isLong = question.text.length > FOLDED_FROM;
  const remove = (): void =>
    app.soon.add(soonId(id), async () => !isRefused(await app.actions.ask('markQuestion', { question: id, as: 'removed' })));
  return (
    <li class={`question-row ${pinned ? 'pinned' : ''} ${isAnswered ? 'answered' : ''}`} data-question={id}>
      <button
        type="button"
        class="vote-button"
        aria-pressed={voted}
        aria-label={t('question.vote', { n: votes, text })}
        onClick={() => app.actions.voteQuestion(id, !voted)}
      >
        <Icon name="up" size={18} />
        <b aria-hidden="true">{votes > 999 ? '999+' : votes}</b>
      </button>
      <div class="question-words">
        <p dir="auto" class={isLong && !isOpen.value ? 'folded' : ''}>
          {question.text}
        </p>
        {isLong && (
          <button
            type="button"
            class="text-button unfold"
            aria-expanded={isOpen.value}
            onClick={() => {
              isOpen.value = !isOpen.peek();
            }}
          >
            {t(isOpen.value ? 'question.fold' : 'question.unfold')}
          </button>
        )}
        <div class="question-foot">
          <p class="question-facts muted">
            <span>{question.name || t('question.somebody')}</span>
            {isAnswered ? (
              <time class="fact-mark" dateTime={durationOf(answeredMs)}>
                <Icon name="check" size={14} />
                {t('question.answeredAt', { time: talkTime(answeredMs) })}
              </time>
            ) : (
              <time dateTime={durationOf(question.askedMs)}>{talkTime(question.askedMs)}</time>
            )}
            {isMine && <span class="fact-mark mine">{t('question.yours')}</span>}
            {pinned && (
              <span class="fact-mark on-screen">
                <Icon name="pin" size={14} />
                {t('question.onScreen')}
              </span>
            )}
          </p>
          {(leads || isMine) && (
            <span class="row-verbs">
              {leads && (
                <>
                  <IconButton
                    icon={isAnswered ? 'turn' : 'check'}
                    label={t(isAnswered ? 'question.reopen' : 'question.answer')}
                    fullLabel={t(isAnswered ? 'question.reopenFull' : 'question.answerFull', { text })}
                    onClick={() => void app.actions.ask('markQuestion', { question: id, as: isAnswered ? 'open' : 'answered' })}
                  />
                  <IconButton
                    icon="pin"
                    label={t(pinned ? 'question.unpin' : 'question.pin')}
                    fullLabel={t(pinned ? 'question.unpinFull' : 'question.pinFull', { text })}
                    pressed={pinned}
                    onClick={() => void app.actions.ask('pinQuestion', { question: pinned ? null : id })}
                  />
                </>
              )}
              <IconButton icon="erase" label={t('question.remove')} fullLabel={t('question.removeFull', { text })} onClick={remove} />
            </span>
          )}
        </div>
      </div>
    </li>
  );
}
