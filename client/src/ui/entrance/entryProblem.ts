// What is wrong with the two lines of the entrance, as sentences.
import { isTradeTooLong, lengthOf, nameProblem, normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import type { Say } from '../Ui.ts';

/** Why this name may not be used; undefined when it may. */
export function sentenceOnName(name: string, t: Say): string | undefined {
  const words = normaliseWords(name);
  switch (nameProblem(words)) {
    case undefined:
      return undefined;
    case 'empty':
      return t('problem.nameEmpty');
    case 'tooLong':
      return t('problem.nameTooLong', { n: Math.max(1, lengthOf(words) - tuning.nameLength) });
  }
}

/** Why this trade may not be used; undefined when it may (it may be empty). */
export function sentenceOnTrade(trade: string, t: Say): string | undefined {
  const words = normaliseWords(trade);
  if (!isTradeTooLong(words)) return undefined;
  return t('problem.tradeTooLong', { n: Math.max(1, lengthOf(words) - tuning.tradeLength) });
}
