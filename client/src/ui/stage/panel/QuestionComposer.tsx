// Where one asks: one line that grows, Enter sends, with or without my name where that is allowed.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { StageView } from '@comptoir/shared/protocol/auditorium';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useGrowth } from '../../kit/useGrowth.ts';
import { useUi } from '../../Ui.ts';

/** The counter is shown when so many characters are left. */
const COUNT_FROM_LEFT = 80;

interface QuestionComposerProps {
  world: World;
  stage: StageView;
  /** Mine is in the list now. */
  onAsked: () => void;
}

export function QuestionComposer({ world, stage, onAsked }: QuestionComposerProps) {
  const { app, t, drafts, touch } = useUi();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = `question ${stage.talk}`;
  const text = useSignal(drafts.get(draft) ?? '');
  const anonymous = useSignal(false);
  const isSending = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const wishes = world.auditorium.wishesToAsk.value;

  // before the next key is a shortcut; by touch a keyboard would cover what one came to read
  useLayoutEffect(() => {
    if (wishes === 0) return;
    world.auditorium.wishesToAsk.value = 0;
    if (!touch.peek()) field.current?.focus({ preventScroll: true });
  }, [wishes]);
  useGrowth(field, text.value);

  const write = (value: string): void => {
    text.value = value;
    problem.value = undefined;
    if (value === '') drafts.delete(draft);
    else drafts.set(draft, value);
  };
  const used = lengthOf(normaliseWords(text.value));
  const left = tuning.questionLength - used;
  const send = async (): Promise<void> => {
    const sent = text.peek();
    // nothing is no fault: Enter in an empty field does nothing
    if (isSending.peek() || normaliseWords(sent) === '') return;
    if (left < 0) {
      problem.value = t('refusal.textTooLong');
      return;
    }
    isSending.value = true;
    const answer = await app.actions.ask('askQuestion', { text: sent, anonymous: stage.anonymous && anonymous.peek() });
    isSending.value = false;
    if (isRefused(answer)) return;
    // what was typed meanwhile is the next one
    if (text.peek() === sent) write('');
    onAsked();
  };
  return (
    <form
      class="composer question-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class={left < 0 ? 'composer-box has-problem' : 'composer-box'}>
        <textarea
          ref={field}
          rows={1}
          value={text.value}
          aria-label={t('question.field')}
          placeholder={t('question.field')}
          dir="auto"
          enterkeyhint="send"
          aria-describedby={`${id}-count ${id}-problem`}
          aria-invalid={left < 0}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
            event.preventDefault();
            void send();
          }}
        />
        <button type="submit" class="icon-button send" aria-label={t('question.send')} disabled={isSending.value}>
          <Icon name="walk" />
        </button>
      </div>
      <p id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
        {left < COUNT_FROM_LEFT && (left < 0 ? t('counter.over', { n: -left }) : t('words.left', { n: left }))}
      </p>
      <p id={`${id}-problem`} class="field-problem" role="alert">
        {problem.value}
      </p>
      {stage.anonymous && (
        <label class="check">
          <input
            type="checkbox"
            checked={anonymous.value}
            onChange={(event) => {
              anonymous.value = event.currentTarget.checked;
            }}
          />
          {t('question.withoutName')}
        </label>
      )}
    </form>
  );
}
