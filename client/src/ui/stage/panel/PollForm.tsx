// Where leaders write a poll: what they ask, and two to eight choices.
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useGrowth } from '../../kit/useGrowth.ts';
import { useUi } from '../../Ui.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import { type PollProblem, readPoll } from './readPoll.ts';

export function PollForm({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal('');
  const options = useSignal<readonly string[]>(['', '']);
  const problem = useSignal<PollProblem | undefined>(undefined);
  const isSending = useSignal(false);
  // before the next key is a shortcut
  useLayoutEffect(() => field.current?.focus(), []);
  useGrowth(field, text.value);

  const open = async (): Promise<void> => {
    const read = readPoll(text.peek(), options.peek());
    problem.value = 'problem' in read ? read.problem : undefined;
    if ('problem' in read || isSending.peek()) return;
    isSending.value = true;
    const answer = await app.actions.ask('openPoll', read);
    isSending.value = false;
    if (!isRefused(answer)) onClose();
  };
  return (
    <form
      class="talk-card poll-form"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <div class="field">
        <label for={id}>{t('poll.question')}</label>
        <div class={problem.value === 'question' ? 'field-box has-problem' : 'field-box'}>
          <textarea
            id={id}
            ref={field}
            rows={1}
            value={text.value}
            dir="auto"
            aria-invalid={problem.value === 'question'}
            aria-describedby={`${id}-problem`}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
        </div>
      </div>
      <ChoiceFields
        kind="poll"
        values={options.value}
        most={tuning.pollOptions}
        onChange={(values) => {
          options.value = values;
        }}
      />
      <p id={`${id}-problem`} class="field-problem" role="alert">
        {problem.value && problemSentence(problem.value, t)}
      </p>
      <div class="vote-verbs">
        <button type="submit" class="button primary small" disabled={isSending.value}>
          {t('poll.open')}
        </button>
        <button type="button" class="button small" onClick={onClose}>
          {t('word.cancel')}
        </button>
      </div>
    </form>
  );
}

export function problemSentence(problem: PollProblem, t: ReturnType<typeof useUi>['t']): string {
  if (problem === 'questionLong') return t('refusal.textTooLong');
  return problem === 'long' ? t('poll.problem.long', { n: tuning.pollOptionLength }) : t(`poll.problem.${problem}`);
}
