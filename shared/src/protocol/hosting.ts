// What hosts do for an office, and what everybody may do about somebody: requests and messages, merged into requests.ts and messages.ts.
import * as v from 'valibot';
import type { Rank } from '../people.ts';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const reason = v.pipe(v.string(), v.maxLength(tuning.reasonLength * 8));

export const hostingRequests = {
  /** Closes their microphone now; they may open it again. */
  mute: v.strictObject({ personId: id }),
  /** Out of the office, and not in again for `tuning.sentOutMs`. */
  sendOut: v.strictObject({ personId: id, reason }),
  /** `hours` null: for ever. `network`: whoever comes from their address too. */
  ban: v.strictObject({
    personId: id,
    reason,
    hours: v.nullable(v.pipe(v.number(), v.minValue(0.01), v.maxValue(87_600))),
    network: v.boolean(),
  }),
  bans: v.strictObject({}),
  liftBan: v.strictObject({ ban: id }),
  /** By the number of its ring; its members are warned and it ends after `tuning.endingMs`. */
  endConversation: v.strictObject({ number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)) }),
  /** "Come here": a card to everybody, nobody is moved. `on` false takes it back. */
  gather: v.strictObject({ on: v.boolean() }),
  /** My voice to everybody for a while. `on` false ends it. */
  announce: v.strictObject({ on: v.boolean() }),
  audit: v.strictObject({}),
  reports: v.strictObject({}),
  settleReport: v.strictObject({ report: id }),
  /** Of everybody: neither of us hears or reads the other any more. Told to nobody. */
  block: v.strictObject({ personId: id, blocked: v.boolean() }),
  report: v.strictObject({ personId: id, text: v.pipe(v.string(), v.maxLength(tuning.reportLength * 8)) }),
} as const;

export interface BanView {
  id: string;
  name: string;
  reason: string;
  by: string;
  /** ms since 1970; null: for ever. */
  untilMs: number | null;
  createdMs: number;
  network: boolean;
  /** It reaches the devices where their account was signed in, and every way to sign in. */
  account: boolean;
}

/** One line of what hosts did. `act` is a request's name, or a command's. */
export interface AuditEntry {
  atMs: number;
  /** Name of whoever did it; empty: the command line. */
  by: string;
  act: string;
  /** Whom or what it concerned; empty: nobody. */
  target: string;
  details: string;
}

export interface ReportView {
  id: string;
  atMs: number;
  by: string;
  /** To write to whoever reported, while they are here. */
  byId: string;
  about: string;
  /** Still the person's id: to send out or ban them. */
  aboutId: string;
  text: string;
  /** Id of the area where whoever reports stood, empty: in none; and the lines that both could read, the latest last. */
  place: string;
  lines: { name: string; text: string; atMs: number }[];
}

export interface HostingAnswers {
  mute: { ok: true };
  sendOut: { ok: true };
  /** Its id: to lift it again. */
  ban: { ok: true; ban: string };
  bans: { ok: true; list: BanView[] };
  liftBan: { ok: true };
  endConversation: { ok: true; untilTick: number };
  gather: { ok: true };
  announce: { ok: true };
  audit: { ok: true; list: AuditEntry[] };
  reports: { ok: true; list: ReportView[] };
  settleReport: { ok: true };
  block: { ok: true };
  report: { ok: true };
}

export type HostingRefusal =
  /** They have the same rank as I, or a higher one. */
  | 'aboveYou'
  /** A ban of their network would shut me, or another host who is here, out too. */
  | 'sameNetwork'
  /** Somebody else's announcement is on. */
  | 'announcing';

export interface GatheringView {
  /** Empty: called together by command, to a place where a host waits. */
  by: string;
  /** The name as it was; empty with `by`. */
  name: string;
  rank: Rank;
  /** Area the host stands in, null: none with a name. */
  area: string | null;
  untilTick: number;
}

export interface AnnouncementView {
  by: string;
  name: string;
  /** Until then links are being made; the host begins to speak. */
  fromTick: number;
  untilTick: number;
  /** Of the media server; `null` for those who are not to be disturbed. */
  epoch: number | null;
}

/** Written to everybody by whoever runs the server. */
export interface NoticeView {
  text: string;
  untilTick: number;
}

export interface HostingServerMessages {
  /** My microphone was closed by a host. `by` here and below: their personId; empty: by command. */
  muted: { by: string };
  /** My conversation ends; `untilTick` null: not any more. */
  ending: { by: string; untilTick: number | null };
  gathering: GatheringView | null;
  announcement: AnnouncementView | null;
  notice: NoticeView;
  /** Whom I block, after each welcome and change. */
  blocks: string[];
  /** To hosts: reports that nobody has settled. */
  openReports: { count: number };
}
