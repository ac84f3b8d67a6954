// Written words, the rules: how fast one may say them, what is kept of them and for how long, who reads what was said before.
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';

/** How many lines somebody may say now. */
export interface Breath {
  lines: number;
  atMs: number;
}

const MS_PER_LINE = 60_000 / tuning.linesPerMinute;

export const fullBreath = (nowMs: number): Breath => ({ lines: tuning.linesAtOnce, atMs: nowMs });

/** W3: takes one line's breath; undefined when there is none left. */
export function breathe(breath: Breath, nowMs: number): Breath | undefined {
  const back = Math.max(0, nowMs - breath.atMs) / MS_PER_LINE;
  const lines = Math.min(tuning.linesAtOnce, breath.lines + back);
  return lines < 1 ? undefined : { lines: lines - 1, atMs: nowMs };
}

/** Nothing is lost by forgetting it. */
export const isRested = ({ lines, atMs }: Breath, nowMs: number): boolean => lines + (nowMs - atMs) / MS_PER_LINE >= tuning.linesAtOnce;

/** A line and those who may read it again. */
export interface KeptLine {
  line: Line;
  /** Absent: everybody here. */
  readers?: ReadonlySet<string>;
}

/** Adds a line; the oldest make place, sooner when lines are long. */
export function keepLine(kept: KeptLine[], added: KeptLine, most: number): void {
  kept.push(added);
  let from = Math.max(0, kept.length - most);
  for (let characters = charactersIn(kept.slice(from)); characters > tuning.keptCharacters; from++)
    characters -= kept[from]?.line.text.length ?? 0;
  kept.splice(0, from);
}

/** Takes lines out, in place. */
export function dropLines(kept: KeptLine[], isToGo: (line: Line) => boolean): void {
  for (const gone of kept.filter(({ line }) => isToGo(line))) kept.splice(kept.indexOf(gone), 1);
}

/** W4: what of it this person may read. */
export const linesFor = (kept: readonly KeptLine[], personId: string): Line[] =>
  kept.filter(({ readers }) => !readers || readers.has(personId)).map(({ line }) => line);

/** Names the words of two people, whoever of them asks. */
export const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Direct words of all pairs: the last ones of each, and not more of all than memory bears. */
export class DirectWords {
  /** The longest silent pair first. */
  readonly #pairs = new Map<string, KeptLine[]>();
  /** personId -> whom they have words with. */
  readonly #others = new Map<string, Set<string>>();
  #characters = 0;

  get characters(): number {
    return this.#characters;
  }

  /** @param readers where one of the two does not read it */
  add(line: Line, from: string, to: string, readers?: ReadonlySet<string>): void {
    const key = pairOf(from, to);
    const kept = this.#pairs.get(key) ?? [];
    const before = charactersIn(kept);
    keepLine(kept, readers ? { line, readers } : { line }, tuning.directLinesKept);
    // at the end of the map again: the others have been silent for longer
    this.#pairs.delete(key);
    this.#pairs.set(key, kept);
    this.#know(from, to);
    this.#know(to, from);
    this.#characters += charactersIn(kept) - before;
    for (const silent of this.#pairs.keys()) {
      if (this.#characters <= tuning.directCharactersKept || silent === key) break;
      this.#forgetPair(silent);
    }
  }

  find(lineId: string): Line | undefined {
    for (const kept of this.#pairs.values()) for (const { line } of kept) if (line.id === lineId) return line;
    return undefined;
  }

  drop(lineId: string): void {
    const line = this.find(lineId);
    if (line?.to.kind !== 'person') return;
    dropLines(this.#pairs.get(pairOf(line.from, line.to.id)) ?? [], ({ id }) => id === lineId);
    this.#characters -= line.text.length;
  }

  linesOf(personId: string): Line[] {
    const lines = [...(this.#others.get(personId) ?? [])].flatMap((other) => this.#pairs.get(pairOf(personId, other)) ?? []);
    return linesFor(lines, personId).sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  }

  /** What both may read. */
  linesBetween(one: string, other: string): Line[] {
    const kept = (this.#pairs.get(pairOf(one, other)) ?? []).filter(({ readers }) => !readers || (readers.has(one) && readers.has(other)));
    return kept.map(({ line }) => line);
  }

  /** W5: the words of two end when both are gone. */
  left(personId: string, isHere: (other: string) => boolean): void {
    for (const other of [...(this.#others.get(personId) ?? [])]) if (!isHere(other)) this.#forgetPair(pairOf(personId, other));
  }

  #know(one: string, other: string): void {
    const others = this.#others.get(one);
    if (others) others.add(other);
    else this.#others.set(one, new Set([other]));
  }

  #forgetPair(key: string): void {
    this.#characters -= charactersIn(this.#pairs.get(key) ?? []);
    this.#pairs.delete(key);
    const [one = '', other = ''] = key.split(' ');
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = this.#others.get(mine);
      others?.delete(theirs);
      if (others?.size === 0) this.#others.delete(mine);
    }
  }
}

const charactersIn = (kept: readonly KeptLine[]): number => kept.reduce((sum, { line }) => sum + line.text.length, 0);
