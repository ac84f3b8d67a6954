import { RANKS } from '@comptoir/shared/people';
import { CARD_FIELDS, type Card, EMPTY_CARD, VISIBILITIES, type Visibility } from '@comptoir/shared/protocol/cards';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardFor, cardShown, type KeptCard, ownCard, readCard } from './cards.ts';

const DAY_MS = 86_400_000;
const FULL: Card = {
  ...EMPTY_CARD,
  ...{
    doing: 'maps',
    explore: 'paint',
    now: 'a quiet day',
    languages: ['fr'],
    places: 'Nantes',
    link: 'https://ada.example',
    image: 'picture',
  },
};
const seenBy = (visibility: Visibility): Card['seenBy'] => ({
  ...{ doing: visibility, explore: visibility, now: visibility, languages: visibility, places: visibility, link: visibility },
  image: visibility,
});
const keep = (card: Card): KeptCard => ({ card, nowUntilMs: 1000 });

describe('[P100] what others see of a card', () => {
  const seen = (visibility: Visibility, rank: (typeof RANKS)[number], met: boolean) =>
    Object.keys(cardFor(keep({ ...FULL, seenBy: seenBy(visibility) }), { rank, met }, 0)).length;

  test.each([
    ['everybody', 'visitor', false, 7],
    ['members', 'visitor', false, 0],
    ['members', 'member', false, 7],
    ['members', 'visitor', true, 7],
    ['met', 'admin', false, 0],
    ['met', 'visitor', true, 7],
    ['me', 'admin', true, 0],
  ] as const)('for %s, a %s who has met them: %s', (visibility, rank, met, count) => {
    expect(seen(visibility, rank, met)).toBe(count);
  });

  test('each field by itself, whatever is in it', () => {
    const visibility = fc.constantFrom(...VISIBILITIES);
    const fields = Object.fromEntries(CARD_FIELDS.map((field) => [field, visibility])) as Record<keyof Card['seenBy'], typeof visibility>;
    fc.assert(
      fc.property(fc.record(fields), fc.constantFrom(...RANKS), fc.boolean(), (by, rank, met) => {
        const view = cardFor(keep({ ...FULL, seenBy: by }), { rank, met }, 0);
        for (const field of CARD_FIELDS)
          expect(field in view).toBe(
            by[field] === 'everybody' || (by[field] === 'members' && (met || rank !== 'visitor')) || (by[field] === 'met' && met),
          );
      }),
    );
  });

  test('what is shown is all but what is only its owner’s', () => {
    expect(cardShown(keep({ ...FULL, seenBy: { ...seenBy('met'), link: 'me' } }), 0)).toEqual({
      ...{ doing: 'maps', explore: 'paint', now: 'a quiet day', languages: ['fr'], places: 'Nantes', image: 'picture' },
    });
  });
});

describe('[P101] the line about now', () => {
  test('is gone after a day, for its owner too', () => {
    const kept = readCard(FULL, keep(EMPTY_CARD), 5000);
    if (typeof kept === 'string') throw new Error(kept);
    expect(cardFor(kept, { rank: 'visitor', met: false }, 5000 + DAY_MS - 1).now).toBe('a quiet day');
    expect(cardFor(kept, { rank: 'visitor', met: false }, 5000 + DAY_MS)).not.toHaveProperty('now');
    expect(ownCard(kept, 5000 + DAY_MS)).toEqual({ card: { ...FULL, now: '' } });
  });

  test('lasts no longer when something else is changed', () => {
    const first = readCard(FULL, keep(EMPTY_CARD), 0) as KeptCard;
    const later = readCard({ ...FULL, doing: 'roads' }, first, DAY_MS / 2) as KeptCard;
    expect(later.nowUntilMs).toBe(DAY_MS);
    expect((readCard({ ...FULL, now: 'tired' }, later, DAY_MS / 2) as KeptCard).nowUntilMs).toBe(1.5 * DAY_MS);
  });
});

describe('[P102] what may be written on a card', () => {
  test.each([
    ['cardTooLong', { doing: 'a'.repeat(201) }],
    ['cardTooLong', { explore: '👩‍👩‍👧'.repeat(201) }],
    ['cardTooLong', { now: 'a'.repeat(81) }],
    ['cardTooLong', { places: 'a'.repeat(81) }],
    ['badLink', { link: 'javascript:alert(1)' }],
    ['badLink', { link: 'ada.example' }],
  ] as const)('%s: %o', (problem, fields) => {
    expect(readCard({ ...FULL, ...fields }, keep(EMPTY_CARD), 0)).toBe(problem);
  });

  test('it is cleaned', () => {
    const kept = readCard(
      { ...FULL, doing: ' a\u202eb ', places: ' Nan\u200btes ', languages: ['fr', 'fr'] },
      keep(EMPTY_CARD),
      0,
    ) as KeptCard;
    expect(kept.card).toMatchObject({ doing: 'a�b', places: 'Nantes', languages: ['fr'] });
  });
});
