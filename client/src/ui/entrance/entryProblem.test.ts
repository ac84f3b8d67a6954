import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { sentenceOnName, sentenceOnTrade } from './entryProblem.ts';

const t: Say = (key, words) => translate(en, 'en', key, words);

test('[P5] a name needs a letter, a digit or a picture', () => {
  for (const name of ['', '   ', '\u200b', '...', '\u202e'])
    expect(sentenceOnName(name, t), JSON.stringify(name)).toBe(t('problem.nameEmpty'));
  for (const name of ['Ada', '李', '7', '👩‍💻']) expect(sentenceOnName(name, t), name).toBeUndefined();
});

test('[P5] limits count what a person sees as one: a family is one, an accent is none', () => {
  expect(sentenceOnName('👩‍👩‍👧‍👦'.repeat(12), t)).toBeUndefined();
  expect(sentenceOnName('e\u0301'.repeat(24), t)).toBeUndefined();
  expect(sentenceOnName('e\u0301'.repeat(25), t)).toBe(t('problem.nameTooLong', { n: 1 }));
});

test('[P5] nothing is cut: the sentence says by how much it is too long', () => {
  expect(sentenceOnName('x'.repeat(27), t)).toBe('Your name is 3 characters too long.');
  expect(sentenceOnTrade('x'.repeat(41), t)).toBe('Your trade is 1 character too long.');
  expect(sentenceOnTrade('', t)).toBeUndefined();
});
