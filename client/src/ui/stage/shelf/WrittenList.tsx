// What others wrote to a past talk, and what was shown in it: each may be taken out.
import type { PastTalkDetail } from '@comptoir/shared/protocol/replay';
import type { Ask } from '@comptoir/shared/protocol/requests';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { shorten } from '../../words/WordsNews.ts';
import { talkTime } from '../panel/talkTime.ts';

const NAMED = 60;
type What = Ask<'removeFromTalk'>['what'];

interface WrittenListProps {
  detail: PastTalkDetail;
  onRemove: (what: What, id: string) => Promise<void>;
}

export function WrittenList({ detail, onRemove }: WrittenListProps) {
  const { t } = useUi();
  const { written, notes, slides } = detail;
  const row = (what: What, id: string, text: string, small: string) => (
    <li key={id} class="written-row">
      <span dir="auto">
        {text}
        {small !== '' && <small class="muted"> {small}</small>}
      </span>
      <IconButton
        icon="erase"
        label={t('record.remove')}
        fullLabel={t('record.removeFull', { title: shorten(text, NAMED) })}
        tip="none"
        onClick={() => void onRemove(what, id)}
      />
    </li>
  );
  return (
    <>
      <Part title={t('record.questions')} isEmpty={false}>
        {written.length === 0 && <p class="muted">{t('record.noQuestions')}</p>}
        <ul class="change-rows">
          {written.flatMap((question) => [
            row('question', question.id, question.text, question.name || t('record.noName')),
            ...question.answers.map((answer) => row('answer', answer.id, `↳ ${answer.text}`, answer.name)),
          ])}
        </ul>
      </Part>
      <Part title={t('record.notes')} isEmpty={notes.length === 0}>
        <ul class="change-rows">{notes.map(({ id, text, atMs }) => row('note', id, text, talkTime(atMs)))}</ul>
      </Part>
      <Part title={t('record.slides')} isEmpty={slides.length === 0}>
        <ul class="change-rows">{slides.map(({ id, name }) => row('slides', id, name, 'PDF'))}</ul>
      </Part>
    </>
  );
}

function Part({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ComponentChildren }) {
  const headingId = useId();
  if (isEmpty) return null;
  return (
    <section class="change-part" aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      {children}
    </section>
  );
}
