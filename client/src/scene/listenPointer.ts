// What a pointer does on the map: a tap does the obvious thing with what is under it, a right click or a long press on somebody opens their card.
import type { Point } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import type { Actions } from '../actions.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { Picked } from './pick.ts';
import { startPointer } from './startPointer.ts';

interface MapPointer {
  canvas: HTMLElement;
  world: World;
  actions: Actions;
  /** CSS px on the canvas. */
  pickAt(at: Point): Picked;
  /** Whom the pointer is on. */
  pointAt(personId: string | undefined): void;
  /** CSS px moved. */
  drag(dx: number, dy: number): void;
}

export function listenPointer(scope: Scope, { canvas, world, actions, pickAt, pointAt, drag }: MapPointer): void {
  const isInside = (): boolean => world.myId.peek() !== undefined;
  startPointer(scope, canvas, {
    tap: (at) => {
      if (!isInside()) return;
      const picked = pickAt(at);
      if (picked.kind === 'person') void actions.talk.approach(picked.personId);
      else if (picked.kind === 'seat') useSeat(world, actions, picked.seat);
      else if (picked.kind === 'thing') void actions.use(picked.thing.id);
      else void actions.walkTo({ x: picked.x, y: picked.y });
      if (world.overview.peek()) actions.toggleOverview();
    },
    more: (at) => {
      const picked = isInside() ? pickAt(at) : undefined;
      const person = picked?.kind === 'person' ? world.people.peek().get(picked.personId) : undefined;
      if (person) actions.readCard(person);
    },
    hover: (at) => {
      const picked = at && isInside() ? pickAt(at) : undefined;
      canvas.style.cursor = picked && picked.kind !== 'floor' ? 'pointer' : 'default';
      pointAt(picked?.kind === 'person' ? picked.personId : undefined);
    },
    drag,
    zoom: (steps) => actions.zoomBy(steps),
  });
}

/** At the desk of somebody else one leaves a note. */
function useSeat(world: World, actions: Actions, { id, desk }: Seat): void {
  const owner = desk === undefined ? undefined : world.desks.ownerOf(desk);
  if (owner && owner.personId !== world.myId.peek()) actions.noteFor(owner);
  else void actions.sit(id);
}
