import { type Card, EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import { expect, test } from 'vitest';
import { asLink, isLink, languageName, linkWords, previewOf } from './cardParts.ts';

const CARD: Card = {
  ...EMPTY_CARD,
  ...{ doing: 'maps', explore: 'printing', now: 'tea', languages: ['fr'], link: 'https://ada.example/', image: 'picture' },
  seenBy: { ...EMPTY_CARD.seenBy, explore: 'met', now: 'me', link: 'members' },
};

test('[U152] the preview of my card is what a visitor, a member and somebody I met read', () => {
  const readBy = (rank: 'visitor' | 'member', met: boolean) => Object.keys(previewOf(CARD, { rank, met })).toSorted().join(' ');
  expect(readBy('visitor', false)).toBe('doing image languages');
  expect(readBy('member', false)).toBe('doing image languages link');
  expect(readBy('visitor', true)).toBe('doing explore image languages link');
  expect(previewOf(EMPTY_CARD, { rank: 'member', met: true })).toEqual({});
});

test('[U150] languages are named in the reader’s own', () => {
  expect(languageName('de', 'fr')).toBe('Allemand');
  expect(languageName('de', 'en')).toBe('German');
});

test('[U152] an address without its beginning is one of the web', () => {
  expect(asLink(' ada.example/maps ')).toBe('https://ada.example/maps');
  expect([asLink(''), asLink('http://a.b')]).toEqual(['', 'http://a.b']);
  expect(['', 'https://a.b', 'javascript:alert(1)', 'https://'].map(isLink)).toEqual([true, true, false, false]);
  expect(linkWords('https://www.ada.example/')).toBe('ada.example');
});
