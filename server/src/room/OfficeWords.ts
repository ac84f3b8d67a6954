// The written words of one office: takes a line, decides who reads it, keeps what may be read again. Only what is said to everybody outlives a restart.
import { randomBytes } from 'node:crypto';
import { may } from '@comptoir/shared/permissions';
import type { Answer } from '@comptoir/shared/protocol/requests';
import type { Audience, Line, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, findMentions, MOST_UNITS, type Nameable, textProblem } from '@comptoir/shared/words';
import type { Conversation } from '../office/Conversation.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { type Apart, areApart, blocks } from '../office/reachable.ts';
import type { VisitsHere } from '../office/visits.ts';
import { type Breath, breathe, DirectWords, dropLines, fullBreath, isRested, type KeptLine, keepLine, linesFor } from '../office/words.ts';
import type { OfficeMemory } from './OfficeParts.ts';

/** What the words ask of the office. */
export interface WordsPort {
  /** Everybody who has a place here, also those whose connection is lost. */
  occupants: ReadonlyMap<string, Pick<Occupant, 'personId'>>;
  nameOf(personId: string): string | undefined;
  /** In which this person is a member: listeners neither write nor read (W1). */
  conversationOf(personId: string): Pick<Conversation, 'id' | 'members'> | undefined;
  tell<T extends keyof TalkServerMessages>(personId: string, type: T, message: TalkServerMessages[T]): void;
  /** Who neither reads nor is read by whom. */
  apart: Apart;
  visits: VisitsHere;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** W14: what was said to everybody. */
  memory: Pick<OfficeMemory, 'linesSaid' | 'forgetOldLines' | 'keepLine' | 'eraseLines'>;
}

interface Reach {
  /** Personids, the writer too. */
  readers: Iterable<string>;
  conversation?: string;
}

const REFUSED_TO = { conversation: 'notInConversation', office: 'notHere', person: 'notHere' } as const;
/** Above so many remembered breaths the rested ones are forgotten. */
const BREATHS_KEPT = 1000;
const ID_DIGITS = 9;

export class OfficeWords {
  readonly #port: WordsPort;
  readonly #breaths = new Map<string, Breath>();
  readonly #toldTyping = new Map<string, number>();
  readonly #office: KeptLine[] = [];
  readonly #direct = new DirectWords();
  /** By conversation id. */
  readonly #spoken = new Map<string, KeptLine[]>();
  /** Differs after a restart: lines that clients still show are never taken for new ones. */
  readonly #series = randomBytes(4).toString('hex');
  #count = 0;

  constructor(port: WordsPort) {
    this.#port = port;
  }

