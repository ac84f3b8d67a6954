// Every question with an answer: its schema, what a good answer holds, and why it may be refused.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';
import { type AccountAnswers, accountRequests } from './accounts.ts';
import { type AdminAnswers, adminRequests } from './admin.ts';
import { type AppointmentAnswers, type AppointmentRefusal, appointmentRequests } from './appointments.ts';
import { type AuditoriumAnswers, type AuditoriumRefusal, auditoriumRequests } from './auditorium.ts';
import { type CardAnswers, type CardRefusal, cardRequests } from './cards.ts';
import { type ChannelAnswers, type ChannelRefusal, channelRequests } from './channels.ts';
import { type DeskAnswers, type DeskRefusal, deskRequests } from './desks.ts';
import { type DoorAnswers, type DoorRefusal, doorRequests } from './door.ts';
import { type HostingAnswers, type HostingRefusal, hostingRequests } from './hosting.ts';
import { type RecordingAnswers, type RecordingRefusal, recordingRequests } from './recording.ts';
import { type ReplayAnswers, type ReplayRefusal, replayRequests } from './replay.ts';
import { type TalkAnswers, type TalkRefusal, talkRequests } from './talk.ts';

const tileNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(511));
const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const requests = {
  /** The server walks me along tile centres; so hidden tabs arrive. */
  walkPath: v.strictObject({
    seq,
    startTick: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Where I stand now, world units. */
    from: v.strictTuple([v.pipe(v.number(), v.integer()), v.pipe(v.number(), v.integer())]),
    /** Tile coordinates of the corners, the goal last. */
    tiles: v.pipe(v.array(v.strictTuple([tileNumber, tileNumber])), v.minLength(1), v.maxLength(tuning.maxWaypoints)),
    gait: v.picklist(['walk', 'run', 'stroll']),
  }),
  sit: v.strictObject({ seat: id }),
  use: v.strictObject({ thing: id }),
  /** From the list view: be there now. A person, an area, a thing or a seat. */
  beThere: v.variant('kind', [
    v.strictObject({ kind: v.literal('person'), id }),
    v.strictObject({ kind: v.literal('area'), id }),
    v.strictObject({ kind: v.literal('thing'), id }),
    v.strictObject({ kind: v.literal('start'), id: v.string() }),
  ]),
  /** Where somebody is, to walk over: answered from the server's own copy, also when out of view. */
  whereIs: v.strictObject({ personId: id }),
  profile: v.strictObject({
    name: v.pipe(v.string(), v.maxLength(400)),
    trade: v.pipe(v.string(), v.maxLength(800)),
    appearance: v.pipe(v.string(), v.maxLength(20)),
  }),
  ...talkRequests,
  ...doorRequests,
  ...accountRequests,
  ...hostingRequests,
  ...appointmentRequests,
  ...auditoriumRequests,
  ...replayRequests,
  ...recordingRequests,
  ...cardRequests,
  ...deskRequests,
  ...channelRequests,
  ...adminRequests,
} as const;

export type RequestName = keyof typeof requests;
export type Ask<R extends RequestName> = v.InferOutput<(typeof requests)[R]>;

/** Positions are world units. */
export interface Answers
  extends TalkAnswers,
    DoorAnswers,
    AccountAnswers,
    HostingAnswers,
    AppointmentAnswers,
    AuditoriumAnswers,
    ReplayAnswers,
    RecordingAnswers,
    ChannelAnswers,
    AdminAnswers,
    CardAnswers,
    DeskAnswers {
  walkPath: { ok: true };
  sit: { ok: true; x: number; y: number; direction: number };
  use: { ok: true; untilTick: number };
  beThere: { ok: true; x: number; y: number; direction: number };
  whereIs: { ok: true; x: number; y: number; area: string | null };
  profile: { ok: true; name: string; trade: string };
}

export type Refusal =
  | TalkRefusal
  | DoorRefusal
  | HostingRefusal
  | AppointmentRefusal
  | AuditoriumRefusal
  | ReplayRefusal
  | RecordingRefusal
  | CardRefusal
  | DeskRefusal
  | ChannelRefusal
  | 'invalid'
  | 'tooManyMessages'
  | 'blocked'
  | 'notThere'
  | 'seatTaken'
  | 'tooFar'
  | 'busy'
  | 'notHere'
  | 'nameEmpty'
  | 'nameTooLong'
  | 'tradeTooLong'
  | 'notAllowed';

export type Answer<R extends RequestName> = Answers[R] | { refused: Refusal };

export const isRefused = <A extends object>(answer: A | { refused: Refusal }): answer is { refused: Refusal } => 'refused' in answer;
