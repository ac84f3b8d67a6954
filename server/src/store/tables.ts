// The tables as Kysely sees them; portable column types only: text ids, whole numbers, times in ms since 1970.
import type { Kysely } from 'kysely';
import type { AccountTables } from './accountTables.ts';

export interface Tables extends AccountTables {
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
  /** Who is inside; of whoever has left nothing stays. */
  visits: { visitId: string; office: string; personId: string; arrivedMs: number };
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
    /** Null: by command, or from before it was noted. */
    byId: string | null;
  };
  /** banMarks.ts; `kind`: 'device', 'email', 'openId'. */
  banMarks: { banId: string; kind: string; value: string };
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
  audit: {
    entryId: string;
    office: string | null;
    atMs: number;
    byName: string;
    act: string;
    target: string;
    details: string;
    /** Null: by command, or from before it was noted. */
    byId: string | null;
    /** JSON: personIds, where `target` is the name of somebody; of several in their order. */
    targetIds: string | null;
  };
  /** What was said and stays: to everybody in an office, in a topic, by one to another. */
  lines: {
    /** In this order they were kept. */
    seq: number;
    lineId: string;
    /** Where it was said. */
    office: string;
    /** channelKeys.ts */
    channel: string;
    fromId: string;
    /** Of a line to one person; its texts are sealed. */
    toId: string | null;
    name: string;
    text: string;
    /** JSON: personIds */
    mentions: string;
    atMs: number;
    editedMs: number | null;
    replyToId: string | null;
    replyFrom: string | null;
    replyName: string | null;
    /** Null: erased since. */
    replyText: string | null;
    /** Whoever blocked the writer when it was said never reads it. */
    hiddenFrom: string | null;
    /** foldedLine.ts; empty where the text is sealed. */
    folded: string;
  };
  reactions: { lineId: string; emoji: string; personId: string; atMs: number };
  /** When something was last said in each. */
  channels: { channel: string; latestMs: number };
  /** How far somebody has read; of a pair, that they write with each other. */
  readMarks: { personId: string; channel: string; sinceMs: number; atMs: number; lineId: string };
  /** Whom somebody wrote to first without having met them. */
  firstContacts: { personId: string; otherId: string; atMs: number };
  topics: {
    topicId: string;
    office: string;
    title: string;
    about: string;
    area: string | null;
    /** 0 or 1 */
    closed: number;
    byId: string;
    byName: string;
    createdMs: number;
  };
  /** What people sent, in DATA_DIR/files; it goes with the last line or shelf that holds it. */
  files: {
    fileId: string;
    byId: string;
    name: string;
    type: string;
    bytes: number;
    width: number | null;
    height: number | null;
    createdMs: number;
  };
  lineFiles: { lineId: string; place: number; fileId: string };
  shelf: {
    itemId: string;
    channel: string;
    title: string;
    url: string | null;
    fileId: string | null;
    byId: string;
    byName: string;
    atMs: number;
  };
  pushSubscriptions: { endpoint: string; personId: string; p256dh: string; auth: string; atMs: number };
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
  /** What admins wrote for everybody: 'charter', 'appeal'. */
  houseTexts: { name: string; en: string; fr: string; version: string; changedMs: number };
  charterAccepted: { personId: string; version: string; atMs: number };
  talkAnswers: { answerId: string; talkId: string; questionId: string; text: string; name: string; who: string; atMs: number };
  /** `sealed`: KeptCard of office/cards.ts as JSON. */
  cards: { personId: string; sealed: string; imageId: string | null; changedMs: number };
  desks: { office: string; desk: string; personId: string; claimedMs: number };
  deskNotes: {
    noteId: string;
    office: string;
    ownerId: string;
    fromId: string;
    name: string;
    kind: string;
    sealed: string;
    atMs: number;
    readMs: number | null;
  };
  /** Who is being erased. `personId` null: that is done, and what the file still holds of it is to be overwritten. */
  erasures: { erasureId: string; personId: string | null; askedMs: number };
}

export type Db = Kysely<Tables>;
