// Captions of a talk's notes.
import { expect, it } from 'vitest';
import { type Caption, captionMs, nextCaptions } from './captionLines.ts';

const line = (id: string, text = `line ${id}`) => ({ id, text, name: 'Ada', atMs: 0 });
const shown = (captions: readonly Caption[]): string[] => captions.map(({ line: { text } }) => text);

it('[T91] the last two stand, each as long as one reads it; what was written before one came does not', () => {
  const seen = new Set(['old']);
  const notes = [line('old'), line('a')];
  let captions = nextCaptions([], notes, seen, 1000);
  expect(shown(captions)).toEqual(['line a']);
  captions = nextCaptions(captions, [...notes, line('b'), line('c')], seen, 2000);
  expect(shown(captions)).toEqual(['line b', 'line c']);
  captions = nextCaptions(captions, [...notes, line('b', 'b is better'), line('c')], seen, 3000);
  expect(shown(captions)).toEqual(['b is better', 'line c']);
  captions = nextCaptions(captions, notes, seen, 3500);
  expect(shown(captions)).toEqual([]);
});

it('[T91] goes by itself, a long line later than a short one', () => {
  const seen = new Set<string>();
  const notes = [line('a', 'x'), line('b', 'x'.repeat(100))];
  const captions = nextCaptions([], notes, seen, 0);
  expect(shown(nextCaptions(captions, notes, seen, captionMs(line('a', 'x')) + 1))).toEqual(['x'.repeat(100)]);
  expect(nextCaptions(captions, notes, seen, 15_000)).toEqual([]);
});
