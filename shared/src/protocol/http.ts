// Shapes of the HTTP routes and of the options of a join.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';
import type { NextFacts } from './appointments.ts';
import type { DoorMode } from './door.ts';

/** GET /api/offices */
export interface OfficeSummary {
  id: string;
  title: string;
  people: number;
  capacity: number;
}

/** GET /api/offices/:id : what the entrance shows before one is in. */
export interface OfficeFacts extends OfficeSummary {
  /** The Colyseus room to join by id. */
  roomId: string;
  mapVersion: string;
  cupsToday: number;
  door: DoorMode;
  /** Somebody is in who may open to those who knock. */
  hostIsIn: boolean;
  /** Version of the charter that one accepts by coming in; absent: there is none. */
  charter?: string;
  /** At most 24, most recent arrivals first; nobody while the door is not open. */
  here: { name: string; trade: string; appearance: string }[];
  /** Cardboard people show here what an office is. */
  demo?: true;
  /** The next meeting; nothing while the door is not open. */
  next?: NextFacts;
  /** Of several server processes: the address of the one that runs this office. A join tells it, too. */
  processUrl?: string;
  /** A broken newer map, in one sentence. */
  mapProblem?: string;
}

/** POST /api/device : sets the device cookie when there is none. */
export interface DeviceFacts {
  /** Persons of this device, the last used first. */
  persons: {
    personId: string;
    ticket: string;
    name: string;
    trade: string;
    appearance: string;
    /** In this office now, connected. */
    here: boolean;
    /** Of the account that is signed in here: the first of the list. */
    account?: true;
  }[];
  secure: boolean;
  /** This device is not let in until then (ms since 1970; null: for ever). */
  banned?: { untilMs: number | null; reason: string };
}
export const deviceAsk = v.strictObject({ office: v.optional(v.pipe(v.string(), v.maxLength(200))) });

/** POST /api/slides: why a document was not taken, by the status of the answer. */
export const SLIDES_REFUSED = {
  401: 'notSpeaking',
  403: 'notSpeaking',
  409: 'tooMany',
  413: 'tooLarge',
  415: 'notPdf',
  429: 'tooOften',
  507: 'diskFull',
} as const;
/** What became of it: its id, or why it is not there. */
export type SlidesSent = { ok: string } | { failed: (typeof SLIDES_REFUSED)[keyof typeof SLIDES_REFUSED] | 'unreachable' | 'cancelled' };

/** Options of joinById. */
export const joinOptions = v.strictObject({
  protocol: v.number(),
  name: v.pipe(v.string(), v.maxLength(400)),
  trade: v.pipe(v.string(), v.maxLength(800)),
  appearance: v.pipe(v.string(), v.maxLength(20)),
  ticket: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** Names the tab that asks: its own earlier connection is replaced, another tab's is told that the person moved. */
  tab: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** Name of a start, as in the address' #name. */
  start: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** px in the map: the place remembered from a moment ago is the server's own, this is WorkAdventure's #moveTo=x,y. */
  moveTo: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Of the address: `?invite=`. */
  invite: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Of the office, where its door asks for one. */
  password: v.optional(v.pipe(v.string(), v.maxLength(tuning.passwordLength))),
  /** The version of the charter that I accept. */
  charter: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type JoinOptions = v.InferOutput<typeof joinOptions>;

/** ServerError codes of a refused join; the message is the code's name. */
export const JOIN_REFUSED = {
  protocol: 4610,
  name: 4611,
  full: 4612,
  tooMany: 4613,
  closed: 4614,
  invalid: 4615,
  /** Only by an invitation. */
  link: 4616,
  /** A password is asked for. */
  password: 4617,
  wrongPassword: 4618,
  /** Only whom a host lets in: knock. */
  knock: 4619,
  banned: 4620,
  /** The invitation is not known, over, withdrawn or used up. */
  invitation: 4621,
  /** This person has an account, and it is not signed in on this device (any more). */
  signIn: 4622,
  /** The charter has to be accepted first, as it is now. */
  charter: 4623,
} as const;

/** WebSocket close codes of our own. */
export const CLOSE = {
  /** Colyseus' own: the client said goodbye. */
  left: 4000,
  /** The same person came in by another tab: do not reconnect by yourself. */
  movedToAnotherTab: 4100,
  badMessages: 4101,
  slowReader: 4102,
  removed: 4103,
  /** A later connection of the same tab has taken over. */
  replaced: 4104,
  /** The map of this office was taken away, and the office with it. */
  officeGone: 4105,
  /** The visit that an invitation allowed is over. */
  visitOver: 4106,
  /** Join again at once: what one may do has changed. */
  comeBack: 4107,
  /** Their account is not signed in on this device any more. */
  signedOut: 4108,
  /** Colyseus' own: the server ends. */
  shutdown: 4001,
} as const;
