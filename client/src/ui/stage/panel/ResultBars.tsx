// How many chose what: a line for each choice with its share as a bar, in numbers and words.
import { useUi } from '../../Ui.ts';
import { percentOf } from './debateMovement.ts';

interface ResultBarsProps {
  label: string;
  options: readonly string[];
  counts: readonly number[];
  /** Index of what I chose. */
  mine: number | undefined;
}

export function ResultBars({ label, options, counts, mine }: ResultBarsProps) {
  const { t } = useUi();
  const percent = percentOf(counts);
  const most = Math.max(...counts);
  return (
    <ul class="result-bars" aria-label={label}>
      {options.map((option, i) => {
        const n = counts[i] ?? 0;
        return (
          <li key={option} class={n > 0 && n === most ? 'most' : ''}>
            <span class="result-words">
              <span dir="auto">
                {option}
                {mine === i && <span class="fact-mark mine">{t('poll.yourChoice')}</span>}
              </span>
              <b>{t('poll.count', { n, percent: percent[i] ?? 0 })}</b>
            </span>
            <span class="bar" aria-hidden="true" style={{ '--share': `${percent[i] ?? 0}%` }} />
          </li>
        );
      })}
    </ul>
  );
}
