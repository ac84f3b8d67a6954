// The written words of one office: takes a line, decides who reads it, has it kept where it may be read again. Words of a conversation are in memory only.
import { randomBytes } from 'node:crypto';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Audience, Line, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, findMentions, MOST_UNITS, type Nameable, textProblem } from '@comptoir/shared/words';
import type { Conversation } from '../office/Conversation.ts';
import type { Occupant } from '../office/Office.ts';
import { type Apart, areApart, blocks } from '../office/reachable.ts';
import type { VisitsHere } from '../office/visits.ts';
import { Breaths, dropLines, type KeptLine, keepLine, linesFor } from '../office/words.ts';
import type { Addressee } from '../store/contacts.ts';
import type { KeptLines } from './KeptLines.ts';
import { quoteOf } from './quoteOf.ts';

/** What the words ask of the office. */
export interface WordsPort {
  /** Everybody who has a place here, also those whose connection is lost. */
  occupants: ReadonlyMap<string, Pick<Occupant, 'personId'>>;
  nameOf(personId: string): string | undefined;
  /** In which this person is a member: listeners neither write nor read (W1). */
  conversationOf(personId: string): Pick<Conversation, 'id' | 'members'> | undefined;
  tell<T extends keyof TalkServerMessages>(personId: string, type: T, message: TalkServerMessages[T]): void;
  /** The same to many, packed once. */
  tellMany<T extends keyof TalkServerMessages>(people: Iterable<string>, type: T, message: TalkServerMessages[T]): void;
  /** On every page of this person, in whatever office of this server. @returns whether there is one */
  tellAnywhere<T extends keyof TalkServerMessages>(personId: string, type: T, message: TalkServerMessages[T]): boolean;
  /** The same, but for this office. */
  tellElsewhere<T extends keyof TalkServerMessages>(personId: string, type: T, message: TalkServerMessages[T]): void;
  /** Who neither reads nor is read by whom. */
  apart: Apart;
  visits: VisitsHere;
  /** Undefined: there is none of this id. */
  topic(id: string): { closed: boolean } | undefined;
  /** W6: whom an @ names, of these and of those of this office who are not here. */
  mentioned(text: string, here: readonly Nameable[]): Promise<string[]>;
  /** Somebody of this office who is not here; undefined: nobody may write to them. */
  addressee(toId: string, fromId: string): Promise<Addressee | undefined>;
  /** W50: they are nowhere on this server. */
  wroteToAbsent(line: Line): void;
  /** Milliseconds since 1970. */
  nowMs(): number;
  kept: KeptLines;
}

type Who = Pick<Occupant, 'personId'>;
type Say = Pick<Ask<'say'>, 'replyTo' | 'files'>;

interface Reach {
  /** Personids, the writer too. */
  readers: readonly string[];
  conversation?: string;
  hiddenFrom?: string | undefined;
}

const REFUSED_TO = { conversation: 'notInConversation', office: 'notHere', topic: 'notThere', person: 'notHere' } as const;
const ID_DIGITS = 9;

export class OfficeWords {
  readonly #port: WordsPort;
  readonly #breaths = new Breaths();
  readonly #toldTyping = new Map<string, number>();
  /** By conversation id. */
  readonly #spoken = new Map<string, KeptLine[]>();
  /** Differs after a restart and from office to office: no two lines that are kept have the same id. */
  readonly #series = randomBytes(8).toString('hex');
  #count = 0;

  constructor(port: WordsPort) {
    this.#port = port;
  }

