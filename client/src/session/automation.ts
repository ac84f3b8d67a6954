// window.comptoir: what scripts and checks may ask and do; shows nothing that the UI hides from this person. See docs/automation.md.
import { TILE_PX } from '@comptoir/shared/geometry';
import type { Audience } from '@comptoir/shared/protocol/talk';
import type { Actions, Target, WalkResult } from '../actions.ts';
import type { AnnouncementState, CallModel } from '../media/CallModel.ts';
import type { World } from '../world/World.ts';

export interface Frame {
  fps: number;
  stepMs: number;
}

export interface Comptoir {
  version: string;
  snapshot(): Snapshot;
  walkTo(target: Exclude<Target, { seat: string }>): Promise<WalkResult>;
  /** By default to my conversation. Rejects with the name of the refusal. */
  say(text: string, to?: 'conversation' | 'office' | { person: string }): Promise<void>;
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
  /** Members and listeners are personIds, me included. */
  conversation: { id: string; kind: string; members: string[]; listeners: string[]; role: string; state: string } | null;
  call: {
    transport: 'mesh' | 'sfu';
    participants: {
      id: string;
      state: string;
      audio: boolean;
      video: boolean;
      screen: boolean;
      gain: number;
      framesDecoded: number;
      audioPackets: number;
    }[];
  } | null;
  /** Who speaks, or is about to, to everybody, and what that is to me. */
  announcement: { by: string; name: string; state: AnnouncementState } | null;
  connection: 'online' | 'reconnecting' | 'offline';
  frame: Frame;
}

const NO_OFFICE = { id: '', map: '', widthPx: 0, heightPx: 0 };

export interface AutomationParts {
  version: string;
  officeId: string;
  world: () => World | undefined;
  actions: Actions;
  call: CallModel;
  frame: () => Frame;
}

export function buildAutomation({ version, officeId, world, actions, call, frame }: AutomationParts): Comptoir {
  return {
    version,
    walkTo: (target) => actions.walkTo(target),
    async say(text, to = 'conversation') {
      const outcome = await actions.talk.say(text, audienceOf(to));
      if ('refused' in outcome) throw new Error(outcome.refused);
    },
    snapshot() {
      const here = world();
      if (!here)
        return {
          me: null,
          office: { ...NO_OFFICE, id: officeId },
          people: [],
          conversation: null,
          call: null,
          announcement: null,
          connection: 'offline',
          frame: frame(),
        };
      const { map } = here.ground.peek();
      return {
        me: meOf(here),
        office: { id: officeId, map: map.name, widthPx: map.widthTiles * TILE_PX, heightPx: map.heightTiles * TILE_PX },
        people: othersOf(here),
        conversation: conversationOf(here),
        call: callOf(call),
        announcement: announcementOf(here, call),
        connection: here.connection.peek(),
        frame: frame(),
      };
    },
  };
}

const audienceOf = (to: 'conversation' | 'office' | { person: string }): Audience =>
  typeof to === 'string' ? { kind: to } : { kind: 'person', id: to.person };

function conversationOf(world: World): Snapshot['conversation'] {
  const view = world.talk.conversation.peek();
  if (!view) return null;
  const { id, kind, role, state, members } = view;
  const listens = (one: string): boolean => one === 'listener' || one === 'audience';
  const idsOf = (isListening: boolean): string[] =>
    members.filter((member) => listens(member.role) === isListening).map(({ personId }) => personId);
  // the audience of a talk is counted, not listed: of it I know myself
  const myId = world.myId.peek();
  const listeners = new Set([...idsOf(true), ...(listens(role) && myId !== undefined ? [myId] : [])]);
  return { id, kind, members: idsOf(false), listeners: [...listeners], role, state };
}

function callOf(call: CallModel): Snapshot['call'] {
  const transport = call.transport.peek();
  if (!transport) return null;
  const participants = call.participants.peek().map(({ personId, link, audio, camera, screen, facts }) => ({
    id: personId,
    state: link.peek(),
    audio: audio.peek(),
    video: camera.peek() !== undefined,
    screen: screen.peek() !== undefined,
    ...facts,
  }));
  return { transport, participants };
}

function announcementOf(world: World, call: CallModel): Snapshot['announcement'] {
  const view = world.hosting.announcement.peek();
  return view ? { by: view.by, name: view.name, state: call.announcement.peek() } : null;
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
