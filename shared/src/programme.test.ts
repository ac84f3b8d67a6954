import { expect, it } from 'vitest';
import { programmeLeft } from './programme.ts';

it('[T34] what has been marked is done, once for each time it stands in the programme', () => {
  const programme = ['Welcome', 'Prices', 'Break', 'Contracts', 'Break'];
  const titled = (...titles: string[]) => titles.map((title) => ({ title }));
  expect(programmeLeft(programme, [])).toEqual(programme);
  expect(programmeLeft(programme, titled('Welcome', 'Break', 'Something else'))).toEqual(['Prices', 'Contracts', 'Break']);
  expect(programmeLeft(programme, titled(...programme))).toEqual([]);
});
