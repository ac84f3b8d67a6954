// What people write in a talk to be read by all of it (questions, choices, titles): one line each, cleaned like everything that is said.
import { lengthOf } from '@comptoir/shared/people';
import { cleanText, type TextProblem, textProblem } from '@comptoir/shared/words';

export type Wording = { text: string } | { refused: TextProblem };

/** T20 @param most graphemes */
export function readWording(said: string, most: number): Wording {
  const text = cleanText(said).replace(/\s+/gu, ' ').trim();
  const problem = textProblem(text) ?? (lengthOf(text) > most ? 'textTooLong' : undefined);
  return problem ? { refused: problem } : { text };
}

/** Titles of a programme; empty lines are left out. */
export function readProgramme(said: readonly string[], most: number): { programme: string[] } | { refused: TextProblem } {
  const programme: string[] = [];
  for (const line of said) {
    const wording = readWording(line, most);
    if ('text' in wording) programme.push(wording.text);
    else if (wording.refused !== 'textEmpty') return wording;
  }
  return { programme };
}

/** Choices that one can tell apart. */
export function readChoices(said: readonly string[], most: number): { choices: string[] } | { refused: TextProblem | 'invalid' } {
  const choices: string[] = [];
  for (const choice of said) {
    const wording = readWording(choice, most);
    if ('refused' in wording) return wording;
    choices.push(wording.text);
  }
  return new Set(choices).size === choices.length ? { choices } : { refused: 'invalid' };
}
