import { decodeNote, decodeRefusal, decodeWhole, encodeNote, type NoteKind } from '@comptoir/shared/protocol/notes';
import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { ConversationMember } from '../office/Conversation.ts';
import { OfficeNotes } from './OfficeNotes.ts';

interface Heard {
  kind: NoteKind;
  from: string;
  payload: Uint8Array;
}

type Place = { kind: 'table'; table: string } | { kind: 'near' };
const NOTHING: Uint8Array = new Uint8Array();

let heard: Map<string, Heard[]>;
let members: Map<string, ConversationMember>;
let place: Place;
let nowMs: number;
let notes: OfficeNotes;

beforeEach(() => {
  heard = new Map();
  place = { kind: 'table', table: 'table-1' };
  nowMs = 1000;
  members = new Map(['a', 'b'].map((personId) => [personId, { personId, role: 'member', sinceTick: 0 } as ConversationMember]));
  notes = new OfficeNotes({
    conversationOf: (personId) => (members.has(personId) ? { id: 'c1', kind: 'bubble', place, members } : undefined),
    tellBytes(personId, bytes) {
      const message = decodeNote(bytes) ?? expect.unreachable();
      heard.set(personId, [...(heard.get(personId) ?? []), message]);
    },
    nowMs: () => nowMs,
  });
});

const send = (personId: string, kind: NoteKind, payload = NOTHING, conversation = 'c1'): boolean =>
  notes.take({ personId }, encodeNote({ kind, conversation, from: '', payload }));
const heardBy = (personId: string, kind: NoteKind): Heard[] => (heard.get(personId) ?? []).filter((one) => one.kind === kind);
const refusalsOf = (personId: string): string[] => heardBy(personId, 'refused').map(({ payload }) => decodeRefusal(payload));

/** A page with the document open: what it writes goes up as it is written. */
function page(personId: string): Doc {
  const doc = new Doc();
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send(personId, 'update', update);
  });
  send(personId, 'open');
  return doc;
}
/** Takes everything that was told to it. */
function read(personId: string, doc: Doc): string {
  for (const { kind, payload } of heard.get(personId) ?? []) {
    if (kind === 'whole') applyUpdate(doc, decodeWhole(payload)?.lacks ?? expect.unreachable(), 'server');
    if (kind === 'update') applyUpdate(doc, payload, 'server');
  }
  return doc.getText('note').toString();
}

test('[W11] what one writes the other reads, and who opens it later reads all of it', () => {
  const ada = page('a');
  const bob = page('b');
  ada.getText('note').insert(0, 'plank, nails');
  expect(read('b', bob)).toBe('plank, nails');
  bob.getText('note').insert(5, ' of oak');
  expect(read('a', ada)).toBe('plank of oak, nails');
  members.set('c', { personId: 'c', role: 'member', sinceTick: 0 });
  expect(read('c', page('c'))).toBe('plank of oak, nails');
});

test('[W11] who has it open is told to those who have it open', () => {
  page('a');
  page('b');
  expect(heardBy('a', 'present').map(({ from, payload }) => [from, payload[0]])).toEqual([['b', 1]]);
  expect(heardBy('b', 'present').map(({ from, payload }) => [from, payload[0]])).toEqual([['a', 1]]);
  send('b', 'close');
  notes.pageClosed('b');
  expect(heardBy('a', 'present').at(-1)?.payload[0]).toBe(0);
  expect(heardBy('a', 'present')).toHaveLength(2);
});

