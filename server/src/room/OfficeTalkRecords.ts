// What stays of the talks of one office, while they are on: notes, shown slides, names; written every few seconds, so that a talk goes on after a restart.
import { tuning } from '@comptoir/shared/tuning';
import { documentsOf, forgetInTalk } from '../auditorium/forgetPerson.ts';
import { type LiveTalk, sinceStart } from '../auditorium/LiveTalk.ts';
import { newNotes, type TalkNotes } from '../auditorium/notes.ts';
import {
  endRecord,
  interactionOfRecord,
  type KeptDocument,
  recordOf,
  resumeStage,
  type TalkRecord,
  type Turn,
} from '../auditorium/TalkRecord.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { TalkPart } from './OfficeAuditorium.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { OfficeShelf, storedOf } from './OfficeShelf.ts';
import { tellMany } from './tellMany.ts';

const SAVE_TICKS = ticksOf(tuning.recordSaveMs);
/** So long after a restart places are held. */
const HOLD_TICKS = ticksOf(tuning.holdSeatMs);
/** Nothing happens in it: that it is on is written once in so long. */
const SEEN_MS = 60_000;

/** A talk as it is being kept. */
interface Keeping {
  notes: TalkNotes;
  documents: KeptDocument[];
  turns: Turn[];
  /** personId -> as they are called. */
  leaders: Record<string, string>;
  speakers: Record<string, string>;
  lookedTick: number;
  /** Goes on after a restart: hands are up of people who may not come back. */
  isResumed?: boolean;
  /** As it was written last, but for when it was seen. */
  written: string;
  writtenMs: number;
}

