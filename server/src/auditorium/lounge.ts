// After a talk: the place to stay, and a table there for each question that was pinned.

import { TILE_PX } from '@comptoir/shared/geometry';
import { isInShape } from '@comptoir/shared/map/areas';
import type { Area, Seat } from '@comptoir/shared/map/OfficeMap';
import type { TalkOverView } from '@comptoir/shared/protocol/auditorium';
import type { Office } from '../office/Office.ts';

type Place = Pick<Office, 'ground' | 'seatTakenBy'>;

/** T13: the first area of the map that says it is. */
export const loungeOf = ({ ground }: Pick<Office, 'ground'>, auditorium: string): Area | undefined =>
  ground.areas.areas.find(({ traits }) => traits.lounge === auditorium);

/** A seat of each table of the area at which nobody sits. */
export function freeTablesIn({ ground, seatTakenBy }: Place, { shape }: Area): Seat[] {
  const { widthTiles } = ground.map;
  const free = new Map<string, Seat>();
  const taken = new Set<string>();
  for (const seat of ground.seats.values()) {
    if (seat.table === undefined) continue;
    if (seatTakenBy.has(seat.id)) taken.add(seat.table);
    const centre = { x: (seat.tileX + 0.5) * TILE_PX, y: (seat.tileY + 0.5) * TILE_PX };
    if (!free.has(seat.table) && isInShape(shape, centre, widthTiles)) free.set(seat.table, seat);
  }
  return [...free].filter(([table]) => !taken.has(table)).map(([, seat]) => seat);
}

/** T13: as many questions as there are free tables. */
export function overView(
  place: Place,
  auditorium: string,
  title: string,
  pinned: readonly { question: string; text: string }[],
): TalkOverView {
  const lounge = loungeOf(place, auditorium);
  const seats = lounge ? freeTablesIn(place, lounge) : [];
  const tables = pinned.flatMap(({ question, text }, n) => {
    const seat = seats[n];
    return seat ? [{ question, text, seat: seat.id }] : [];
  });
  return { title, lounge: lounge?.id ?? null, tables };
}
