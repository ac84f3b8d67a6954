// The questions of a talk: the list, which does not jump while somebody reads it, and the field of a new one.
import type { QuestionView, StageView } from '@comptoir/shared/protocol/auditorium';
import { useId, useRef } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import { shownVotes } from '../../../world/votesAhead.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { arrangeQuestions, orderOf } from './arrangeQuestions.ts';
import { QuestionComposer } from './QuestionComposer.tsx';
import { isLeaving, QuestionRow } from './QuestionRow.tsx';
import { useHeldOrder } from './useHeldOrder.ts';

export function QuestionsTab({ world, stage }: { world: World; stage: StageView }) {
  const { app, t } = useUi();
  const listId = useId();
  const list = useRef<HTMLElement>(null);
  const { auditorium } = world;
  const questions = auditorium.questions.value;
  const ahead = auditorium.votesAhead.value;
  const myVotes = auditorium.myVotes.value;
  const votesOf = ({ id, votes }: QuestionView): number => shownVotes(ahead.get(id), votes, myVotes.has(id)).votes;
  const { held, release, handlers } = useHeldOrder(() => orderOf(questions, votesOf));
  const leads = leadsTalk(world);
  const order = held.value ?? orderOf(questions, votesOf);
  const { open, answered, fresh } = arrangeQuestions(questions, order);
  const states = app.soon.states.value;
  const rows = (some: typeof open) =>
    some
      .filter(({ id }) => held.value || !isLeaving(states, id))
      .map(({ id, question }) => <QuestionRow key={id} world={world} id={id} question={question} leads={leads} />);
  const showFresh = (): void => {
    release();
    if (list.current) {
      list.current.scrollTop = 0;
      list.current.focus();
    }
  };
  return (
    <>
      <div class="talk-list">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <section ref={list} class="talk-scroll" tabIndex={0} aria-label={t('question.list')} {...handlers}>
          {questions.size === 0 && open.length + answered.length === 0 && (
            <div class="empty">
              <Icon name="question" size={40} />
              <p>
                <b>{t('question.empty')}</b>
              </p>
              <p class="muted">{t('question.emptyHint')}</p>
            </div>
          )}
          {open.length === 0 && answered.length > 0 && <p class="muted talk-hint">{t('question.allAnswered')}</p>}
          <ul class="question-list">{rows(open)}</ul>
          {answered.length > 0 && (
            <section class="answered-list" aria-labelledby={listId}>
              <h3 id={listId}>{t('question.answeredList', { n: answered.length })}</h3>
              <ul class="question-list">{rows(answered)}</ul>
            </section>
          )}
        </section>
        {fresh > 0 && (
          <button type="button" class="fresh-chip" onClick={showFresh}>
            <Icon name="up" size={16} />
            {t('question.fresh', { n: fresh })}
          </button>
        )}
      </div>
      <QuestionComposer world={world} stage={stage} onAsked={release} />
    </>
  );
}
