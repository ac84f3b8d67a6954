// The table of what stays of talks: notes while one is on, and the shelf of those that are over.

import { may } from '@comptoir/shared/permissions';
import type { PastTalk, PastTalkDetail, replayRequests } from '@comptoir/shared/protocol/replay';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { type LiveTalk, sinceStart } from '../auditorium/LiveTalk.ts';
import { changeNote, nameScribe, writeNote } from '../auditorium/notes.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { newId } from '../ops/identity.ts';
import { youtubeChapters } from '../replay/chapterFiles.ts';
import { durationOf, type Replay } from '../replay/Replay.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type Sender = { occupant: Occupant };
type Requests = keyof typeof replayRequests;
type Rules = { [R in Requests]: (sender: Sender, ask: Ask<R>) => Answer<R> | Promise<Answer<R>> };

const DONE = { ok: true } as const;

export function replayRules(room: OfficeRoom): Rules {
  const { auditorium } = room;
  const { records } = auditorium;
  const { shelf } = records;

  const inTalk =
    <R extends Requests>(rule: (here: { talk: LiveTalk; occupant: Occupant; leads: boolean }, ask: Ask<R>) => Answer<R>) =>
    ({ occupant }: Sender, ask: Ask<R>): Answer<R> => {
      const talk = auditorium.talkOf(occupant.personId);
      return talk ? rule({ talk, occupant, leads: auditorium.leads(talk, occupant) }, ask) : { refused: 'noTalk' };
    };
  const ofScribes = <R extends Requests>(rule: (here: { talk: LiveTalk; occupant: Occupant }, ask: Ask<R>) => Answer<R>) =>
    inTalk<R>((here, ask) => {
      const writes = here.leads || records.notesOf(here.talk).scribes.has(here.occupant.personId);
      return writes ? rule(here, ask) : { refused: 'notScribe' };
    });
  /** Of a talk that is over, for whoever may change it. What they do to it is written down. */
  const mine =
    <R extends Extract<Requests, 'editTalk' | 'editChapter' | 'removeFromTalk' | 'removeTalk' | 'pastTalk'>>(
      rule: (record: Replay['record'], ask: Ask<R>) => Answer<R> | Promise<Answer<R>>,
      act?: string,
    ) =>
    async ({ occupant }: Sender, ask: Ask<R>): Promise<Answer<R>> => {
      const record = shelf.find(ask.talk);
      if (!record || !shelf.isShownIn(record, occupant)) return { refused: 'notThere' };
      if (!shelf.mayChange(record, occupant)) return { refused: 'notAllowed' };
      const answer = await rule(record, ask);
      if (act && !('refused' in answer)) room.hosting.audit({ by: occupant, act, target: record.settings.title });
      return answer;
    };

  return {
    writeNote: ofScribes<'writeNote'>(({ talk, occupant: { personId } }, { text }) => {
      const name = room.state.people.get(personId)?.name ?? '';
      const nowMs = sinceStart(talk, Math.floor(room.tickNow()), tuning.tickMs);
      const line = writeNote(records.notesOf(talk), { id: newId(), text, name, by: personId }, nowMs);
      if ('refused' in line) return line;
      records.tellNotes(talk, { changed: [line] });
      return { ok: true, note: line.id };
    }),
    changeNote: ofScribes<'changeNote'>(({ talk }, change) => {
      const changed = changeNote(records.notesOf(talk), change);
      if ('refused' in changed) return changed;
      records.tellNotes(talk, changed.line ? { changed: [changed.line] } : { gone: [change.note] });
      return DONE;
    }),
    nameScribe: inTalk<'nameScribe'>(({ talk, leads }, { personId, writes }) => {
      if (!leads) return { refused: 'notLeading' };
      if (writes && auditorium.conversationOf(talk)?.members.has(personId) !== true) return { refused: 'notHere' };
      const notes = records.notesOf(talk);
      const refusal = nameScribe(notes, personId, writes);
      if (refusal) return refusal;
      records.tellNotes(talk, { scribes: [...notes.scribes] });
      return DONE;
    }),

    pastTalks: ({ occupant }) => ({
      ok: true,
      list: shelf
        .all()
        .filter((record) => shelf.isShownIn(record, occupant))
        .map((record) => pastTalkOf(room, record, occupant)),
    }),
    async pastTalk({ occupant }, { talk }) {
      const replay = await shelf.replay(talk);
      if (!replay || !shelf.isShownIn(replay.record, occupant)) return { refused: 'notThere' };
      if (!shelf.mayChange(replay.record, occupant)) return { refused: 'notAllowed' };
      return { ok: true, talk: detailOf(room, replay, occupant) };
    },
    editTalk: mine<'editTalk'>((_record, ask) => shelf.edit(ask)),
    editChapter: mine<'editChapter'>((_record, ask) => shelf.editChapter(ask)),
    removeFromTalk: mine<'removeFromTalk'>((_record, ask) => shelf.removeFrom(ask), 'removeFromTalk'),
    removeTalk: mine<'removeTalk'>(async (_record, { talk }) => {
      await shelf.remove(talk);
      return DONE;
    }, 'removeTalk'),
  };
}

