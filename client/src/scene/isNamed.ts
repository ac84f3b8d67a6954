// T125: whose name is shown at all. Whoever sits in a row of a hall is not named by themselves: tags would cover the row behind.
import type { Seat } from '@comptoir/shared/map/OfficeMap';

/** Whose tag is wanted although they sit in a row: mine, and of whoever has the floor or is pointed at. */
export interface Named {
  myId: string | undefined;
  also: ReadonlySet<string>;
}

export const isNamed = ({ seat, personId }: { seat: Pick<Seat, 'clip'> | undefined; personId: string }, { myId, also }: Named): boolean =>
  seat?.clip === undefined || personId === myId || also.has(personId);
