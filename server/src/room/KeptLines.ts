// What is said in one office and stays, as long as its kind may: on the disk, and the office's latest lines in memory for whoever comes in.
import type { Refusal } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { dropLines, type KeptLine, keepLine } from '../office/words.ts';
import type { InstanceKey } from '../ops/sealText.ts';
import type { Reader } from '../store/history.ts';
import type { Store } from '../store/openStore.ts';
import type { StoredLine } from '../store/storedLines.ts';
import { channelOf, fileViewOf, lineOf, newLineOf, sealedText } from './lineOf.ts';

/** Days that lines of each kind stay; 0: nothing of it reaches the disk. */
export interface StayDays {
  office: number;
  topic: number;
  person: number;
}

export interface KeptLinesParts {
  store: Pick<Store, 'lines' | 'history'>;
  instanceKey: InstanceKey;
  officeId: string;
  stayDays: StayDays;
  /** Bytes on the disk that nothing holds any more. */
  removeFiles(fileIds: readonly string[]): void;
  nowMs(): number;
}

export interface FoundLine {
  line: Line;
  office: string;
  /** Who never reads it. */
  hiddenFrom: string | undefined;
}

export interface Keep {
  files: readonly string[];
  hiddenFrom?: string | undefined;
}

const DAY_MS = 24 * 3_600_000;

export class KeptLines {
  readonly #parts: KeptLinesParts;
  /** The office's latest. */
  readonly #office: KeptLine[] = [];

  constructor(parts: KeptLinesParts) {
    this.#parts = parts;
  }