test('[W12] whoever is outside, or only listens, gets nothing and changes nothing', () => {
  const ada = page('a');
  const eve = new Doc();
  eve.getText('note').insert(0, 'mine');
  send('e', 'open');
  send('e', 'update', encodeStateAsUpdate(eve));
  ada.getText('note').insert(0, 'secret');
  expect(heard.get('e')?.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
  expect(read('b', page('b'))).toBe('secret');
});

test('[W12] after leaving one gets nothing more, and what was on its way goes nowhere', () => {
  const ada = page('a');
  const bob = page('b');
  members.delete('b');
  notes.membersChanged({ id: 'c1', members });
  heard.clear();
  ada.getText('note').insert(0, 'without Bob');
  bob.getText('note').insert(0, 'too late');
  expect(heardBy('b', 'update')).toEqual([]);
  expect(refusalsOf('b')).toEqual(['notHere']);
  expect(heardBy('a', 'update')).toEqual([]);
});

test('[W12] what is meant for another conversation is not written into mine', () => {
  page('a');
  const other = new Doc();
  other.getText('note').insert(0, 'of before');
  send('a', 'update', encodeStateAsUpdate(other), 'c0');
  expect(refusalsOf('a')).toEqual(['notHere']);
  expect(read('b', page('b'))).toBe('');
});

test('[W12] nothing opens where one only stands; what was begun at a table goes on', () => {
  place = { kind: 'near' };
  page('a');
  expect(refusalsOf('a')).toEqual(['notHere']);
  place = { kind: 'table', table: 'table-1' };
  page('a').getText('note').insert(0, 'begun');
  place = { kind: 'near' };
  expect(read('b', page('b'))).toBe('begun');
});

test('[W12] gone with the conversation', () => {
  page('a').getText('note').insert(0, 'gone');
  notes.conversationEnded('c1');
  expect(read('a', page('a'))).toBe('');
});

test('[W13] updates that are too large, too many or no updates are refused, and nobody reads them', () => {
  const ada = page('a');
  page('b');
  ada.getText('note').insert(0, 'x'.repeat(tuning.noteUpdateBytes));
  expect(refusalsOf('a')).toEqual(['tooLarge']);
  expect(heardBy('b', 'update')).toEqual([]);
  const many = new Doc();
  many.getText('note').insert(0, 'x'.repeat(30_000));
  const update = encodeStateAsUpdate(many);
  for (let n = 0; n < 20; n++) send('a', 'update', update);
  expect(new Set(refusalsOf('a'))).toEqual(new Set(['tooLarge', 'tooFast']));
  nowMs += 60_000;
  expect(send('a', 'update', Uint8Array.of(9, 9, 9, 9))).toBe(false);
  expect(send('a', 'whole')).toBe(false);
  expect(notes.take({ personId: 'a' }, Uint8Array.of(1))).toBe(false);
  expect(notes.take({ personId: 'a' }, encodeNote({ kind: 'update', conversation: 'c1', from: 'b', payload: update }))).toBe(false);
});

test('[W13] a document that is full takes nothing more, and is still read', () => {
  page('a');
  for (let n = 0; n < 40; n++) {
    const doc = new Doc();
    doc.getArray('strokes').push(['x'.repeat(30_000)]);
    send('a', 'update', encodeStateAsUpdate(doc));
    nowMs += 10_000;
  }
  expect(refusalsOf('a').at(-1)).toBe('full');
  const bob = page('b');
  read('b', bob);
  const kept = encodeStateAsUpdate(bob).length;
  expect(kept).toBeLessThanOrEqual(tuning.noteBytes);
  expect(kept).toBeGreaterThan(tuning.noteBytes - 2 * tuning.noteUpdateBytes);
}, 30_000);

test('[W13] an update that builds on one which was refused is not half written: its sender is told to read anew', () => {
  const sent: Uint8Array[] = [];
  const doc = new Doc();
  doc.on('update', (update: Uint8Array) => sent.push(update));
  doc.getText('note').insert(0, 'lost ');
  doc.getText('note').insert(5, 'and found');
  page('a');
  send('a', 'update', sent[1]);
  expect(refusalsOf('a')).toEqual(['tooFast']);
  expect(read('b', page('b'))).toBe('');
  send('a', 'update', encodeStateAsUpdate(doc));
  expect(read('b', page('b'))).toBe('lost and found');
});

test('[W13] whatever bytes come, nothing breaks, and honest writers go on', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 8 }), (garbage) => {
      nowMs += 3_600_000;
      notes.conversationEnded('c1');
      heard.clear();
      const ada = page('a');
      for (const bytes of garbage) {
        notes.take({ personId: 'a' }, bytes);
        send('a', 'update', bytes);
        send('a', 'open', bytes);
      }
      nowMs += 3_600_000;
      ada.getText('note').insert(0, 'still here');
      expect(read('b', page('b'))).toContain('still here');
    }),
    { numRuns: 60 },
  );
});
