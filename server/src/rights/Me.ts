// me.json, version 1: what an export holds, as data. docs/privacy.md describes it in words; what changes here gets another version there.
import type { Card } from '@comptoir/shared/protocol/cards';
import type { Line } from '@comptoir/shared/protocol/talk';

export const ME_FORMAT = 'comptoir-export';
export const ME_VERSION = 1;

/** Times are ISO 8601 in UTC; null: never, or for ever where it is a time to come. */
export type Moment = string | null;

interface Somebody {
  id: string;
  /** As they are called now; null: they are not here any more. */
  name: string | null;
}

export interface Me {
  format: typeof ME_FORMAT;
  version: typeof ME_VERSION;
  exportedAt: Moment;
  person: { id: string; name: string; trade: string; appearance: string; rank: string; since: Moment; seen: Moment } | null;
  account: { id: string; email: string | null; since: Moment; erasesAt: Moment } | null;
  waysToSignIn: {
    passkeys: { name: string; since: Moment; used: Moment; isSynced: boolean }[];
    providers: { issuer: string; subject: string }[];
  };
  sessions: { browser: string; system: string; begun: Moment; used: Moment }[];
  /** Browsers that are told of something while I am not here: of their address only the service. */
  pushSubscriptions: { service: string; since: Moment }[];
  card: { card: Card; nowUntil: Moment } | null;
  /** Where I was last, px. */
  places: { office: string; x: number; y: number; seat: string | null; at: Moment }[];
  /** How I was let in. */
  passes: { office: string; via: string; area: string | null; since: Moment; until: Moment }[];
  insideNow: { office: string; since: Moment }[];
  charterAccepted: { version: string; at: Moment }[];
  desks: { office: string; desk: string; since: Moment }[];
  notesOnMyDesk: DeskNote[];
  notesILeft: DeskNote[];
  blocked: { id: string; at: Moment }[];
  met: (Somebody & { first: Moment; latest: Moment })[];
  firstWrittenTo: (Somebody & { at: Moment })[];
  readUpTo: { channel: string; at: Moment }[];
  reactions: { line: string; emoji: string; at: Moment }[];
  topics: { id: string; office: string; title: string; about: string; at: Moment }[];
  shelf: { title: string; url: string | null; file: string | null; at: Moment }[];
  /** `path`: in this archive. */
  files: { id: string; name: string; type: string; bytes: number; at: Moment; path: string }[];
  invitations: {
    office: string;
    rank: string;
    area: string | null;
    label: string;
    used: number;
    quota: number | null;
    at: Moment;
    until: Moment;
  }[];
  appointments: { office: string; title: string; theme: string; start: string; zone: string; minutes: number; place: string | null }[];
  comingTo: { appointment: string; day: string }[];
  bans: { reason: string; at: Moment; until: Moment }[];
  /** What I reported. What others report of me is for hosts alone, as are their names. */
  reports: { office: string; about: string; text: string; at: Moment; settled: Moment }[];
  /** What I did as a host, and what hosts did about me: without their names. */
  hosting: { byMe: BookEntry[]; aboutMe: BookEntry[] };
  /** `recording`: path of the page on this server while it is kept; the recording is everybody's who is in it. */
  talks: MyTalk[];
  writtenToTalks: { talk: string; text: string; name: string; at: Moment }[];
  /** What I wrote, and what others wrote to me alone, opened; the oldest first. */
  lines: Line[];
}

export interface DeskNote {
  office: string;
  kind: string;
  text: string;
  name: string;
  at: Moment;
  read: Moment;
}

export interface BookEntry {
  act: string;
  target: string;
  details: string;
  at: Moment;
}

export interface MyTalk {
  id: string;
  office: string;
  title: string;
  begun: Moment;
  ended: Moment;
  led: boolean;
  spoke: boolean;
  questions: string[];
  notes: string[];
  slides: { id: string; name: string; path: string }[];
  recording: string | null;
}
