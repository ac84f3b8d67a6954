// Where the tour of an office leads: one place of each kind that its map has, in the order of a short walk.
import { distance, type Point, tileCentre, toPx } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { Area, OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { Target } from '../../actions.ts';

/** What is said of a place: a key of the dictionary, `tour.<kind>`. */
export type StopKind = 'machine' | 'table' | 'desk' | 'meeting' | 'quiet' | 'talk';

export interface TourStop {
  kind: StopKind;
  target: Target;
  /** Of the place, where it has a name. */
  area: Area | undefined;
  /** px */
  at: Point;
}

type TourMap = Pick<OfficeMap, 'areas' | 'seats' | 'things' | 'widthTiles'>;

const middleOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/**
 * The nearest next place each time, beginning at `from` (px); the machine comes last, where one stays.
 * @param areaAt the smallest area at a place, px
 */
export function tourStops(map: TourMap, from: Point, areaAt: (at: Point) => Area | undefined): TourStop[] {
  const left: TourStop[] = [];
  const addArea = (kind: StopKind, candidates: readonly Area[]): void => {
    const middles = candidates.map((area) => ({ area, at: middleOf(boundsOf(area.shape, map.widthTiles)) }));
    const [nearest] = middles.sort((a, b) => distance(a.at, from) - distance(b.at, from));
    if (nearest) left.push({ kind, target: { area: nearest.area.id }, ...nearest });
  };
  const addSeat = (kind: StopKind, isIt: (seat: TourMap['seats'][number]) => boolean): void => {
    const seats = map.seats.filter(isIt).map(({ tileX, tileY }) => {
      const { x, y } = tileCentre(tileX, tileY);
      return { x: toPx(x), y: toPx(y) };
    });
    const [at] = seats.sort((a, b) => distance(a, from) - distance(b, from));
    if (at) left.push({ kind, target: at, area: areaAt(at), at });
  };
  const of = (trait: Area['traits']['conversation']): Area[] => map.areas.filter(({ traits }) => traits.conversation === trait);
  const isSilent = (at: Point): boolean => areaAt(at)?.traits.conversation !== undefined;
  addSeat('table', ({ table, tileX, tileY }) => {
    const centre = tileCentre(tileX, tileY);
    return table !== undefined && !isSilent({ x: toPx(centre.x), y: toPx(centre.y) });
  });
  addSeat('desk', ({ desk }) => desk !== undefined);
  addArea('meeting', of('meeting'));
  addArea('quiet', of('quiet'));
  addArea('talk', of('audience'));
  const ordered: TourStop[] = [];
  let at = from;
  while (left.length > 0) {
    left.sort((a, b) => distance(a.at, at) - distance(b.at, at));
    const [next] = left.splice(0, 1);
    if (!next) break;
    ordered.push(next);
    at = next.at;
  }
  const machine = map.things.find(({ use }) => use === 'coffee');
  if (machine)
    ordered.push({ kind: 'machine', target: { object: machine.id }, area: areaAt(middleOf(machine.shape)), at: middleOf(machine.shape) });
  return ordered;
}
