// Search over people, places and actions: every word typed must be found, names before trades, beginnings before middles.
import { foldWords } from './foldWords.ts';

export interface Searchable {
  /** The name shown. */
  title: string;
  /** What is also searched but counts less: trade, availability, kind. */
  more?: string;
}

/** The best matches first; equal ones keep their order. Nothing typed: the first `limit` as they are. */
export function rankSearch<T extends Searchable>(typed: string, candidates: readonly T[], limit: number): T[] {
  const words = foldWords(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return candidates.slice(0, limit);
  return candidates
    .map((candidate, index) => ({ candidate, index, score: scoreOf(words, candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** 0 when a word is missing. A title that begins with the words counts most, then a word's beginning, then a middle; `more` half. */
function scoreOf(words: readonly string[], candidate: Searchable): number {
  const title = foldWords(candidate.title);
  const more = foldWords(candidate.more ?? '');
  let score = 0;
  for (const word of words) {
    const best = Math.max(placeScore(word, title) * 2, placeScore(word, more));
    if (best === 0) return 0;
    score += best;
  }
  return score + (title === words.join(' ') ? 10 : 0);
}

function placeScore(word: string, text: string): number {
  if (text.startsWith(word)) return 4;
  if (text.includes(` ${word}`)) return 3;
  return text.includes(word) ? 1 : 0;
}
