// Standing meetings of an office: what a host plans, what everybody sees of it, "I'm coming"; merged into requests.ts, messages.ts and http.ts.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** YYYY-MM-DD in the meeting's own zone. It names an occurrence: there is at most one a day. */
const localDate = v.pipe(v.string(), v.regex(/^[1-9]\d{3}-\d{2}-\d{2}$/));
/** YYYY-MM-DDTHH:MM, as a clock on the wall of that zone shows it. */
const localTime = v.pipe(v.string(), v.regex(/^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/));

/** On the weekday of the start. `week`: the first to the fifth such day of a month, -1 the last one; months without a fifth have none. */
const repeat = v.variant('kind', [
  v.strictObject({ kind: v.literal('once') }),
  v.strictObject({ kind: v.literal('weekly'), every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(26)) }),
  v.strictObject({ kind: v.literal('monthly'), week: v.picklist([1, 2, 3, 4, 5, -1]) }),
]);
export type Repeat = v.InferOutput<typeof repeat>;

const when = {
  start: localTime,
  /** IANA name. */
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  repeat,
  /** The last day on which it may be; null: for ever. */
  until: v.nullable(localDate),
};
const plan = {
  ...when,
  title: v.pipe(v.string(), v.maxLength(tuning.meetingTitleLength * 8)),
  /** What it is about, and why that concerns us. */
  theme: v.pipe(v.string(), v.maxLength(tuning.meetingThemeLength * 8)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(tuning.meetingShortestMin), v.maxValue(tuning.meetingLongestMin)),
  /** Id of an area; null: at the coffee machine. */
  place: v.nullable(id),
};
const planSchema = v.strictObject(plan);
export type Plan = v.InferOutput<typeof planSchema>;
const whenSchema = v.strictObject(when);
export type When = v.InferOutput<typeof whenSchema>;

export const appointmentRequests = {
  planAppointment: planSchema,
  changeAppointment: v.strictObject({ appointment: id, ...plan }),
  /** One occurrence, or (null) all of it; `cancelled` false takes it back. */
  cancelAppointment: v.strictObject({ appointment: id, occurrence: v.nullable(localDate), cancelled: v.boolean() }),
  appointments: v.strictObject({}),
  /** When that would be, before it is planned. */
  previewAppointment: whenSchema,
  /** Links and calendars with the key there was show nothing any more. */
  renewAgendaKey: v.strictObject({}),
  /** I'm coming, or not any more. */
  coming: v.strictObject({ appointment: id, occurrence: localDate, coming: v.boolean() }),
} as const;

/** A meeting as it was planned. */
export interface AppointmentView extends Plan {
  id: string;
  /** Name of the host, as it was. */
  by: string;
  /** Of its single occurrences. */
  cancelled: string[];
  isCancelled: boolean;
}

/** One time that people meet. */
export interface OccurrenceView {
  /** Of the appointment. */
  id: string;
  occurrence: string;
  /** ms since 1970 */
  startMs: number;
  endMs: number;
  title: string;
  theme: string;
  place: string | null;
  /** How many say that they are coming; never who. */
  count: number;
  /** I am one of them. */
  mine: boolean;
}

export interface AppointmentAnswers {
  planAppointment: { ok: true; appointment: string };
  changeAppointment: { ok: true };
  cancelAppointment: { ok: true };
  /** The next occurrences, soonest first, and the meetings they belong to (for hosts: cancelled ones too, for a while). */
  appointments: { ok: true; next: OccurrenceView[]; planned: AppointmentView[]; key: string | null };
  previewAppointment: { ok: true; startsMs: number[] };
  renewAgendaKey: { ok: true };
  coming: { ok: true; count: number };
}

export type AppointmentRefusal =
  | 'titleEmpty'
  | 'titleTooLong'
  | 'themeTooLong'
  /** No such day, time or zone. */
  | 'noSuchTime'
  /** All of it would be over, or after its last day. */
  | 'neverAgain'
  | 'tooManyAppointments';

export interface AppointmentServerMessages {
  /**
   * What is on within `tuning.meetingsAheadMs`, soonest first; after each welcome and change. `nowMs`: the server's clock.
   * `key` goes into links that are given to others, where the office is not open to everybody.
   */
  appointments: { nowMs: number; next: OccurrenceView[]; key: string | null };
}

/** Of OfficeFacts, and GET /api/appointments/:id : what the entrance shows of a meeting. */
export type NextFacts = Omit<OccurrenceView, 'mine'> & {
  /** IANA name. */
  zone: string;
};
