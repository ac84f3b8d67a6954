// T125: whose name is shown at all. Whoever sits in a row of a hall, or stands in a full one, is not named by themselves: tags would cover the others.
import { isInRect, type Rect } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';

/** Whose tag is wanted although they sit in a row: mine, and of whoever has the floor or is pointed at. */
export interface Named {
  myId: string | undefined;
  also: ReadonlySet<string>;
  /** Rows that are full during a talk, px of the map. */
  full: readonly Rect[];
}

interface Somebody {
  personId: string;
  seat: Pick<Seat, 'clip'> | undefined;
  x: number;
  y: number;
}

export function isNamed(somebody: Somebody, { myId, also, full }: Named): boolean {
  const { personId, seat } = somebody;
  if (personId === myId || also.has(personId)) return true;
  return seat?.clip === undefined && !full.some((rows) => isInRect(somebody, rows));
}
