// Every message without an answer, both ways, with its schema; requests.ts has those with an answer, walks.ts the binary ones.
import * as v from 'valibot';
import { AVAILABILITIES, EMOTES } from '../people.ts';
import type { AppointmentServerMessages } from './appointments.ts';
import { type AuditoriumServerMessages, auditoriumMessages } from './auditorium.ts';
import type { CardServerMessages } from './cards.ts';
import type { ChannelServerMessages } from './channels.ts';
import type { DeskServerMessages } from './desks.ts';
import type { DoorServerMessages } from './door.ts';
import type { HostingServerMessages } from './hosting.ts';
import type { RecordingServerMessages } from './recording.ts';
import type { ReplayServerMessages } from './replay.ts';
import { type TalkServerMessages, talkMessages } from './talk.ts';

/** Raised on every incompatible change; a client with another number is asked to reload. */
export const PROTOCOL_VERSION = 3;

const tick = v.pipe(v.number(), v.finite());

/** From client to server, by message type. */
export const clientMessages = {
  availability: v.strictObject({ availability: v.picklist(AVAILABILITIES) }),
  /** Sent by the idle watch: away by itself ends at the next movement. */
  idle: v.strictObject({ idle: v.boolean() }),
  emote: v.strictObject({ emote: v.picklist(EMOTES) }),
  stand: v.strictObject({}),
  /** Which digest of everybody's place this client wants once a second. */
  digest: v.strictObject({ kind: v.picklist(['none', 'areas', 'overview']) }),
  heartbeat: v.strictObject({ sent: tick }),
  ...talkMessages,
  ...auditoriumMessages,
} as const;

export type ClientMessages = { [T in keyof typeof clientMessages]: v.InferOutput<(typeof clientMessages)[T]> };

/** From server to client, by message type. The client trusts its server: types only. */
export interface ServerMessages
  extends TalkServerMessages,
    DoorServerMessages,
    HostingServerMessages,
    AppointmentServerMessages,
    AuditoriumServerMessages,
    ReplayServerMessages,
    RecordingServerMessages,
    ChannelServerMessages,
    CardServerMessages,
    DeskServerMessages {
  /** First after every join. Position in world units. */
  welcome: {
    protocol: number;
    office: string;
    personId: string;
    /** Proves to later joins that this browser is this person. */
    ticket: string;
    avatarNumber: number;
    tick: number;
    x: number;
    y: number;
    direction: number;
    seat: string | null;
    mapVersion: string;
    /** The only area I can be in (a client's visit). */
    confinedTo?: string;
    /** Where #moveTo of the address sends me, world units; null when there is no such place. */
    goal?: { x: number; y: number } | null;
  };
  /** `tick` is fractional: the office clock at the moment of answering. */
  heartbeat: { sent: number; tick: number };
  /** The server refused segment `seq`: stand here, replay what came later. World units. */
  putBack: { seq: number; x: number; y: number; tick: number };
  /** A path the server walked for me ended. */
  pathEnded: { seq: number; arrived: boolean; x: number; y: number };
  /** How many people are in each area, by index in OfficeMap.areas. */
  areaCounts: number[];
  /** Somebody started the machine; steam rises until `untilTick`. */
  brewing: { thing: string; personId: string; untilTick: number };
  mapChanged: { version: string };
}
