import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindText, type Field } from './bindText.ts';
import { type Delta, moveCaret, textChange } from './textChange.ts';

test.each([
  ['a letter', 'ac', 'abc', 2, { at: 1, removed: 0, inserted: 'b' }],
  ['one of the same letters, by the caret', 'aa', 'aaa', 1, { at: 0, removed: 0, inserted: 'a' }],
  ['a word that is replaced', 'the cat sat', 'the dog sat', 7, { at: 4, removed: 3, inserted: 'dog' }],
  ['what is deleted', 'abc', 'ac', 1, { at: 1, removed: 1, inserted: '' }],
  ['a whole emoji, though half of it is the same', '👍', '👎', 2, { at: 0, removed: 2, inserted: '👎' }],
  ['nothing', 'a', 'a', 1, undefined],
])('[W11] of a text, %s is the change', (_what, before, after, caret, change) => {
  expect(textChange(before, after, caret)).toEqual(change);
});

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '👍', '👎', 'é') });

test('[W11] whatever is typed, the change makes the new text of the old one, and cuts no character in half', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), (before, after, at) => {
      const change = textChange(before, after, at % (after.length + 1));
      if (!change) {
        expect(after).toBe(before);
        return;
      }
      const { at: from, removed, inserted } = change;
      expect(before.slice(0, from) + inserted + before.slice(from + removed)).toBe(after);
      for (const piece of [inserted, before.slice(from, from + removed)]) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});

test.each<[string, number, Delta, number]>([
  ['before it', 5, [{ insert: 'xx' }], 7],
  ['behind it', 2, [{ retain: 3 }, { insert: 'xx' }], 2],
  ['at it', 3, [{ retain: 3 }, { insert: 'xx' }], 3],
  ['around it', 3, [{ retain: 1 }, { delete: 5 }], 1],
  ['before it, deleted', 5, [{ retain: 1 }, { delete: 2 }], 3],
])('[W11] a change %s moves the caret with its text', (_where, caret, delta, moved) => {
  expect(moveCaret(caret, delta)).toBe(moved);
});

/** A text field without a page. */
class StandIn {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  #listener: (() => void) | undefined;
  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }
  addEventListener(_type: string, listener: () => void): void {
    this.#listener = listener;
  }
  removeEventListener(): void {
    this.#listener = undefined;
  }
  type(value: string, caret: number): void {
    this.value = value;
    this.setSelectionRange(caret, caret);
    this.#listener?.();
  }
}

function writer(doc: Y.Doc, most = 1000): { field: StandIn; tooLong: () => number } {
  const field = new StandIn();
  let refused = 0;
  bindText(field as unknown as Field, doc.getText('note'), most, () => refused++);
  return { field, tooLong: () => refused };
}

test('[W11] two who type at once lose nothing, and read the same', () => {
  const typing = fc.record({ who: fc.constantFrom(0, 1), at: fc.nat(), remove: fc.nat({ max: 2 }), insert: anyText, met: fc.boolean() });
  fc.assert(
    fc.property(fc.array(typing, { maxLength: 30 }), (steps) => {
      const docs = [new Y.Doc(), new Y.Doc()] as const;
      const fields = docs.map((doc) => writer(doc).field);
      const meet = (): void => {
        Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]), 'other');
        Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]), 'other');
      };
      for (const { who, at, remove, insert, met } of steps) {
        const field = fields[who];
        if (!field) continue;
        const characters = [...field.value];
        const from = at % (characters.length + 1);
        const head = characters.slice(0, from).join('') + insert;
        field.type(head + characters.slice(from + remove).join(''), head.length);
        expect(docs[who]?.getText('note').toString()).toBe(field.value);
        if (met) meet();
      }
      meet();
      expect(fields[0]?.value).toBe(fields[1]?.value);
      expect(fields[0]?.value.isWellFormed()).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('[W11] a caret stays between its characters while somebody else writes', () => {
  const doc = new Y.Doc();
  const { field } = writer(doc);
  field.type('hello', 3);
  doc.getText('note').insert(0, 'oh, ');
  expect([field.value, field.selectionStart]).toEqual(['oh, hello', 7]);
});

test('[W13] what is too long is taken back out of the field, and said', () => {
  const { field, tooLong } = writer(new Y.Doc(), 5);
  field.type('abcd', 4);
  field.type('abcdef', 6);
  expect([field.value, tooLong()]).toEqual(['abcd', 1]);
  field.type('abc', 3);
  expect([field.value, tooLong()]).toEqual(['abc', 1]);
});
