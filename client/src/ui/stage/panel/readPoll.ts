// What is wrong with a poll or a debate that is being written, before the office is asked.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';

export type ChoicesProblem = 'options' | 'same' | 'long';

/** Empty fields are no choices. */
export function readChoices(values: readonly string[]): { options: string[] } | { problem: ChoicesProblem } {
  const options = values.map(normaliseWords).filter((value) => value !== '');
  if (options.length < 2) return { problem: 'options' };
  if (new Set(options).size < options.length) return { problem: 'same' };
  if (options.some((option) => lengthOf(option) > tuning.pollOptionLength)) return { problem: 'long' };
  return { options };
}

export type PollProblem = 'question' | 'questionLong' | ChoicesProblem;

export function readPoll(text: string, values: readonly string[]): { text: string; options: string[] } | { problem: PollProblem } {
  const question = normaliseWords(text);
  if (question === '') return { problem: 'question' };
  if (lengthOf(question) > tuning.questionLength) return { problem: 'questionLong' };
  const choices = readChoices(values);
  return 'problem' in choices ? choices : { text: question, options: choices.options };
}