  say({ personId }: Who, to: Audience, text: string, more: Say = {}): Answer<'say'> | Promise<Answer<'say'>> {
    if (this.#isElsewhere(personId, to)) return { refused: 'notAllowed' };
    const reach = this.#reachOf(personId, to);
    if (!reach && to.kind !== 'person') return { refused: REFUSED_TO[to.kind] };
    if (to.kind === 'person' && blocks(this.#port.apart, personId, to.id)) return { refused: 'doNotDisturb' };
    if (to.kind === 'topic' && this.#port.topic(to.id)?.closed) return { refused: 'topicClosed' };
    // far too long is known without counting, and costs no breath
    if (text.length > 2 * MOST_UNITS) return { refused: 'textTooLong' };
    if (to.kind === 'person' && (to.id === personId || this.#isNobody(personId, to.id))) return { refused: 'notHere' };
    if (!this.breathes(personId)) return { refused: 'tooMany' };
    const cleaned = cleanText(text);
    const problem = textProblem(cleaned);
    if (problem && !(problem === 'textEmpty' && more.files?.length)) return { refused: problem };
    if (to.kind !== 'conversation') return this.#sayToStay(personId, to, cleaned, reach, more);
    if (!reach || more.replyTo !== undefined || more.files?.length) return { refused: 'notThere' };
    const line = this.#lineOf(personId, to, cleaned, reach);
    this.#keepSpoken(line, this.#readersOf(reach, personId));
    this.#tell(line, reach);
    return { ok: true, line };
  }

  /** W20: whoever is answered may rely on it, and nobody reads what did not reach the disk. */
  async #sayToStay(
    personId: string,
    to: Audience,
    text: string,
    here: Reach | undefined,
    { replyTo, files = [] }: Say,
  ): Promise<Answer<'say'>> {
    const { kept } = this.#port;
    const reach = here ?? (to.kind === 'person' ? await this.#reachOfAbsent(personId, to.id) : undefined);
    if (!reach) return { refused: 'notHere' };
    const quote = replyTo === undefined ? undefined : await quoteOf(kept, replyTo, { personId, to });
    if (replyTo !== undefined && !quote) return { refused: 'notThere' };
    const mentions = await this.mentionsToStay(text, to, reach.readers, personId);
    const line = await kept.keep(
      { ...this.#lineOf(personId, to, text, reach), mentions, ...(quote ? { replyTo: quote } : {}) },
      { files: [...new Set(files)], hiddenFrom: reach.hiddenFrom },
    );
    if ('refused' in line) return line;
    this.#tell(line, reach);
    return { ok: true, line };
  }

  #lineOf(personId: string, to: Audience, text: string, reach: Reach): Line {
    return {
      id: `${this.#series}-${String(++this.#count).padStart(ID_DIGITS, '0')}`,
      from: personId,
      name: this.#port.nameOf(personId) ?? '',
      to,
      ...(reach.conversation === undefined ? {} : { conversation: reach.conversation }),
      text,
      atMs: this.#port.nowMs(),
      mentions: this.#mentionsIn(text, reach.readers, personId),
    };
  }

  /** P37: what is said across a block is read by nobody else, and whoever says it does not learn of that. */
  #readersOf({ readers, hiddenFrom }: Reach, writer: string): ReadonlySet<string> {
    return new Set(readers.filter((reader) => reader !== hiddenFrom && this.#mayRead(reader, writer)));
  }

  #tellOthers<T extends keyof TalkServerMessages>(reach: Reach, writer: string, type: T, message: TalkServerMessages[T]): void {
    const others = [...this.#readersOf(reach, writer)].filter((reader) => reader !== writer);
    this.#port.tellMany(others, type, message);
  }

  #tell(line: Line, reach: Reach): void {
    const { from, to } = line;
    // for those who read it they are no longer writing: when they begin again that is told at once
    this.#toldTyping.delete(from);
    if (to.kind !== 'person') {
      this.#tellOthers(reach, from, 'said', line);
      return;
    }
    // W22: on all pages of the two; this one has its answer
    this.#port.tellElsewhere(from, 'said', line);
    if (reach.hiddenFrom === to.id) return;
    if (!this.#port.tellAnywhere(to.id, 'said', line) && this.#port.kept.stays(to)) this.#port.wroteToAbsent(line);
  }

  /** Told on at most every `typingEveryMs`; nobody is told of what is never sent. */
  typing({ personId }: Who, to: Audience): void {
    const reach = this.#isElsewhere(personId, to) ? undefined : this.#reachOf(personId, to);
    if (!reach) return;
    if (to.kind !== 'person' && reach.readers.length > tuning.typingMost) return;
    const nowMs = this.#port.nowMs();
    // one writes in one place at a time: a forged client that says more is told on no more often
    if (nowMs - (this.#toldTyping.get(personId) ?? Number.NEGATIVE_INFINITY) < tuning.typingEveryMs / 2) return;
    this.#toldTyping.set(personId, nowMs);
    this.#tellOthers(reach, personId, 'typing', { from: personId, to });
  }

  /** W4: whoever came back into a conversation reads again what they had read. */
  joinedConversation(personId: string, conversationId: string): void {
    this.#tellAgain(personId, linesFor(this.#spoken.get(conversationId) ?? [], personId));
  }

  /** After each welcome: the office's words, those of the conversation one is still in; and a moment later one's own direct ones. */
  cameIn(personId: string): Promise<void> {
    const conversation = this.#port.conversationOf(personId);
    const spoken = conversation ? linesFor(this.#spoken.get(conversation.id) ?? [], personId) : [];
    const office = this.#port.visits.isOnVisit(personId) ? [] : linesFor(this.#port.kept.office, personId);
    this.#tellAgain(personId, [...office, ...spoken]);
    // a store that fails says so itself
    return this.#tellDirect(personId).catch(() => undefined);
  }

  async #tellDirect(personId: string): Promise<void> {
    this.#tellAgain(personId, await this.#port.kept.direct({ personId, apart: this.apartOf(personId) }));
  }

  /** Direct words of two, and those of the conversation they are in, as far as both could read them; the oldest first. */
  async readByBoth(one: string, other: string): Promise<Line[]> {
    const { id = '' } = this.#port.conversationOf(one) ?? {};
    const spoken = (this.#spoken.get(id) ?? []).filter(({ readers }) => readers?.has(one) && readers.has(other));
    const direct = await this.#port.kept.between(one, other);
    return [...direct, ...spoken.map(({ line }) => line)].sort((a, b) => a.atMs - b.atMs);
  }

  /** P12: on a visit one writes to the conversation, and to who is in the same area. */
  #isElsewhere(personId: string, to: Audience): boolean {
    const { visits, occupants } = this.#port;
    if (to.kind === 'office' || to.kind === 'topic') return visits.isOnVisit(personId);
    return to.kind === 'person' && (occupants.has(to.id) ? visits.areElsewhere(personId, to.id) : false);
  }

  /** Whom they neither read nor are read by, as far as it is known here. */
  apartOf(personId: string): string[] {
    const known = this.#port.apart.get(personId);
    return known ? [...new Set([...known.mine, ...known.ofMe])] : [];
  }

  #mayRead(reader: string, writer: string): boolean {
    return !areApart(this.#port.apart, reader, writer);
  }

  #tellAgain(personId: string, kept: readonly Line[]): void {
    const lines = kept.filter(({ from }) => this.#mayRead(personId, from));
    if (lines.length > 0) this.#port.tell(personId, 'saidBefore', lines);
  }

  /** A line of a conversation that is still on, and who may have read it. */
  findSpoken(lineId: string): { line: Line; readers: Iterable<string> } | undefined {
    const spoken = [...this.#spoken.values()].flatMap((kept) => kept.find(({ line }) => line.id === lineId) ?? [])[0];
    return spoken && { line: spoken.line, readers: spoken.readers ?? [] };
  }

  dropSpoken(lineId: string): void {
    for (const kept of this.#spoken.values()) dropLines(kept, ({ id }) => id === lineId);
  }

  conversationEnded(conversationId: string): void {
    this.#spoken.delete(conversationId);
  }

  /** Gone from the office, not only disconnected. */
  left(personId: string): void {
    this.#toldTyping.delete(personId);
  }

  #reachOf(personId: string, to: Audience): Reach | undefined {
    const { occupants } = this.#port;
    switch (to.kind) {
      case 'topic':
        return this.#port.topic(to.id) && { readers: this.everywhere() };
      case 'office':
        return { readers: this.everywhere() };
      case 'person': {
        if (to.id === personId || !occupants.has(to.id)) return undefined;
        return { readers: [personId, to.id], hiddenFrom: this.#mayRead(to.id, personId) ? undefined : to.id };
      }
      case 'conversation': {
        const conversation = this.#port.conversationOf(personId);
        return conversation?.members.has(personId)
          ? { readers: [...conversation.members.keys()], conversation: conversation.id }
          : undefined;
      }
    }
  }

  /** Those who read what is said to everybody, and in topics. */
  everywhere(): string[] {
    return [...this.#port.occupants.keys()].filter((id) => !this.#port.visits.isOnVisit(id));
  }

  /** Not here, and never to be found by this person: on a visit one writes to who is beside, and what does not stay reaches nobody later. */
  #isNobody(personId: string, toId: string): boolean {
    const { occupants, visits, kept } = this.#port;
    return !occupants.has(toId) && (visits.isOnVisit(personId) || !kept.stays({ kind: 'person', id: toId }));
  }

  async #reachOfAbsent(personId: string, toId: string): Promise<Reach | undefined> {
    const known = await this.#port.addressee(toId, personId).catch(() => undefined);
    return known && { readers: [personId, toId], hiddenFrom: known.blocks ? toId : undefined };
  }

  /** W3: takes one line's breath. */
  breathes(personId: string): boolean {
    return this.#breaths.take(personId, this.#port.nowMs());
  }

  #keepSpoken(line: Line, readers: ReadonlySet<string>): void {
    if (line.conversation === undefined) return;
    const kept = this.#spoken.get(line.conversation) ?? [];
    keepLine(kept, { line, readers }, tuning.conversationLinesKept);
    this.#spoken.set(line.conversation, kept);
  }

  /** W6: of those who read it now, and of those who may read it when they come. */
  async mentionsToStay(text: string, to: Audience, readers: readonly string[], writer: string): Promise<string[]> {
    if (to.kind === 'person' || !this.#port.kept.stays(to) || !text.includes('@')) return this.#mentionsIn(text, readers, writer);
    const found = await this.#port.mentioned(text, this.#nameable(readers, writer)).catch(() => undefined);
    return found ? found.filter((id) => id !== writer && this.#mayRead(id, writer)) : this.#mentionsIn(text, readers, writer);
  }

  #mentionsIn(text: string, readers: readonly string[], writer: string): string[] {
    if (!text.includes('@')) return [];
    return [...new Set(findMentions(text, this.#nameable(readers, writer)).flatMap(({ personIds }) => personIds))];
  }

  #nameable(readers: readonly string[], writer: string): Nameable[] {
    return readers.flatMap((personId) => {
      const name = personId === writer || !this.#mayRead(personId, writer) ? undefined : this.#port.nameOf(personId);
      return name === undefined ? [] : [{ personId, name }];
    });
  }
}
