// What stays of words in one office: changed and erased by who said it, marked, read again, searched, counted as unread.
import { wantedWords } from '@comptoir/shared/foldWords';
import { may } from '@comptoir/shared/permissions';
import type { ChannelServerMessages, KeptChannel } from '@comptoir/shared/protocol/channels';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, MOST_UNITS, textProblem } from '@comptoir/shared/words';
import { isOneEmoji } from '../office/emoji.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { Breaths, type Pace } from '../office/words.ts';
import { officeChannel, otherOf, pairChannel, topicChannel, topicOf } from '../store/channelKeys.ts';
import { allOf } from '../store/foldedLine.ts';
import type { Reader } from '../store/history.ts';
import type { StoredLine } from '../store/storedLines.ts';
import type { FoundLine } from './KeptLines.ts';
import { lineOf } from './lineOf.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { tellMany } from './tellMany.ts';

/** Searching asks much of the database: as fast as somebody types and thinks. */
const LOOKS: Pace = { atOnce: tuning.searchesAtOnce, perMinute: tuning.searchesPerMinute };
/** Ids are short, but messages have a largest size. */
const FORGOTTEN_AT_ONCE = 500;
type Refused = { refused: 'notAllowed' | 'notThere' | 'notHere' };
const MORE_THAN_SHOWN = tuning.linesPerAnswer + 1;

export class OfficeChannels {
  readonly #room: OfficeRoom;
  readonly #looks = new Breaths(LOOKS);

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** After each welcome. */
  cameIn({ personId, visit }: Occupant): void {
    const { store, officeId } = this.#room.parts;
    // W26: what was said before they came for the first time is not unread
    if (!visit) void store.readMarks.begin({ personId, channel: officeChannel(officeId), atMs: Date.now() });
    // a store that fails says so itself
    this.#tellChannels(personId).catch(() => undefined);
  }

