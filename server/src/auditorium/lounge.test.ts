// Where one stays after a talk, and the tables of its questions.

import { groundOf } from '@comptoir/shared/map/Ground';
import { expect, it } from 'vitest';
import { takeSeat } from '../office/seats.ts';
import { drawnOffice, standAt } from '../office/testOffice.ts';
import { overView } from './lounge.ts';

/** Two tables in the lounge at the left, one outside. */
function officeWithLounge(lounge: string | undefined) {
  const office = drawnOffice(['############', '#hh..hh..hh#', '############']);
  const { map, grid } = office.ground;
  const seats = map.seats.map((seat) => ({ ...seat, table: `table-${Math.ceil(seat.tileX / 4)}` }));
  const shape = { kind: 'rect', x: 32, y: 32, width: 7 * 32, height: 32 } as const;
  const traits = lounge === undefined ? {} : { lounge };
  const area = { id: 'after', name: 'after', labels: {}, shape, sizeTiles: 7, traits };
  return { ...office, ground: groundOf({ ...map, seats, areas: [...map.areas, area] }, grid) };
}
const pinned = ['a', 'b', 'c'].map((question) => ({ question, text: `${question}?` }));

it('[T13] each question has a free table of the lounge, as far as there are any', () => {
  const office = officeWithLounge('hall');
  expect(overView(office, 'hall', 'Rivers', pinned)).toEqual({
    title: 'Rivers',
    lounge: 'after',
    tables: [
      { question: 'a', text: 'a?', seat: 'seat-1-1' },
      { question: 'b', text: 'b?', seat: 'seat-5-1' },
    ],
  });
  const seat = office.ground.seats.get('seat-2-1');
  if (seat) takeSeat(office, standAt(office, 'ada', 2, 1), seat);
  expect(overView(office, 'hall', 'Rivers', pinned).tables).toEqual([{ question: 'a', text: 'a?', seat: 'seat-5-1' }]);
});

it('[T13] where the map has no lounge for this auditorium there is none', () => {
  for (const lounge of [undefined, 'other'])
    expect(overView(officeWithLounge(lounge), 'hall', 'Rivers', pinned)).toEqual({ title: 'Rivers', lounge: null, tables: [] });
});
