import { expect, test } from 'vitest';
import { markWords, wordsOf } from './markWords.ts';

const marked = (text: string, query: string): string =>
  markWords(text, query)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test('[U139] words that were looked for are marked where words begin, whatever case and accents', () => {
  expect(marked('Le café est prêt, cafétéria fermée', 'CAFE')).toBe('Le [café] est prêt, [café]téria fermée');
  expect(marked('Décaféiné', 'cafe')).toBe('Décaféiné');
  expect(marked('plan, planches', 'planch plan')).toBe('[plan], [planch]es');
  expect(marked('Straße, cœur', 'strasse coeu')).toBe('[Straße], [cœu]r');
  expect(marked('pl an', 'plan')).toBe('pl an');
  expect(marked('nothing', '  ')).toBe('nothing');
});

test('[U139] of a long line the part around the first hit is shown, from the beginning of a word on', () => {
  const text = `${'before '.repeat(60)}oak ${'after '.repeat(60)}`;
  const shown = marked(text, 'oak');
  expect(shown).toMatch(/^…before .*\[oak\] after .*…$/);
  expect(shown.length).toBeLessThan(200);
});

test('[U139] a query is its words', () => {
  expect(wordsOf('"L’été", à Paris!')).toEqual(['paris', 'ete', 'l', 'a']);
});