export class OfficeTalkRecords implements TalkPart {
  readonly shelf: OfficeShelf;
  readonly #room: OfficeRoom;
  /** By talk. */
  readonly #keepings = new Map<string, Keeping>();

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.shelf = new OfficeShelf(room);
  }

  notesOf(talk: LiveTalk): TalkNotes {
    return this.#keepingOf(talk).notes;
  }

  began(talk: LiveTalk): void {
    // what is told of it names its page: that is there from the first moment
    this.#save(talk, this.#keepingOf(talk));
  }

  /** T83: before anybody comes in. Talks that were on go on; what nobody has seen for longer than a stage stays empty is over. */
  async restore(): Promise<void> {
    await this.shelf.restore();
    const { auditorium, parts } = this.#room;
    for (const stored of await parts.store.talks.unended({ office: parts.officeId })) {
      const record = JSON.parse(stored.record) as TalkRecord;
      // T148: who was in the room is not known any more
      if (record.meeting) {
        this.shelf.add(endRecord(record, record.seenMs));
        continue;
      }
      const { id, settings, startedMs, leaders, speakers } = record;
      const isOver = Date.now() - record.seenMs > tuning.emptyStageMs;
      const kept = { id, auditorium: record.auditorium, settings, startedMs, leaders: Object.keys(leaders) };
      // known before it begins: its parts ask for it
      if (!isOver) this.#keepings.set(id, keepingOf(record));
      const talk = isOver ? undefined : auditorium.resume(kept, Math.floor(this.#room.tickNow()));
      if (!talk) {
        this.#keepings.delete(id);
        this.shelf.add(endRecord(record, record.seenMs));
        continue;
      }
      for (const personId of Object.keys(speakers)) talk.spoke.add(personId);
      if (record.stage) resumeStage(talk, record.stage, 0);
      this.#keepingOf(talk).isResumed = true;
      auditorium.interaction.resume(talk, interactionOfRecord(record));
      await this.#bringSlidesBack(talk, record);
    }
  }

  entered(talk: LiveTalk, personId: string): void {
    const { lines, scribes } = this.notesOf(talk);
    this.#room.clientOf.get(personId)?.send('notes', { all: true, changed: lines, gone: [], scribes: [...scribes] });
  }

  left(): void {
    // whoever wrote notes writes again when they come back
  }

  /** T81: captions are read as they come. */
  tellNotes(talk: LiveTalk, news: { changed?: TalkNotes['lines']; gone?: string[]; scribes?: string[] }): void {
    tellMany(this.#room, this.#room.auditorium.peopleIn(talk), 'notes', { all: false, changed: [], gone: [], ...news });
    this.#save(talk, this.#keepingOf(talk));
  }

  tick(talk: LiveTalk, nowTick: number): void {
    const keeping = this.#keepingOf(talk);
    this.#lookAtSlides(talk, keeping, nowTick);
    if (keeping.isResumed && nowTick >= HOLD_TICKS) this.#forgetAbsent(talk, keeping);
    if (nowTick - keeping.lookedTick < SAVE_TICKS) return;
    keeping.lookedTick = nowTick;
    this.#save(talk, keeping);
  }

  ended(talk: LiveTalk): void {
    const keeping = this.#keepingOf(talk);
    this.#lookAtNames(talk, keeping);
    const nowMs = Date.now();
    this.#keepings.delete(talk.id);
    this.shelf.add(endRecord(this.#recordOf(talk, keeping, nowMs), nowMs));
  }

  /** P124: out of every talk that is on, and of what is kept of it. */
  forget(personId: string): void {
    const { auditorium, parts } = this.#room;
    const nowTick = Math.floor(this.#room.tickNow());
    for (const talk of auditorium.talks()) {
      const keeping = this.#keepingOf(talk);
      forgetInTalk(talk, auditorium.interaction.of(talk), keeping.notes, personId, sinceStart(talk, nowTick, tuning.tickMs));
      delete keeping.leaders[personId];
      delete keeping.speakers[personId];
      for (const id of documentsOf(keeping, personId)) {
        auditorium.slides.forget(talk, id);
        keeping.documents = keeping.documents.filter((one) => one.id !== id);
        keeping.turns = keeping.turns.map((turn) => (turn.document === id ? { ...turn, document: null, page: 0 } : turn));
        void parts.keptSlides.remove(talk.id, id).catch((err: unknown) => parts.log.error({ err }, 'slides could not be deleted'));
      }
      auditorium.changed(talk);
      this.#save(talk, keeping);
    }
  }

  /** The office closes; the talk goes on when it opens again. */
  close(): void {
    for (const talk of this.#room.auditorium.talks()) this.#save(talk, this.#keepingOf(talk));
  }

  #keepingOf({ id }: LiveTalk): Keeping {
    const known = this.#keepings.get(id);
    if (known) return known;
    const keeping: Keeping = {
      ...{ notes: newNotes(), documents: [], turns: [], leaders: {}, speakers: {} },
      ...{ lookedTick: Number.NEGATIVE_INFINITY, written: '', writtenMs: 0 },
    };
    this.#keepings.set(id, keeping);
    return keeping;
  }

  #recordOf(talk: LiveTalk, keeping: Keeping, nowMs: number): TalkRecord {
    return recordOf(talk, { ...keeping, interaction: this.#room.auditorium.interaction.of(talk) }, nowMs);
  }

  #save(talk: LiveTalk, keeping: Keeping): void {
    this.#lookAtNames(talk, keeping);
    const nowMs = Date.now();
    const record = this.#recordOf(talk, keeping, nowMs);
    const written = JSON.stringify({ ...record, seenMs: 0 });
    if (written === keeping.written && nowMs - keeping.writtenMs < SEEN_MS) return;
    keeping.written = written;
    keeping.writtenMs = nowMs;
    const { store, officeId, log } = this.#room.parts;
    store.talks.save(storedOf(record, officeId, null)).catch((err: unknown) => log.error({ err }, 'a talk could not be kept'));
  }

  /** Whoever left is called as they were. */
  #lookAtNames({ leaders, spoke }: LiveTalk, keeping: Keeping): void {
    const { people } = this.#room.state;
    keeping.leaders = Object.fromEntries(leaders.map((id) => [id, people.get(id)?.name ?? keeping.leaders[id] ?? '']));
    for (const id of spoke) keeping.speakers[id] = people.get(id)?.name ?? keeping.speakers[id] ?? '';
  }

  /** T84 */
  #lookAtSlides(talk: LiveTalk, { documents, turns }: Keeping, nowTick: number): void {
    const view = this.#room.auditorium.slides.viewOf(talk);
    const last = turns.at(-1);
    if ((last?.document ?? null) === (view?.id ?? null) && (view === null || last?.page === view.page)) return;
    if (turns.length >= tuning.turnsMost) return;
    const atMs = sinceStart(talk, nowTick, tuning.tickMs);
    // a held key: where it stops is what was shown
    if (last && last.document === view?.id && atMs - last.atMs < tuning.slideTellMs * 5) last.page = view.page;
    else turns.push({ atMs, document: view?.id ?? null, page: view?.page ?? 0 });
    if (!view || documents.some(({ id }) => id === view.id)) return;
    const { id, name, pages, by } = view;
    documents.push({ id, name, pages, by });
    const { slides, keptSlides, log } = this.#room.parts;
    const file = slides.find(id);
    if (!file) return;
    keptSlides.keep(slides.pathOf(file), talk.id, id).catch((err: unknown) => log.error({ err }, 'slides could not be kept'));
  }

  #forgetAbsent(talk: LiveTalk, keeping: Keeping): void {
    keeping.isResumed = false;
    const people = new Set(this.#room.auditorium.peopleIn(talk));
    for (const up of [talk.hands, talk.floor]) for (const personId of [...up.keys()]) if (!people.has(personId)) up.delete(personId);
    this.#room.auditorium.changed(talk);
  }

  async #bringSlidesBack(talk: LiveTalk, { documents, turns }: TalkRecord): Promise<void> {
    const { slides, keptSlides, log } = this.#room.parts;
    // it may be gone from the disk; the talk goes on without it
    for (const document of documents)
      await keptSlides
        .bringBack(slides, { ...document, talk: talk.id, bytes: 0 })
        .catch((err: unknown) => log.error({ err }, 'slides could not be brought back'));
    const shown = documents.find(({ id }) => id === turns.at(-1)?.document);
    if (!shown || !slides.find(shown.id)) return;
    const pageOf = new Map(turns.flatMap(({ document, page }) => (document === null ? [] : [[document, page] as const])));
    this.#room.auditorium.slides.resume(talk, shown, pageOf);
  }
}

const keepingOf = ({ notes, scribes, documents, turns, leaders, speakers }: TalkRecord): Keeping => ({
  ...{ notes: { lines: [...notes], scribes: new Set(scribes) }, documents: [...documents], turns: turns.map((turn) => ({ ...turn })) },
  ...{ leaders: { ...leaders }, speakers: { ...speakers }, lookedTick: Number.NEGATIVE_INFINITY, written: '', writtenMs: 0 },
});
