// window.comptoir: what scripts and checks may ask and do; shows nothing that the UI hides from this person. See docs/automation.md.
import { TILE_PX } from '@comptoir/shared/geometry';
import type { Actions, Target, WalkResult } from '../actions.ts';
import type { World } from '../world/World.ts';

export interface Frame {
  fps: number;
  stepMs: number;
}

export interface Comptoir {
  version: string;
  snapshot(): Snapshot;
  walkTo(target: Exclude<Target, { seat: string }>): Promise<WalkResult>;
}

declare global {
  interface Window {
    comptoir?: Comptoir;
  }
}

/** Coordinates are px in the map; x, y of others are as drawn now, null when out of view. */
export interface Snapshot {
  me: {
    id: string;
    name: string;
    trade: string;
    x: number;
    y: number;
    area: string | null;
    availability: string;
    seated: boolean;
  } | null;
  office: { id: string; map: string; widthPx: number; heightPx: number };
  people: { id: string; name: string; trade: string; x: number | null; y: number | null; availability: string }[];
  conversation: null;
  call: null;
  connection: 'online' | 'reconnecting' | 'offline';
  frame: Frame;
}

const NO_OFFICE = { id: '', map: '', widthPx: 0, heightPx: 0 };

export function buildAutomation(
  version: string,
  officeId: string,
  world: () => World | undefined,
  actions: Actions,
  frame: () => Frame,
): Comptoir {
  return {
    version,
    walkTo: (target) => actions.walkTo(target),
    snapshot() {
      const here = world();
      if (!here)
        return {
          me: null,
          office: { ...NO_OFFICE, id: officeId },
          people: [],
          conversation: null,
          call: null,
          connection: 'offline',
          frame: frame(),
        };
      const { map } = here.ground.peek();
      return {
        me: meOf(here),
        office: { id: officeId, map: map.name, widthPx: map.widthTiles * TILE_PX, heightPx: map.heightTiles * TILE_PX },
        people: othersOf(here),
        conversation: null,
        call: null,
        connection: here.connection.peek(),
        frame: frame(),
      };
    },
  };
}

function meOf(world: World): Snapshot['me'] {
  const me = world.me.peek();
  if (!me) return null;
  const { personId, name, trade, availability } = me;
  const x = Math.round(world.own.x);
  const y = Math.round(world.own.y);
  const area = world.ground.peek().areas.smallest(x, y)?.name ?? null;
  return { id: personId, name, trade, x, y, area, availability, seated: world.own.seat !== undefined };
}

function othersOf(world: World): Snapshot['people'] {
  const myId = world.myId.peek();
  return [...world.people.peek().values()]
    .filter(({ personId }) => personId !== myId)
    .map(({ personId, name, trade, availability }) => {
      const place = world.placeOf(personId);
      return { id: personId, name, trade, x: place ? Math.round(place.x) : null, y: place ? Math.round(place.y) : null, availability };
    });
}
