// The green rooms of auditoriums: while a talk is on they are walls to whoever they are not for, and whoever stands at one is told why.
import { type Point, TILE_PX, TILE_UNITS, toUnits } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { feetPxOf } from '@comptoir/shared/map/reach';
import { isInAny } from '@comptoir/shared/map/shutGrid';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Beside, Floor } from './formBubbles.ts';
import { isAdmitted, isStill } from './mayTalk.ts';
import type { Occupant, Office } from './Office.ts';
import { isBackstage } from './settleHalls.ts';
import type { Talker, Talks } from './Talks.ts';

/** What somebody may not walk into now. */
export interface Shut {
  /** Ids of areas. */
  rooms: readonly string[];
  grid: WalkGrid;
}

const isGreenRoom = ({ traits }: Area): boolean => traits.backstage !== undefined && traits.conversation === 'meeting';

/**
 * T156: ids of the green rooms that are shut to this person now. Whoever is inside stays until they have walked out.
 * @param isArriving being inside does not count
 */
export function shutRoomsOf(
  { ground }: Pick<Office, 'ground'>,
  talks: Talks,
  talker: Talker,
  nowTick: number,
  isArriving = false,
): string[] {
  if (talks.ofHall.size === 0) return [];
  const { occupant } = talker;
  return ground.areas.areas.flatMap((area, index) => {
    if (!isGreenRoom(area) || !isBackstage(talks, area.traits, talker)) return [];
    const room = talks.ofRoom.get(index);
    if (room && isAdmitted(room, talker, nowTick)) return [];
    // who was asked to this room alone has no other place
    if (occupant.visit?.area === area.id || (!isArriving && isInAny(ground, feetPxOf(occupant.walker), [area.id]))) return [];
    return [area.id];
  });
}

/** Do these px lie in a room that is shut to them? */
export const isShutAt = ({ ground }: Pick<Office, 'ground'>, { shut }: Pick<Occupant, 'shut'>, at: Point): boolean =>
  shut !== undefined && isInAny(ground, at, shut.rooms);

/** T156: does this lead into one? */
export function isShut(office: Office, { shut }: Occupant, { kind, id }: Ask<'beThere'>): boolean {
  if (!shut) return false;
  const { ground, occupants } = office;
  const at = kind === 'person' ? occupants.get(id)?.walker : undefined;
  if (at) return isInAny(ground, feetPxOf(at), shut.rooms);
  const shape = kind === 'thing' ? ground.things.get(id)?.shape : undefined;
  if (shape) return isInAny(ground, { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 }, shut.rooms);
  return kind === 'area' && ground.areas.areas.some((area) => (area.id === id || area.name === id) && shut.rooms.includes(area.id));
}

/** Nearer than this one stands at the door. */
const DOOR_UNITS = toUnits(8);
const HALF_WIDTH = toUnits(tuning.feetWidthPx) / 2 + DOOR_UNITS;
const HALF_HEIGHT = toUnits(tuning.feetHeightPx) / 2 + DOOR_UNITS;

/** T156. @returns those who stand still at a green room that is shut to them */
export function atShutRooms({ talks, grid }: Pick<Floor, 'talks' | 'grid'>, areas: Ground['areas']): Map<Talker, Beside> {
  const found = new Map<Talker, Beside>();
  if (talks.ofHall.size === 0) return found;
  for (const talker of talks.talkers.values()) {
    const { shut } = talker.occupant;
    const room = shut && isStill(talker) ? roomBeside(talker.occupant, shut, areas, grid) : undefined;
    if (room !== undefined) found.set(talker, { reason: 'backstage', number: talks.ofRoom.get(room)?.number, person: undefined });
  }
  return found;
}

/** Index of the area; a wall between them is no door. */
function roomBeside({ walker }: Occupant, { rooms }: Shut, areas: Ground['areas'], { width, cells }: WalkGrid): number | undefined {
  for (const x of [walker.x - HALF_WIDTH, walker.x, walker.x + HALF_WIDTH])
    for (const y of [walker.y - HALF_HEIGHT, walker.y, walker.y + HALF_HEIGHT]) {
      const [tileX, tileY] = [Math.floor(x / TILE_UNITS), Math.floor(y / TILE_UNITS)];
      if ((cells[tileY * width + tileX] ?? 255) > walker.rank) continue;
      const room = areas.at((tileX + 0.5) * TILE_PX, (tileY + 0.5) * TILE_PX).find((index) => rooms.includes(areas.areas[index]?.id ?? ''));
      if (room !== undefined) return room;
    }
  return undefined;
}