  /** W14: with each new day. */
  forgetOld(): void {
    const beforeMs = this.#port.memory.forgetOldLines();
    dropLines(this.#office, ({ atMs }) => atMs < beforeMs);
  }

  /** W14: as the office opens. */
  async restore(): Promise<void> {
    for (const line of await this.#port.memory.linesSaid()) keepLine(this.#office, { line }, tuning.officeLinesKept);
  }

  say({ personId }: Pick<Occupant, 'personId'>, to: Audience, text: string): Answer<'say'> {
    if (this.#isElsewhere(personId, to)) return { refused: 'notAllowed' };
    const reach = this.#reachOf(personId, to);
    if (!reach) return { refused: REFUSED_TO[to.kind] };
    if (to.kind === 'person' && blocks(this.#port.apart, personId, to.id)) return { refused: 'doNotDisturb' };
    // far too long is known without counting, and costs no breath
    if (text.length > 2 * MOST_UNITS) return { refused: 'textTooLong' };
    if (!this.#breathes(personId)) return { refused: 'tooMany' };
    const cleaned = cleanText(text);
    const problem = textProblem(cleaned);
    if (problem) return { refused: problem };
    // P37: what is said across a block is read by nobody else, and whoever says it does not learn of that
    const readers = new Set([...reach.readers].filter((reader) => this.#mayRead(reader, personId)));
    const line: Line = {
      id: `${this.#series}-${String(++this.#count).padStart(ID_DIGITS, '0')}`,
      from: personId,
      name: this.#port.nameOf(personId) ?? '',
      to,
      ...(reach.conversation === undefined ? {} : { conversation: reach.conversation }),
      text: cleaned,
      atMs: this.#port.nowMs(),
      mentions: this.#mentionsIn(cleaned, readers, personId),
    };
    this.#keep(line, readers, reach.conversation);
    // for those who read it they are no longer writing: when they begin again that is told at once
    this.#toldTyping.delete(personId);
    for (const reader of readers) if (reader !== personId) this.#port.tell(reader, 'said', line);
    return { ok: true, line };
  }

  /** Told on at most every `typingEveryMs`; nobody is told of what is never sent. */
  typing({ personId }: Pick<Occupant, 'personId'>, to: Audience): void {
    const reach = this.#isElsewhere(personId, to) ? undefined : this.#reachOf(personId, to);
    if (!reach) return;
    const readers = [...reach.readers];
    if (to.kind !== 'person' && readers.length > tuning.typingMost) return;
    const nowMs = this.#port.nowMs();
    // one writes in one place at a time: a forged client that says more is told on no more often
    if (nowMs - (this.#toldTyping.get(personId) ?? Number.NEGATIVE_INFINITY) < tuning.typingEveryMs / 2) return;
    this.#toldTyping.set(personId, nowMs);
    for (const reader of readers)
      if (reader !== personId && this.#mayRead(reader, personId)) this.#port.tell(reader, 'typing', { from: personId, to });
  }

  /** W4: whoever came back into a conversation reads again what they had read. */
  joinedConversation(personId: string, conversationId: string): void {
    this.#tellAgain(personId, linesFor(this.#spoken.get(conversationId) ?? [], personId));
  }

  /** After each welcome: the office's words, one's own direct ones, those of the conversation one is still in. */
  cameIn(personId: string): void {
    const conversation = this.#port.conversationOf(personId);
    const spoken = conversation ? linesFor(this.#spoken.get(conversation.id) ?? [], personId) : [];
    const office = this.#port.visits.isOnVisit(personId) ? [] : linesFor(this.#office, personId);
    this.#tellAgain(personId, [...office, ...this.#direct.linesOf(personId), ...spoken]);
  }

  /** Direct words of two, and those of the conversation they are in, as far as both could read them; the oldest first. */
  readByBoth(one: string, other: string): Line[] {
    const { id = '' } = this.#port.conversationOf(one) ?? {};
    const spoken = (this.#spoken.get(id) ?? []).filter(({ readers }) => readers?.has(one) && readers.has(other));
    return [...this.#direct.linesBetween(one, other), ...spoken.map(({ line }) => line)].sort((a, b) => a.atMs - b.atMs);
  }

  /** P12: on a visit one writes to the conversation, and to who is in the same area. */
  #isElsewhere(personId: string, to: Audience): boolean {
    const { visits } = this.#port;
    if (to.kind === 'office') return visits.isOnVisit(personId);
    return to.kind === 'person' && visits.areElsewhere(personId, to.id);
  }

  #mayRead(reader: string, writer: string): boolean {
    return !areApart(this.#port.apart, reader, writer);
  }

  #tellAgain(personId: string, kept: readonly Line[]): void {
    const lines = kept.filter(({ from }) => this.#mayRead(personId, from));
    if (lines.length > 0) this.#port.tell(personId, 'saidBefore', lines);
  }

  /** W15: gone for those who read it, and from the disk. */
  async eraseLine(who: Occupant, lineId: string): Promise<Answer<'eraseLine'>> {
    const found = this.#find(lineId);
    if (!found) return { refused: 'notThere' };
    const { line, readers } = found;
    const mayErase = line.from === who.personId || (line.to.kind === 'office' && may(rankOf(who), 'eraseLines'));
    if (!mayErase) return { refused: 'notAllowed' };
    await this.#erase([line], readers);
    return { ok: true };
  }

  async eraseMine({ personId }: Pick<Occupant, 'personId'>): Promise<Answer<'eraseMine'>> {
    const mine = this.#office.map(({ line }) => line).filter(({ from }) => from === personId);
    await this.#erase(mine, this.#port.occupants.keys());
    return { ok: true, count: mine.length };
  }

  /** A kept line and who may have read it. */
  #find(lineId: string): { line: Line; readers: Iterable<string> } | undefined {
    const isIt = ({ line }: KeptLine): boolean => line.id === lineId;
    const said = this.#office.find(isIt);
    if (said) return { line: said.line, readers: this.#port.occupants.keys() };
    const direct = this.#direct.find(lineId);
    if (direct?.to.kind === 'person') return { line: direct, readers: [direct.from, direct.to.id] };
    const spoken = [...this.#spoken.values()].flatMap((kept) => kept.find(isIt) ?? [])[0];
    return spoken && { line: spoken.line, readers: spoken.readers ?? [] };
  }

  async #erase(lines: readonly Line[], readers: Iterable<string>): Promise<void> {
    if (lines.length === 0) return;
    const ids = new Set(lines.map(({ id }) => id));
    for (const kept of [this.#office, ...this.#spoken.values()]) dropLines(kept, ({ id }) => ids.has(id));
    for (const { id } of lines) this.#direct.drop(id);
    const said = lines.filter(({ to }) => to.kind === 'office').map(({ id }) => id);
    for (const reader of readers) this.#port.tell(reader, 'erased', { lines: [...ids] });
    // whoever is answered may rely on it, whatever happens to the server then
    if (said.length > 0) await this.#port.memory.eraseLines(said);
  }

  conversationEnded(conversationId: string): void {
    this.#spoken.delete(conversationId);
  }

  /** W5: gone from the office, not only disconnected. */
  left(personId: string): void {
    this.#direct.left(personId, (other) => other !== personId && this.#port.occupants.has(other));
    this.#toldTyping.delete(personId);
  }

  #reachOf(personId: string, to: Audience): Reach | undefined {
    const { occupants } = this.#port;
    switch (to.kind) {
      case 'office':
        return { readers: [...occupants.keys()].filter((id) => !this.#port.visits.isOnVisit(id)) };
      case 'person':
        return to.id !== personId && occupants.has(to.id) ? { readers: [personId, to.id] } : undefined;
      case 'conversation': {
        const conversation = this.#port.conversationOf(personId);
        return conversation?.members.has(personId) ? { readers: conversation.members.keys(), conversation: conversation.id } : undefined;
      }
    }
  }

  #breathes(personId: string): boolean {
    const nowMs = this.#port.nowMs();
    const left = breathe(this.#breaths.get(personId) ?? fullBreath(nowMs), nowMs);
    if (!left) return false;
    if (this.#breaths.size >= BREATHS_KEPT)
      for (const [other, breath] of this.#breaths) if (isRested(breath, nowMs)) this.#breaths.delete(other);
    this.#breaths.set(personId, left);
    return true;
  }

  #keep(line: Line, readers: ReadonlySet<string>, conversation: string | undefined): void {
    if (line.to.kind === 'office') {
      keepLine(this.#office, { line }, tuning.officeLinesKept);
      this.#port.memory.keepLine(line);
    }
    if (line.to.kind === 'person') this.#direct.add(line, line.from, line.to.id, readers.size < 2 ? readers : undefined);
    else if (conversation !== undefined) {
      const kept = this.#spoken.get(conversation) ?? [];
      keepLine(kept, { line, readers }, tuning.conversationLinesKept);
      this.#spoken.set(conversation, kept);
    }
  }

  #mentionsIn(text: string, readers: ReadonlySet<string>, writer: string): string[] {
    if (!text.includes('@')) return [];
    const people: Nameable[] = [];
    for (const personId of readers) {
      const name = personId === writer ? undefined : this.#port.nameOf(personId);
      if (name !== undefined) people.push({ personId, name });
    }
    return [...new Set(findMentions(text, people).flatMap(({ personIds }) => personIds))];
  }
}
