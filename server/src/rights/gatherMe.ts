// One function for each kind of what is known of somebody: rows of the store as the export tells them. Pure.
import { UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { TalkRecord } from '../auditorium/TalkRecord.ts';
import { type KeptCard, ownCard } from '../office/cards.ts';
import type { OwnRows, TalkRow } from '../store/ownRows.ts';
import type { Written } from '../store/written.ts';
import { pathOfFile, pathOfSlides } from './archivePaths.ts';
import { type BookEntry, type DeskNote, ME_FORMAT, ME_VERSION, type Me, type Moment, type MyTalk } from './Me.ts';

/** What is sealed on the disk, opened; undefined: it cannot be. */
export interface Opened {
  card(sealed: string): KeptCard | undefined;
  deskNote(sealed: string, noteId: string): string | undefined;
}

export interface TalkFacts {
  /** Is something of mine in its recording, which is there? */
  isRecorded(talk: string): boolean;
  hasSlides(talk: string, document: string): boolean;
}

/** Stands where a text cannot be opened. */
const UNREADABLE = '\ufffd';

export const moment = (ms: number | null): Moment => (ms === null ? null : new Date(ms).toISOString());

/** All but the lines, which are many. */
export function gatherMe(rows: OwnRows, written: Written, talks: readonly MyTalk[], opened: Opened, nowMs: number): Omit<Me, 'lines'> {
  return {
    ...{ format: ME_FORMAT, version: ME_VERSION, exportedAt: moment(nowMs) },
    ...{ person: person(rows), account: account(rows), waysToSignIn: waysToSignIn(rows), sessions: sessions(rows) },
    ...{ pushSubscriptions: pushSubscriptions(rows), card: card(rows, opened, nowMs), places: places(rows), passes: passes(rows) },
    insideNow: rows.visits.map(({ office, arrivedMs }) => ({ office, since: moment(arrivedMs) })),
    charterAccepted: rows.charterAccepted.map(({ version, atMs }) => ({ version, at: moment(atMs) })),
    desks: rows.desks.map(({ office, desk, claimedMs }) => ({ office, desk, since: moment(claimedMs) })),
    ...deskNotes(rows, opened),
    ...people(rows),
    readUpTo: rows.readMarks.map(({ channel, atMs }) => ({ channel, at: moment(atMs) })),
    ...{ ...sent(written), invitations: invitations(rows), ...meetings(rows), ...moderation(rows), talks: [...talks] },
    writtenToTalks: rows.talkAnswers.map(({ talkId, text, name, atMs }) => ({ talk: talkId, text, name, at: moment(atMs) })),
  };
}

function person({ person: row }: OwnRows): Me['person'] {
  if (!row) return null;
  const { personId: id, name, trade, appearance, rank, createdMs, seenMs } = row;
  return { id, name, trade, appearance, rank, since: moment(createdMs), seen: moment(seenMs) };
}

function account({ account: row }: OwnRows): Me['account'] {
  return row ? { id: row.accountId, email: row.email, since: moment(row.createdMs), erasesAt: moment(row.erasesAtMs) } : null;
}

const waysToSignIn = ({ passkeys, openIdentities }: OwnRows): Me['waysToSignIn'] => ({
  passkeys: passkeys.map(({ name, createdMs, usedMs, isSynced }) => ({
    ...{ name, since: moment(createdMs), used: moment(usedMs), isSynced: isSynced !== 0 },
  })),
  providers: openIdentities.map(({ issuer, subject }) => ({ issuer, subject })),
});

const sessions = (rows: OwnRows): Me['sessions'] =>
  rows.sessions.map(({ browser, system, begunMs, usedMs }) => ({ browser, system, begun: moment(begunMs), used: moment(usedMs) }));

/** The rest of the address is what lets somebody write to that browser. */
const pushSubscriptions = (rows: OwnRows): Me['pushSubscriptions'] =>
  rows.pushSubscriptions.map(({ endpoint, atMs }) => ({ service: URL.parse(endpoint)?.host ?? '', since: moment(atMs) }));

function card({ card: row }: OwnRows, opened: Opened, nowMs: number): Me['card'] {
  const kept = row && opened.card(row.sealed);
  if (!kept) return null;
  const own = ownCard(kept, nowMs);
  return { card: own.card, nowUntil: moment(own.nowUntilMs ?? null) };
}

const places = ({ positions }: OwnRows): Me['places'] =>
  positions.map(({ office, x, y, seat, atMs }) => ({ office, x: x / UNITS_PER_PX, y: y / UNITS_PER_PX, seat, at: moment(atMs) }));

const passes = (rows: OwnRows): Me['passes'] =>
  rows.passes.map(({ office, via, area, grantedMs, expiresMs }) => ({
    office,
    via,
    area,
    since: moment(grantedMs),
    until: moment(expiresMs),
  }));

function deskNotes({ person: me, deskNotes: rows }: OwnRows, opened: Opened): Pick<Me, 'notesOnMyDesk' | 'notesILeft'> {
  const tell = ({ noteId, office, kind, name, sealed, atMs, readMs }: OwnRows['deskNotes'][number]): DeskNote => ({
    ...{ office, kind, name, text: opened.deskNote(sealed, noteId) ?? UNREADABLE, at: moment(atMs), read: moment(readMs) },
  });
  const isMine = ({ ownerId }: OwnRows['deskNotes'][number]): boolean => ownerId === me?.personId;
  return { notesOnMyDesk: rows.filter(isMine).map(tell), notesILeft: rows.filter((row) => !isMine(row)).map(tell) };
}

function people({ person: me, blocks, met, firstContacts }: OwnRows): Pick<Me, 'blocked' | 'met' | 'firstWrittenTo'> {
  return {
    blocked: blocks.map(({ blockedId, atMs }) => ({ id: blockedId, at: moment(atMs) })),
    met: met.map(({ oneId, otherId, name, firstMs, latestMs }) => ({
      ...{ id: oneId === me?.personId ? otherId : oneId, name, first: moment(firstMs), latest: moment(latestMs) },
    })),
    firstWrittenTo: firstContacts.map(({ otherId, name, atMs }) => ({ id: otherId, name, at: moment(atMs) })),
  };
}

const sent = ({ files, topics, items, reactions }: Written): Pick<Me, 'files' | 'topics' | 'shelf' | 'reactions'> => ({
  files: files.map(({ fileId, name, type, bytes, createdMs }, n) => ({
    ...{ id: fileId, name, type, bytes, at: moment(createdMs), path: pathOfFile(n, name) },
  })),
  topics: topics.map(({ topicId, office, title, about, createdMs }) => ({ id: topicId, office, title, about, at: moment(createdMs) })),
  shelf: items.map(({ title, url, fileId, atMs }) => ({ title, url, file: fileId, at: moment(atMs) })),
  reactions: reactions.map(({ lineId, emoji, atMs }) => ({ line: lineId, emoji, at: moment(atMs) })),
});

/** Without what makes the link: whoever reads the archive is not let in by it. */
const invitations = (rows: OwnRows): Me['invitations'] =>
  rows.invitations.map(({ office, rank, area, label, used, quota, createdMs, expiresMs }) => ({
    ...{ office, rank, area, label, used, quota, at: moment(createdMs), until: moment(expiresMs) },
  }));

const meetings = ({ appointments, coming }: OwnRows): Pick<Me, 'appointments' | 'comingTo'> => ({
  appointments: appointments.map(({ office, title, theme, start, zone, minutes, place }) => ({
    ...{ office, title, theme, start, zone, minutes, place },
  })),
  comingTo: coming.map(({ appointmentId, day }) => ({ appointment: appointmentId, day })),
});

function moderation({ person: me, bans, reports, audit }: OwnRows): Pick<Me, 'bans' | 'reports' | 'hosting'> {
  const tell = ({ act, target, details, atMs }: OwnRows['audit'][number]): BookEntry => ({ act, target, details, at: moment(atMs) });
  const isMine = ({ byId }: OwnRows['audit'][number]): boolean => byId === me?.personId;
  return {
    bans: bans.map(({ reason, createdMs, untilMs }) => ({ reason, at: moment(createdMs), until: moment(untilMs) })),
    reports: reports.map(({ office, aboutName, text, atMs, settledMs }) => ({
      ...{ office, about: aboutName, text, at: moment(atMs), settled: moment(settledMs) },
    })),
    hosting: { byMe: audit.filter(isMine).map(tell), aboutMe: audit.filter((row) => !isMine(row)).map(tell) },
  };
}

/** Undefined: it names them without having anything of them, as whoever voted. */
export function myTalk({ talkId: id, office, record: text }: TalkRow, personId: string, facts: TalkFacts): MyTalk | undefined {
  const { settings, startedMs, endedMs, leaders, speakers, questions, notes, documents } = JSON.parse(text) as TalkRecord;
  const isMine = ({ by }: { by?: string }): boolean => by === personId;
  const talk: MyTalk = {
    ...{ id, office, title: settings.title, begun: moment(startedMs), ended: moment(endedMs) },
    ...{ led: personId in leaders, spoke: personId in speakers },
    questions: questions.filter(isMine).map((one) => one.text),
    notes: notes.filter(isMine).map((one) => one.text),
    slides: documents
      .filter((one) => isMine(one) && facts.hasSlides(id, one.id))
      .map((one) => ({ id: one.id, name: one.name, path: pathOfSlides(id, one.id, one.name) })),
    recording: facts.isRecorded(id) ? `/t/${id}` : null,
  };
  const hasPart = talk.led || talk.spoke || talk.recording !== null || talk.questions.length + talk.notes.length + talk.slides.length > 0;
  return hasPart ? talk : undefined;
}
