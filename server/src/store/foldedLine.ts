// A line as its words are looked for: with marks of its office and its channel, so that nothing of other places is even considered.
import { createHash } from 'node:crypto';
import { foldWords } from '@comptoir/shared/foldWords';

/** No word of anybody's: letters and digits that nobody writes by chance, in one piece for every database. */
export const scopeMark = (of: string): string => `x${createHash('sha256').update(of).digest('hex').slice(0, 24)}`;

/** Names all that everybody in an office may read, to scopeMark. */
export const allOf = (office: string): string => `all of ${office}`;

export const foldedLine = (office: string, channel: string, text: string): string =>
  `${scopeMark(allOf(office))} ${scopeMark(channel)} ${foldWords(text)}`;
