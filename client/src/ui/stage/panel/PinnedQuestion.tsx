// The question that leaders have put on the screen, for everybody in the talk.
import { isRefused } from '@comptoir/shared/protocol/requests';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { shorten } from '../../words/WordsNews.ts';

const NAMED = 60;

export function PinnedQuestion({ world }: { world: World }) {
  const { app, t } = useUi();
  const question = [...world.auditorium.questions.value.values()].find(({ pinned }) => pinned);
  if (!question) return null;
  const text = shorten(question.text, NAMED);
  const answer = async (): Promise<void> => {
    const marked = await app.actions.ask('markQuestion', { question: question.id, as: 'answered' });
    if (!isRefused(marked)) await app.actions.ask('pinQuestion', { question: null });
  };
  return (
    <section class="pinned-question" aria-label={t('question.pinned')}>
      <Icon name="question" size={22} />
      <p>
        <span dir="auto">{question.text}</span>
        <small>
          {question.name || t('question.somebody')} · {t('question.votes', { n: question.votes })}
        </small>
      </p>
      {leadsTalk(world) && (
        <span class="row-verbs">
          {question.answeredMs === null && (
            <IconButton
              icon="check"
              label={t('question.answer')}
              fullLabel={t('question.answerFull', { text })}
              onClick={() => void answer()}
            />
          )}
          <IconButton
            icon="close"
            label={t('question.unpin')}
            fullLabel={t('question.unpinFull', { text })}
            onClick={() => void app.actions.ask('pinQuestion', { question: null })}
          />
        </span>
      )}
    </section>
  );
}
