// The tables as Kysely sees them; portable column types only: text ids, whole numbers, times in ms since 1970.
import type { Kysely } from 'kysely';

export interface Tables {
  persons: {
    personId: string;
    /** Null for somebody without cookies (a bot). */
    deviceHash: string | null;
    name: string;
    trade: string;
    /** encodeAppearance of shared/people.ts */
    appearance: string;
    rank: string;
    createdMs: number;
    seenMs: number;
  };
  positions: {
    personId: string;
    office: string;
    /** World units (1/16 px). */
    x: number;
    y: number;
    direction: number;
    seat: string | null;
    availability: number;
    atMs: number;
  };
  visits: { visitId: string; office: string; personId: string; arrivedMs: number; leftMs: number | null };
  counters: { office: string; day: string; name: string; count: number };
  secrets: { name: string; value: string };
  /** How one comes into an office; an office without a row is open. */
  doors: { office: string; mode: string; passwordHash: string | null; capacity: number | null };
  invitations: {
    /** Unguessable: it is what the link holds. */
    invitationId: string;
    office: string;
    rank: string;
    /** Of a client's visit: the only area they can be in. */
    area: string | null;
    label: string;
    quota: number | null;
    used: number;
    expiresMs: number | null;
    createdMs: number;
    /** Null: the command line. */
    createdBy: string | null;
    createdByName: string;
    revokedMs: number | null;
  };
  /** Who was let into an office, and how: they are let in again. */
  passes: {
    personId: string;
    office: string;
    via: string;
    invitationId: string | null;
    area: string | null;
    grantedMs: number;
    expiresMs: number | null;
  };
  bans: {
    banId: string;
    personId: string | null;
    deviceHash: string | null;
    /** addressKey of http/rateLimits.ts */
    address: string | null;
    name: string;
    reason: string;
    byName: string;
    createdMs: number;
    untilMs: number | null;
  };
  blocks: { personId: string; blockedId: string; atMs: number };
  reports: {
    reportId: string;
    office: string;
    atMs: number;
    byId: string;
    byName: string;
    aboutId: string;
    aboutName: string;
    text: string;
    place: string;
    /** JSON: ReportView['lines'] */
    lines: string;
    settledMs: number | null;
  };
  audit: { entryId: string; office: string | null; atMs: number; byName: string; act: string; target: string; details: string };
  /** What was said to everybody in an office. */
  lines: {
    lineId: string;
    office: string;
    fromId: string;
    name: string;
    text: string /** JSON: personIds */;
    mentions: string;
    atMs: number;
  };
  appointments: {
    appointmentId: string;
    office: string;
    title: string;
    theme: string;
    /** Wall time in `zone`: 2026-11-26T18:30 */
    start: string;
    zone: string;
    minutes: number;
    /** JSON: Repeat of shared/protocol/appointments.ts */
    repeat: string;
    until: string | null;
    place: string | null;
    createdBy: string;
    createdByName: string;
    createdMs: number;
    changedMs: number;
    sequence: number;
    /** JSON: days of occurrences that are not. */
    cancelled: string;
    cancelledMs: number | null;
  };
  /** Who said that they come: a hashed device, or a person without one. */
  coming: { appointmentId: string; day: string; who: string; atMs: number };
  agendaKeys: { office: string; key: string };
  /** What commands ask of a running office; the room takes each once and writes what became of it. */
  orders: {
    orderId: string;
    office: string;
    atMs: number;
    /** JSON: Order of orders.ts */
    order: string;
    takenMs: number | null;
    /** JSON: OrderOutcome of orders.ts */
    outcome: string | null;
  };
  talks: {
    talkId: string;
    office: string;
    auditorium: string;
    title: string;
    startedMs: number;
    endedMs: number | null;
    keptUntilMs: number | null;
    record: string;
    kind: 'talk' | 'meeting';
  };
  /** `oneId` sorts before `otherId`. */
  met: { oneId: string; otherId: string; firstMs: number; latestMs: number };
  talkAnswers: { answerId: string; talkId: string; questionId: string; text: string; name: string; who: string; atMs: number };
}

export type Db = Kysely<Tables>;
