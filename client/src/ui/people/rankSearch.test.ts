import { expect, test } from 'vitest';
import { rankSearch } from './rankSearch.ts';

const PEOPLE = [
  { title: 'Tomás', more: 'Support' },
  { title: 'Noor Haddad', more: 'Data science' },
  { title: 'Anna Noor', more: 'Sales' },
  { title: 'Eleanor', more: 'Noorderlicht festival' },
  { title: 'Sam', more: 'Sound design' },
];
const found = (typed: string, limit = 10): string[] => rankSearch(typed, PEOPLE, limit).map((one) => one.title);

test('[U8] names before trades, beginnings before middles', () => {
  expect(found('noor')).toEqual(['Noor Haddad', 'Anna Noor', 'Eleanor']);
  expect(found('no')).toEqual(['Noor Haddad', 'Anna Noor', 'Eleanor']);
});

test('[U8] case and accents do not matter', () => {
  expect(found('TOMAS')).toEqual(['Tomás']);
  expect(found('tomás')).toEqual(['Tomás']);
});

test('[U8] every word typed must be found, in the name or in the trade', () => {
  expect(found('sam sound')).toEqual(['Sam']);
  expect(found('sam data')).toEqual([]);
});

test('[U8] nothing typed shows the first ones as they are', () => {
  expect(found('  ', 2)).toEqual(['Tomás', 'Noor Haddad']);
  expect(found('-', 2)).toEqual(['Tomás', 'Noor Haddad']);
});

test('[U8] the whole name beats a longer one that begins with it', () => {
  expect(rankSearch('sam', [{ title: 'Samira' }, { title: 'Sam' }], 5).map((one) => one.title)).toEqual(['Sam', 'Samira']);
});