function pastTalkOf(room: OfficeRoom, record: Replay['record'], occupant: Occupant): PastTalk {
  const { shelf } = room.auditorium.records;
  const { id, auditorium, settings, startedMs, speakers, chapters, questions, summary, meeting } = record;
  // a link with the key lets in whoever has it: as those of the agenda, it is for whoever may invite
  const key = !meeting && may(rankOf(occupant), 'invite') ? room.agenda.key : undefined;
  return {
    of: meeting ? 'meeting' : 'talk',
    ...{ talk: id, auditorium, title: settings.title, language: settings.language, startedMs, durationMs: durationOf(record) },
    speakers: Object.values(speakers).filter((name) => name !== ''),
    chapters: chapters.filter(({ title }) => title !== '').map(({ title, atMs }) => ({ title, atMs })),
    ...{ questions: questions.length, hasSummary: summary.length > 0, mine: shelf.mayChange(record, occupant) },
    page: `/t/${id}${key === undefined ? '' : `?key=${key}`}`,
    keptUntilMs: shelf.keptUntilMs(record),
    ...recordingOf(room, id, occupant.personId),
  };
}

function recordingOf(
  { parts: { recordings } }: OfficeRoom,
  talk: string,
  personId: string,
): Pick<PastTalk, 'recording' | 'withdrawUntilMs'> {
  const state = recordings.stateOf(talk);
  if (state === 'none') return {};
  const untilMs = recordings.isIn(talk, personId) ? recordings.withdrawableUntilMs(talk) : undefined;
  return {
    recording: { state, share: recordings.shareOf(talk) },
    ...(untilMs !== undefined && untilMs > Date.now() ? { withdrawUntilMs: untilMs } : {}),
  };
}

function detailOf(room: OfficeRoom, { record, afterwards }: Replay, occupant: Occupant): PastTalkDetail {
  const { summary, links, notes, chapters, questions, documents, isKept, podcast } = record;
  const answersTo = (question: string) =>
    afterwards.filter((one) => one.question === question).map(({ id, text, name, atMs }) => ({ id, text, name, atMs }));
  const later = afterwards.filter(({ question }) => question === '');
  const timed = { chapters, durationMs: durationOf(record), untitled: String, offsetMs: 0 };
  return {
    ...pastTalkOf(room, record, occupant),
    ...{ summary, links, notes, allChapters: chapters, kept: isKept, podcast },
    written: [...questions, ...later].map(({ id, text, name }) => ({ id, text, name, answers: answersTo(id) })),
    slides: documents.map(({ id, name }) => ({ id, name })),
    youtube: youtubeChapters(timed, '…').problems,
  };
}
