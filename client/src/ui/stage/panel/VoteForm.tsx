// One vote among several choices, to be changed as long as it is open.
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import { percentOf } from './debateMovement.ts';

interface VoteFormProps {
  /** Id of the element that says what is asked. */
  labelledBy: string;
  options: readonly string[];
  /** Index of what I voted, as the office knows. */
  mine: number | undefined;
  /** To whoever may see it meanwhile. */
  counts: readonly number[] | null;
  vote: (option: number) => Promise<{ ok: true } | { refused: Refusal }>;
}

export function VoteForm({ labelledBy, options, mine, counts, vote }: VoteFormProps) {
  const { t } = useUi();
  const name = useId();
  const chosen = useSignal(mine);
  const isSending = useSignal(false);
  const voted = useSignal(mine);
  useEffect(() => {
    voted.value = mine;
    chosen.value ??= mine;
  }, [mine]);
  const send = async (): Promise<void> => {
    const option = chosen.peek();
    if (option === undefined || isSending.peek()) return;
    isSending.value = true;
    const answer = await vote(option);
    isSending.value = false;
    if (!isRefused(answer)) voted.value = option;
  };
  const percent = counts && percentOf(counts);
  const isDone = voted.value !== undefined && voted.value === chosen.value;
  return (
    <form
      class="vote-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {/* its role keeps the arrows for it: elsewhere they walk */}
      <div class="vote-options" role="radiogroup" aria-labelledby={labelledBy}>
        {options.map((option, i) => (
          <label key={option} class="vote-option">
            <input
              type="radio"
              name={name}
              checked={chosen.value === i}
              onChange={() => {
                chosen.value = i;
              }}
            />
            <span class="vote-words">
              <span dir="auto">{option}</span>
              {percent && (
                <>
                  <small class="muted">{t('poll.count', { n: counts?.[i] ?? 0, percent: percent[i] ?? 0 })}</small>
                  <span class="bar" aria-hidden="true" style={{ '--share': `${percent[i] ?? 0}%` }} />
                </>
              )}
            </span>
          </label>
        ))}
      </div>
      <div class="vote-verbs">
        <button type="submit" class="button primary small" disabled={chosen.value === undefined || isDone || isSending.value}>
          {t(voted.value === undefined ? 'poll.vote' : 'poll.change')}
        </button>
        <small role="status" class="muted">
          {voted.value !== undefined && t('poll.voted')}
        </small>
      </div>
    </form>
  );
}
