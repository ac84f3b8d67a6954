// New lines as news for those who do not see them: at most once every three seconds, and then together.
export const WORDS_NEWS_EVERY_MS = 3000;
/** More than that of a line is not read out: the chat has it all. */
const READ_OUT = 160;

export interface HeardLine {
  name: string;
  text: string;
}

export type News = { kind: 'one'; name: string; text: string } | { kind: 'many'; n: number; names: string[] };

export const shorten = (text: string, most: number): string => {
  const flat = text.replace(/\s+/g, ' ');
  if (flat.length <= most) return flat;
  // never half of a character
  const cut = [...flat.slice(0, most)];
  return `${cut.slice(0, -1).join('')}…`;
};

export class WordsNews {
  #waiting: HeardLine[] = [];
  #toldMs = Number.NEGATIVE_INFINITY;

  came(line: HeardLine): void {
    this.#waiting.push(line);
  }

  /** What to say now; undefined while nothing waits or the last news is too fresh. */
  take(nowMs: number): News | undefined {
    const [first] = this.#waiting;
    if (!first || nowMs - this.#toldMs < WORDS_NEWS_EVERY_MS) return undefined;
    const names = [...new Set(this.#waiting.map(({ name }) => name))];
    const n = this.#waiting.length;
    this.#waiting = [];
    this.#toldMs = nowMs;
    return n === 1 ? { kind: 'one', name: first.name, text: shorten(first.text, READ_OUT) } : { kind: 'many', n, names };
  }
}
