import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeNote, decodeRefusal, decodeWhole, encodeNote, encodeRefusal, encodeWhole, NOTE_KINDS, NOTE_REFUSALS } from './notes.ts';

test('[W11] what is encoded is read again', () => {
  const id = fc.string({ maxLength: 40 }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(fc.constantFrom(...NOTE_KINDS), id, id, fc.uint8Array(), (kind, conversation, from, payload) => {
      expect(decodeNote(encodeNote({ kind, conversation, from, payload }))).toEqual({ kind, conversation, from, payload });
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (has, lacks) => {
      expect(decodeWhole(encodeWhole({ has, lacks }))).toEqual({ has, lacks });
    }),
  );
  for (const refusal of NOTE_REFUSALS) expect(decodeRefusal(encodeRefusal(refusal))).toBe(refusal);
});

test('[W13] whatever bytes come, they are a message or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
      const message = decodeNote(bytes);
      if (message) expect(NOTE_KINDS).toContain(message.kind);
    }),
  );
  expect(decodeNote(Uint8Array.of())).toBeUndefined();
  expect(decodeNote(Uint8Array.of(0, 5, 1))).toBeUndefined();
});
