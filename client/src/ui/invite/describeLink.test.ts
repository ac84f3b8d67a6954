import type { InvitationView } from '@comptoir/shared/protocol/door';
import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { fr } from '../../i18n/fr.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { describeLink, nameOfLink, stateOf } from './describeLink.ts';

const now = Date.UTC(2026, 10, 27, 9);
const english: Say = (key, words) => translate(en, 'en', key, words);
const french: Say = (key, words) => translate(fr, 'fr', key, words);
const link = (more: Partial<InvitationView> = {}): InvitationView => ({
  ...{ id: '1', path: '/?invite=1', rank: 'visitor', area: null, label: 'Thursday', quota: null, used: 0, expiresMs: null },
  ...{ createdMs: now, by: 'Ada', revoked: false },
  ...more,
});

test('[U65] a link lets people in until it is withdrawn, over or used up', () => {
  expect(stateOf(link(), now)).toBe('living');
  expect(stateOf(link({ quota: 2, used: 1, expiresMs: now + 1 }), now)).toBe('living');
  expect(stateOf(link({ quota: 2, used: 2 }), now)).toBe('usedUp');
  expect(stateOf(link({ expiresMs: now }), now)).toBe('over');
  expect(stateOf(link({ revoked: true, quota: 1, used: 1 }), now)).toBe('withdrawn');
});

test('[U65] its row says role, place, how many came, until when, and by whom', () => {
  const one = link({ quota: 20, used: 3, expiresMs: Date.UTC(2026, 11, 4, 12), area: 'lounge' });
  expect(describeLink(one, 'Lounge', now, 'en', english)).toBe('Visitor · only Lounge · 3 of 20 came · until December 4 · by Ada');
  expect(describeLink(link({ used: 1, by: '' }), undefined, now, 'fr', french)).toMatch(/1 entrée · sans fin · par la ligne de commande$/);
  expect(nameOfLink(link({ label: '' }), english)).toBe('Visitor');
  expect(describeLink(link({ label: '', revoked: true }), undefined, now, 'en', english)).toBe('0 came · withdrawn · by Ada');
});
