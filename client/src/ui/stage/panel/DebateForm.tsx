// Where leaders name the positions of a debate.
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import { problemSentence } from './PollForm.tsx';
import { type ChoicesProblem, readChoices } from './readPoll.ts';

export function DebateForm({ onClose, onOpened }: { onClose: () => void; onOpened: () => void }) {
  const { app, t } = useUi();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const sides = useSignal<readonly string[]>(['', '']);
  const problem = useSignal<ChoicesProblem | undefined>(undefined);
  const isSending = useSignal(false);
  // before the next key is a shortcut
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const open = async (): Promise<void> => {
    const read = readChoices(sides.peek());
    problem.value = 'problem' in read ? read.problem : undefined;
    if ('problem' in read || isSending.peek()) return;
    isSending.value = true;
    const answer = await app.actions.ask('openDebate', { sides: read.options });
    isSending.value = false;
    if (!isRefused(answer)) onOpened();
  };
  return (
    <form
      ref={form}
      class="talk-card poll-form"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h3 id={id}>{t('debate.sides')}</h3>
      <ChoiceFields
        kind="debate"
        values={sides.value}
        most={tuning.debateSides}
        onChange={(values) => {
          sides.value = values;
        }}
      />
      <p class="field-problem" role="alert">
        {problem.value && (problem.value === 'options' ? t('debate.problem') : problemSentence(problem.value, t))}
      </p>
      <div class="vote-verbs">
        <button type="submit" class="button primary small" disabled={isSending.value}>
          {t('debate.start')}
        </button>
        <button type="button" class="button small" onClick={onClose}>
          {t('word.cancel')}
        </button>
      </div>
    </form>
  );
}