  /** W23 */
  async edit(who: Occupant, { line: lineId, text }: Ask<'editLine'>): Promise<Answer<'editLine'>> {
    const { words, kept } = this.#room.talk;
    if (text.length > 2 * MOST_UNITS) return { refused: 'textTooLong' };
    const found = await this.#readable(who, lineId);
    if ('refused' in found) return found;
    const { line } = found;
    if (line.from !== who.personId) return { refused: 'notYours' };
    if (this.#isClosed(line)) return { refused: 'topicClosed' };
    if (!words.breathes(who.personId)) return { refused: 'tooMany' };
    const cleaned = cleanText(text);
    const problem = textProblem(cleaned);
    if (problem && !(problem === 'textEmpty' && line.files)) return { refused: problem };
    const mentions = await words.mentionsToStay(cleaned, line.to, this.#peopleOf(found), who.personId);
    const edited = { ...line, text: cleaned, mentions, editedMs: Date.now() };
    if (!(await kept.edit(edited))) return { refused: 'notKept' };
    this.#tellChanged(edited, found);
    return { ok: true, line: edited };
  }

  /** W25 */
  async react(who: Occupant, { line: lineId, emoji, on }: Ask<'react'>): Promise<Answer<'react'>> {
    const { personId } = who;
    const { words, kept } = this.#room.talk;
    if (!isOneEmoji(emoji)) return { refused: 'notEmoji' };
    const found = await this.#readable(who, lineId);
    if ('refused' in found) return found;
    if (this.#isClosed(found.line)) return { refused: 'topicClosed' };
    if (!words.breathes(personId)) return { refused: 'tooMany' };
    const line = await kept.react(found.line, { personId, emoji, on });
    if ('refused' in line) return line;
    this.#tellChanged(line, found);
    return { ok: true };
  }

  /** W15: gone for those who read it, and from the disk. */
  async eraseLine(who: Occupant, lineId: string): Promise<Answer<'eraseLine'>> {
    const { words } = this.#room.talk;
    const spoken = words.findSpoken(lineId);
    if (spoken) {
      if (spoken.line.from !== who.personId) return { refused: 'notAllowed' };
      words.dropSpoken(lineId);
      for (const reader of spoken.readers) this.#room.talk.tell(reader, 'erased', { lines: [lineId] });
      return { ok: true };
    }
    const found = await this.#readable(who, lineId);
    if ('refused' in found) return found;
    const mayErase = found.line.from === who.personId || (found.line.to.kind !== 'person' && may(rankOf(who), 'eraseLines'));
    if (!mayErase) return { refused: 'notAllowed' };
    if (!(await this.#erase([lineId], found))) return { refused: 'notKept' };
    if (found.line.from !== who.personId)
      this.#room.hosting.audit({ by: who, act: 'eraseLine', target: found.line.name, whose: [found.line.from] });
    return { ok: true };
  }

  async eraseMine({ personId }: Pick<Occupant, 'personId'>): Promise<Answer<'eraseMine'>> {
    const ids = await this.#room.talk.kept.openBy(personId);
    if (ids.length > 0 && !(await this.#erase(ids))) return { refused: 'notKept' };
    return { ok: true, count: ids.length };
  }

  /** Gone from the store already. */
  forget(lineIds: readonly string[]): void {
    this.#room.talk.kept.drop(lineIds);
    for (let from = 0; from < lineIds.length; from += FORGOTTEN_AT_ONCE) {
      const lines = lineIds.slice(from, from + FORGOTTEN_AT_ONCE);
      tellMany(this.#room, this.#room.clientOf.keys(), 'erased', { lines });
    }
  }

  /** W21 */
  async history(who: Occupant, { of, ...where }: Ask<'history'>): Promise<Answer<'history'>> {
    const channel = this.#channelOf(who, of);
    if (typeof channel === 'object') return channel;
    const { store, instanceKey } = this.#room.parts;
    const page = await store.history.page({ channel, reader: this.#readerOf(who), ...where, limit: tuning.linesPerAnswer });
    if (!page) return { refused: 'notThere' };
    return { ok: true, lines: page.lines.map((stored) => lineOf(instanceKey, stored)), more: page.more, later: page.later };
  }

  /** W40 */
  async search(who: Occupant, { text, of, before }: Ask<'searchWords'>): Promise<Answer<'searchWords'>> {
    const { store, instanceKey: key, officeId } = this.#room.parts;
    const channel = of && this.#channelOf(who, of);
    if (typeof channel === 'object') return channel;
    const wanted = wantedWords(text);
    if (!wanted) return { ok: true, found: [], more: false };
    if (!this.#looks.take(who.personId, Date.now())) return { refused: 'tooMany' };
    const beforeSeq = before === undefined ? undefined : (await store.lines.find({ lineId: before }))?.seq;
    if (before !== undefined && beforeSeq === undefined) return { refused: 'notThere' };
    const asked = { wanted, reader: this.#readerOf(who), beforeSeq, limit: MORE_THAN_SHOWN };
    const isOpen = !who.visit && of?.kind !== 'person';
    const isDirect = of === undefined || of.kind === 'person';
    const [open, direct] = await Promise.all([
      isOpen ? store.search.open({ ...asked, scope: channel ?? allOf(officeId) }) : [],
      isDirect ? store.search.direct({ ...asked, key, channel, most: tuning.directSearched }) : [],
    ]);
    const found = [...open, ...direct].sort((a: StoredLine, b: StoredLine) => b.seq - a.seq);
    const shown = found.slice(0, tuning.linesPerAnswer).map((stored) => lineOf(key, stored));
    return { ok: true, found: shown, more: found.length > tuning.linesPerAnswer };
  }

  /** W26: on all pages of this person. */
  async readUpTo(who: Occupant, { of, line }: Ask<'readUpTo'>): Promise<Answer<'readUpTo'>> {
    const channel = this.#channelOf(who, of);
    if (typeof channel === 'object') return channel;
    const { personId } = who;
    const { store, people } = this.#room.parts;
    const isNews = await store.readMarks.readUpTo({ personId, channel, lineId: line }).catch(() => null);
    if (isNews === null) return { refused: 'notKept' };
    if (isNews === undefined) return { refused: 'notThere' };
    if (isNews) people.elsewhere(this.#room, { kind: 'marks', personId });
    return { ok: true };
  }

  /** On another page of theirs. */
  readElsewhere(personId: string): void {
    this.#tellChannels(personId).catch(() => undefined);
  }

  /** W27 */
  async findPeople({ personId, visit }: Occupant, { text }: Ask<'findPeople'>): Promise<Answer<'findPeople'>> {
    if (visit) return { refused: 'notAllowed' };
    if (!this.#looks.take(personId, Date.now())) return { refused: 'tooMany' };
    const { store, officeId } = this.#room.parts;
    const not = [personId, ...(this.#room.talk.talks.apart.get(personId)?.mine ?? [])];
    const found = await store.contacts.find({ office: officeId, nowMs: Date.now(), text, not, limit: tuning.peopleFound });
    const { occupants } = this.#room.floor.office;
    return { ok: true, people: found.map((person) => ({ ...person, here: occupants.has(person.personId) })) };
  }

  async #tellChannels(personId: string): Promise<void> {
    const { store, officeId } = this.#room.parts;
    const occupant = this.#room.floor.office.occupants.get(personId);
    if (!occupant) return;
    const since = officeChannel(officeId);
    const channels = occupant.visit ? [] : [since, ...this.#room.threads.topics.ids().map(topicChannel)];
    const states = await store.readMarks.of({ reader: this.#readerOf(occupant), channels, since });
    const others = states.flatMap(({ channel }) => otherOf(channel, personId) ?? []);
    const named = new Map((await store.contacts.named({ personIds: others })).map((person) => [person.personId, person]));
    const told = states.flatMap(({ channel, ...state }): ChannelServerMessages['channels'] => {
      const other = otherOf(channel, personId);
      if (other === undefined) {
        const topic = topicOf(channel);
        return [{ of: topic === undefined ? { kind: 'office' } : { kind: 'topic', id: topic }, ...state }];
      }
      const person = named.get(other);
      return [{ of: { kind: 'person', id: other }, ...state, ...(person ? { person } : {}) }];
    });
    this.#room.tell(occupant, 'channels', told);
  }

  #readerOf({ personId }: Pick<Occupant, 'personId'>): Reader {
    return { personId, apart: this.#room.talk.words.apartOf(personId) };
  }

  /** Its name in the store. P12: on a visit there are only one's own direct lines. */
  #channelOf({ personId, visit }: Occupant, of: KeptChannel): string | Refused {
    if (of.kind === 'person') return of.id === personId ? { refused: 'notHere' } : pairChannel(personId, of.id);
    if (visit) return { refused: 'notAllowed' };
    if (of.kind === 'office') return officeChannel(this.#room.parts.officeId);
    return this.#room.threads.topics.find(of.id) ? topicChannel(of.id) : { refused: 'notThere' };
  }

  /** A line that stays and that this person may read. */
  async #readable({ personId, visit }: Occupant, lineId: string): Promise<FoundLine | Refused> {
    const found = await this.#room.talk.kept.find(lineId);
    if (!found) return { refused: 'notThere' };
    const { line, office, hiddenFrom } = found;
    const isMine = line.from === personId;
    if (line.to.kind === 'person') {
      const isTheirs = isMine || (line.to.id === personId && hiddenFrom !== personId);
      return isTheirs && (isMine || !this.#isApart(personId, line)) ? found : { refused: 'notThere' };
    }
    return office === this.#room.parts.officeId && !visit && (isMine || !this.#isApart(personId, line)) ? found : { refused: 'notThere' };
  }

  #isApart(personId: string, { from }: Line): boolean {
    return this.#room.talk.words.apartOf(personId).includes(from);
  }

  #isClosed({ to }: Line): boolean {
    return to.kind === 'topic' && this.#room.threads.topics.find(to.id)?.closed !== false;
  }

  #peopleOf({ line: { from, to }, hiddenFrom }: Pick<FoundLine, 'line' | 'hiddenFrom'>): string[] {
    if (to.kind === 'person') return hiddenFrom === to.id ? [from] : [from, to.id];
    return this.#room.talk.words.everywhere();
  }

  #tellChanged(line: Line, { hiddenFrom }: Pick<FoundLine, 'hiddenFrom'>): void {
    const { people } = this.#room.parts;
    const readers = this.#peopleOf({ line, hiddenFrom }).filter((id) => id === line.from || !this.#isApart(id, line));
    if (line.to.kind !== 'person') tellMany(this.#room, readers, 'lineChanged', line);
    else for (const personId of readers) people.tell(personId, 'lineChanged', line);
  }

  /** @param found of a line to one person; absent: of lines that everybody here could read */
  async #erase(lineIds: readonly string[], found?: FoundLine): Promise<boolean> {
    const { kept, words } = this.#room.talk;
    const quoting = await kept.erase(lineIds);
    if (!quoting) return false;
    const { people } = this.#room.parts;
    if (found?.line.to.kind === 'person')
      for (const personId of this.#peopleOf(found)) people.tell(personId, 'erased', { lines: [...lineIds] });
    else tellMany(this.#room, words.everywhere(), 'erased', { lines: [...lineIds] });
    // W24: their quotes say nothing any more
    for (const one of quoting) this.#tellChanged(one.line, one);
    return true;
  }
}
