// The talks and recorded meetings of one office that are over: who may read and change them, what is written to them afterwards, and when they are deleted.
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { editChapter, editRecord, removeFrom } from '../auditorium/editRecord.ts';
import type { TalkRecord } from '../auditorium/TalkRecord.ts';
import { isOver } from '../office/door.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { mayReachHall } from '../office/visits.ts';
import { hashDevice, newId } from '../ops/identity.ts';
import type { Afterwards, Replay, ReplayMedia } from '../replay/Replay.ts';
import type { StoredAnswer, StoredTalk } from '../store/talks.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const DAY_MS = 24 * 3_600_000;
/** A device that has been more persons is somebody's script. */
const PERSONS_LOOKED_AT = 20;

type Over = Replay['record'];

export class OfficeShelf {
  readonly #room: OfficeRoom;
  readonly #byId = new Map<string, Over>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  async restore(): Promise<void> {
    const { store, officeId } = this.#room.parts;
    for (const kind of ['talk', 'meeting'] as const)
      for (const { record } of await store.talks.ended({ office: officeId, kind, most: tuning.pastTalksMost })) {
        const parsed = JSON.parse(record) as TalkRecord;
        if (isEnded(parsed)) this.#byId.set(parsed.id, parsed);
      }
    this.forgetOld();
  }

  /** T85: when the day changes, and when the office opens. */
  forgetOld(): void {
    const nowMs = Date.now();
    for (const record of this.#byId.values()) {
      const untilMs = this.keptUntilMs(record);
      if (untilMs !== null && untilMs <= nowMs) void this.remove(record.id);
    }
  }

  /** ms since 1970; null: for ever. */
  keptUntilMs({ isKept, endedMs }: Over): number | null {
    return isKept ? null : endedMs + this.#room.parts.talkDays * DAY_MS;
  }

  /** One that has just ended. */
  add(record: TalkRecord): void {
    if (!isEnded(record)) return;
    if (this.#room.parts.talkDays === 0) void this.remove(record.id);
    else this.#keep(record);
  }

  find(talk: string): Over | undefined {
    return this.#byId.get(talk);
  }

  /** The latest first. */
  all(): Over[] {
    return [...this.#byId.values()].sort((one, other) => other.startedMs - one.startedMs);
  }

  /** T88: whoever led it, and hosts of the office. T146: of a meeting, whoever asked to record it, and hosts; to be asked of what is shown to them. */
  mayChange({ leaders }: Over, occupant: Occupant): boolean {
    return occupant.personId in leaders || ['host', 'admin'].includes(rankOf(occupant));
  }

  /** P12: whoever may be in one area only knows of the talks that they could hear. T145: of a meeting know those who are in its recording. */
  isShownIn({ auditorium, meeting, speakers }: Over, { visit, personId }: Pick<Occupant, 'visit' | 'personId'>): boolean {
    if (meeting) return personId in speakers;
    return !visit || mayReachHall(visit, this.#room.talk.floor.places, auditorium);
  }

  /** T85: as the agenda, by the door: everybody while it is open; then by the key, or who was let in. T145: of a meeting, who is in it. */
  async mayRead(record: Over, key: string | undefined, deviceId: string | undefined): Promise<boolean> {
    const { agenda, clientOf, parts } = this.#room;
    if (!record.meeting && agenda.isShownTo(key)) return true;
    if (deviceId === undefined) return false;
    for (const { auth, userData } of clientOf.values())
      if (auth?.deviceId === deviceId && userData && this.isShownIn(record, userData.occupant)) return true;
    const deviceHash = hashDevice(deviceId);
    const nowMs = Date.now();
    for (const { personId } of await parts.store.persons.ofDevice({ deviceHash, limit: PERSONS_LOOKED_AT })) {
      if (record.meeting && !(personId in record.speakers)) continue;
      const { rank, ban, pass } = await parts.store.standings.of({ office: parts.officeId, personId, deviceHash, nowMs });
      const isPassed = pass !== undefined && pass.area === undefined && !isOver(pass, nowMs);
      if (!ban && (record.meeting || rank !== 'visitor' || isPassed)) return true;
    }
    return false;
  }

  async replay(talk: string): Promise<Replay | undefined> {
    const record = this.find(talk);
    if (!record) return undefined;
    const answers = await this.#room.parts.store.talks.answersTo({ talkId: talk });
    return { record, afterwards: answers.map(afterwardsOf), media: this.mediaOf(talk) };
  }

  /** Of the recording, once it is ready. */
  mediaOf(talk: string): ReplayMedia | undefined {
    const files = this.#room.parts.recordings.replayOf(talk);
    const record = this.find(talk);
    if (!files || !record) return undefined;
    const { type, audioType, audioBytes, durationMs, beganMs } = files;
    return {
      ...{ video: `/t/${talk}/replay.webm`, audio: `/t/${talk}/replay.mp3`, videoType: type, audioType, audioBytes, durationMs },
      offsetMs: Math.max(0, beganMs - record.startedMs),
    };
  }

  /** T89. @param who a hashed device; told to nobody */
  async write(
    record: Over,
    { question, text, name, who }: Pick<StoredAnswer, 'text' | 'name' | 'who'> & { question: string },
  ): Promise<'ok' | 'tooMany' | 'notThere'> {
    const { talks } = this.#room.parts.store;
    const before = await talks.answersTo({ talkId: record.id });
    if (before.length >= tuning.afterwardsMost) return 'tooMany';
    const isThere = question === '' || [...record.questions.map(({ id }) => id), ...laterQuestions(before)].includes(question);
    if (!isThere || record.meeting || !this.#byId.has(record.id)) return 'notThere';
    await talks.answer({ answerId: newId(), talkId: record.id, questionId: question, text, name, who, atMs: Date.now() });
    return 'ok';
  }

  edit({ talk, ...change }: Ask<'editTalk'>): Answer<'editTalk'> {
    // T145: a podcast is heard by others
    if (change.podcast && this.find(talk)?.meeting) return { refused: 'notAllowed' };
    return this.#change(talk, (record) => editRecord(record, change));
  }

  editChapter({ talk, ...change }: Ask<'editChapter'>): Answer<'editChapter'> {
    return this.#change(talk, (record) => editChapter(record, change, newId()));
  }

  async removeFrom({ talk, what, id }: Ask<'removeFromTalk'>): Promise<Answer<'removeFromTalk'>> {
    const { store, keptSlides } = this.#room.parts;
    const later = await store.talks.answersTo({ talkId: talk });
    const gone = later.filter(({ answerId, questionId }) => what !== 'note' && what !== 'slides' && [answerId, questionId].includes(id));
    for (const { answerId } of gone) await store.talks.removeAnswer({ answerId });
    const record = this.find(talk);
    const edited = record && what !== 'answer' ? removeFrom(record, what, id) : undefined;
    if (!edited) return gone.length > 0 ? { ok: true } : { refused: 'notThere' };
    if (isEnded(edited)) this.#keep(edited);
    if (what === 'slides') await keptSlides.remove(talk, id);
    return { ok: true };
  }

  /** P124: as it was rewritten in the store already; undefined: it is gone from there. */
  rewritten(talk: string, record: TalkRecord | undefined): void {
    if (!this.#byId.has(talk)) return;
    if (record && isEnded(record)) this.#byId.set(talk, record);
    else this.#byId.delete(talk);
  }

  /** T85: row, answers, slides, recording. */
  async remove(talk: string): Promise<void> {
    this.#byId.delete(talk);
    const { store, removeTalkFiles, log } = this.#room.parts;
    await store.talks.remove({ talkId: talk });
    await removeTalkFiles(talk).catch((err: unknown) => log.error({ err }, 'files of a talk could not be deleted'));
  }

  #change(
    talk: string,
    edit: (record: TalkRecord) => { record: TalkRecord } | { refused: Extract<Answer<'editTalk'>, { refused: unknown }>['refused'] },
  ): Answer<'editTalk'> {
    const record = this.find(talk);
    if (!record) return { refused: 'notThere' };
    const edited = edit(record);
    if ('refused' in edited) return edited;
    if (isEnded(edited.record)) this.#keep(edited.record);
    return { ok: true };
  }

  #keep(record: Over): void {
    this.#byId.set(record.id, record);
    const { store, officeId, log } = this.#room.parts;
    store.talks
      .save(storedOf(record, officeId, this.keptUntilMs(record)))
      .catch((err: unknown) => log.error({ err }, 'a talk could not be kept'));
  }
}

const isEnded = (record: TalkRecord): record is Over => record.endedMs !== null;

const laterQuestions = (written: readonly StoredAnswer[]): string[] =>
  written.filter(({ questionId }) => questionId === '').map(({ answerId }) => answerId);

const afterwardsOf = ({ answerId, questionId, text, name, atMs }: StoredAnswer): Afterwards => ({
  ...{ id: answerId, question: questionId, text, name, atMs },
});

/** @param keptUntilMs ms since 1970; null: for ever, or it is on */
export const storedOf = (record: TalkRecord, office: string, keptUntilMs: number | null): StoredTalk => ({
  ...{ kind: record.meeting ? 'meeting' : 'talk', talkId: record.id, office, auditorium: record.auditorium, title: record.settings.title },
  ...{ startedMs: record.startedMs, endedMs: record.endedMs, keptUntilMs, record: JSON.stringify(record) },
});