  /** W14: as the office opens. */
  async restore(): Promise<void> {
    const { store, officeId } = this.#parts;
    if (this.#days('office') === 0) return;
    const reader: Reader = { personId: '', apart: [] };
    const channel = channelOf({ from: '', to: { kind: 'office' } }, officeId) ?? '';
    const page = await store.history.page({ channel, reader, limit: tuning.officeLinesKept });
    for (const stored of page?.lines ?? []) keepLine(this.#office, { line: this.#open(stored) }, tuning.officeLinesKept);
  }

  /** W14: with each new day. What is on the disk is deleted by itself (keepHouse.ts). */
  forgetOld(): void {
    const days = this.#days('office');
    // what is in memory only lasts as long as the office runs
    if (days > 0) dropLines(this.#office, ({ atMs }) => atMs < this.#parts.nowMs() - days * DAY_MS);
  }

  stays(to: Line['to']): boolean {
    return to.kind !== 'conversation' && this.#days(to.kind) > 0;
  }

  /** W20: on the disk, or refused, and then nobody is to read it. @returns the line with its files */
  async keep(line: Line, { files, hiddenFrom }: Keep): Promise<Line | { refused: Refusal }> {
    const { store, instanceKey, officeId, nowMs } = this.#parts;
    const channel = channelOf(line, officeId);
    if (channel === undefined) return line;
    if (!this.stays(line.to)) {
      if (files.length > 0) return { refused: 'notThere' };
      this.#remember(line);
      return line;
    }
    const first = { most: tuning.firstContactsPerDay, sinceMs: nowMs() - DAY_MS };
    const kept = await store.lines
      .keep({
        line: newLineOf(instanceKey, line, officeId, channel, hiddenFrom),
        files,
        ...(line.to.kind === 'person' ? { first } : {}),
      })
      .catch(() => undefined);
    if (!kept) return { refused: 'notKept' };
    if ('refused' in kept) return { refused: kept.refused === 'noFile' ? 'notThere' : kept.refused };
    const whole = kept.files.length === 0 ? line : { ...line, files: kept.files.map(fileViewOf) };
    this.#remember(whole);
    return whole;
  }

  async find(lineId: string): Promise<FoundLine | undefined> {
    const { store, officeId } = this.#parts;
    const said = this.#office.find(({ line }) => line.id === lineId);
    if (said) return { line: said.line, office: officeId, hiddenFrom: undefined };
    const stored = await store.lines.find({ lineId });
    return stored && this.#found(stored);
  }

  /** @param line as it is now */
  async edit(line: Line): Promise<boolean> {
    const { store, instanceKey } = this.#parts;
    const { id: lineId, mentions, editedMs = 0 } = line;
    if (this.stays(line.to)) {
      const edit = { lineId, text: sealedText(instanceKey, line), mentions, editedMs };
      const isKept = await store.lines.edit(edit).then(
        () => true,
        () => false,
      );
      if (!isKept) return false;
    }
    this.#replace(line);
    return true;
  }

  /** @returns the line as it is then */
  async react(line: Line, reaction: { personId: string; emoji: string; on: boolean }): Promise<Line | { refused: Refusal }> {
    const { store, nowMs } = this.#parts;
    let changed: Line | undefined = withReaction(line, reaction);
    if (this.stays(line.to)) {
      const react = { lineId: line.id, ...reaction, atMs: nowMs(), most: tuning.reactionsOfLine };
      const taken = await store.lines.react(react).catch(() => undefined);
      if (taken === undefined) return { refused: 'notKept' };
      if (!taken) return { refused: 'tooMany' };
      const stored = await store.lines.find({ lineId: line.id });
      changed = stored && this.#open(stored);
    } else if ((changed.reactions?.length ?? 0) > tuning.reactionsOfLine) return { refused: 'tooMany' };
    if (!changed) return { refused: 'notThere' };
    this.#replace(changed);
    return changed;
  }

  /** W15: gone from memory and from the disk. @returns lines whose quotes changed by it; undefined when the disk did not do it */
  async erase(lineIds: readonly string[]): Promise<FoundLine[] | undefined> {
    const { store, removeFiles } = this.#parts;
    const erased = await store.lines.erase({ lineIds: [...new Set(lineIds)] }).catch(() => undefined);
    if (!erased) return undefined;
    this.drop(lineIds);
    removeFiles(erased.files);
    const quoting = erased.quoting.map((stored) => this.#found(stored));
    for (const { line } of quoting) this.#replace(line);
    return quoting;
  }

  /** From memory. */
  drop(lineIds: readonly string[]): void {
    const ids = new Set(lineIds);
    dropLines(this.#office, ({ id }) => ids.has(id));
  }

  /** Ids of all that somebody said to everybody here, and in topics. */
  async openBy(personId: string): Promise<string[]> {
    const { store, officeId } = this.#parts;
    const stored = await store.history.openBy({ office: officeId, personId });
    const here = this.#office.filter(({ line }) => line.from === personId);
    return [...new Set([...stored.map(({ lineId }) => lineId), ...here.map(({ line }) => line.id)])];
  }

  get office(): readonly KeptLine[] {
    return this.#office;
  }

  /** The latest of those whom somebody writes with. */
  async direct(reader: Reader): Promise<Line[]> {
    const stored = await this.#parts.store.history.direct({ reader, pairs: tuning.directPairsShown, each: tuning.directLinesShown });
    return stored.map((line) => this.#open(line));
  }

  async between(one: string, other: string): Promise<Line[]> {
    const stored = await this.#parts.store.history.between({ one, other, limit: tuning.directLinesShown });
    return stored.map((line) => this.#open(line));
  }

  #found(stored: StoredLine): FoundLine {
    return { line: this.#open(stored), office: stored.office, hiddenFrom: stored.hiddenFrom ?? undefined };
  }

  #open(stored: StoredLine): Line {
    return lineOf(this.#parts.instanceKey, stored);
  }

  #days(kind: keyof StayDays): number {
    return this.#parts.stayDays[kind];
  }

  #remember(line: Line): void {
    if (line.to.kind === 'office') keepLine(this.#office, { line }, tuning.officeLinesKept);
  }

  #replace(line: Line): void {
    const kept = this.#office.find(({ line: { id } }) => id === line.id);
    if (kept) kept.line = line;
  }
}

function withReaction(line: Line, { personId, emoji, on }: { personId: string; emoji: string; on: boolean }): Line {
  const { reactions = [], ...rest } = line;
  const others = reactions.map((one) => (one.emoji === emoji ? { emoji, people: one.people.filter((id) => id !== personId) } : one));
  const mine = others.find((one) => one.emoji === emoji);
  if (on && mine) mine.people.push(personId);
  const all = [...others, ...(on && !mine ? [{ emoji, people: [personId] }] : [])].filter(({ people }) => people.length > 0);
  return all.length === 0 ? rest : { ...rest, reactions: all };
}
