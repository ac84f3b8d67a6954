// Where the name plates of desks stand, and what is written on them. Pure.
import { type Point, TILE_PX } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import type { DeskView } from '@comptoir/shared/protocol/desks';

/** px of the map between the seat's tile and the plate behind it; whoever looks down sits low in their tile. */
const GAP_PX = 3;
const LOW_PX = 5;

export interface Plate {
  seat: Seat;
  name: string;
  isMine: boolean;
  /** What lies there; told to its owner alone. */
  notes: { count: number; unread: number };
}

const NONE = { count: 0, unread: 0 };

/** @param nameOf as they are called now; somebody who is not here as they were called */
export function platesOf(
  seats: readonly Seat[],
  all: readonly DeskView[],
  { myId, notes, nameOf }: { myId: string | undefined; notes: Plate['notes']; nameOf: (view: DeskView) => string },
): Plate[] {
  return all.flatMap((view) => {
    const seat = seats.find(({ desk }) => desk === view.desk);
    if (!seat) return [];
    const isMine = view.personId === myId;
    return [{ seat, name: nameOf(view), isMine, notes: isMine ? notes : NONE }];
  });
}

/** Behind whoever sits there, so that it covers neither them nor their desk: px of the map, and how of the plate's size lies left and above of it. */
export function plateSpot({
  facing,
  tileX,
  tileY,
}: Pick<Seat, 'facing' | 'tileX' | 'tileY'>): Point & { originX: number; originY: number } {
  const left = tileX * TILE_PX;
  const top = tileY * TILE_PX;
  const middle = { x: left + TILE_PX / 2, y: top + TILE_PX / 2 };
  switch (facing) {
    case 'up':
      return { x: middle.x, y: top + TILE_PX + GAP_PX, originX: 0.5, originY: 0 };
    case 'down':
      return { x: middle.x, y: top + LOW_PX, originX: 0.5, originY: 1 };
    case 'left':
      return { x: left + TILE_PX + GAP_PX, y: middle.y, originX: 0, originY: 0.5 };
    case 'right':
      return { x: left - GAP_PX, y: middle.y, originX: 1, originY: 0.5 };
  }
}
