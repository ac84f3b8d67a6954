// A text with the words that were looked for marked; of a long one the part around the first.
import { markWords } from './markWords.ts';

export function Marked({ text, words }: { text: string; words: string }) {
  return <>{markWords(text, words).map((part, n) => (part.isHit ? <mark key={n}>{part.text}</mark> : part.text))}</>;
}
