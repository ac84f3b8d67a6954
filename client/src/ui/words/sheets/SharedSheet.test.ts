import { decodeNote, encodeNote, encodeRefusal, encodeWhole, type NoteMessage } from '@comptoir/shared/protocol/notes';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { SharedSheet } from './SharedSheet.ts';

let sent: NoteMessage[];
let office: Y.Doc;
let hear: (message: NoteMessage) => void;
let isCutOff: boolean;

const NOTHING = new Uint8Array();
const tell = (kind: NoteMessage['kind'], payload: Uint8Array = NOTHING, from = ''): void =>
  hear({ kind, conversation: 'c1', from, payload });
/** An office that takes everything, as OfficeNotes does. */
function take(message: NoteMessage): void {
  if (isCutOff) return;
  const arrived = decodeNote(encodeNote(message)) ?? expect.unreachable();
  sent.push(arrived);
  if (arrived.kind === 'open') {
    const lacks = Y.encodeStateAsUpdate(office, arrived.payload);
    tell('whole', encodeWhole({ has: Y.encodeStateVector(office), lacks }));
  }
  if (arrived.kind === 'update') Y.applyUpdate(office, arrived.payload);
}

const open = (): SharedSheet =>
  new SharedSheet('c1', {
    send: take,
    listen(listener) {
      hear = listener;
      return () => {
        hear = () => undefined;
      };
    },
  });
const noteOf = (doc: Y.Doc): string => doc.getText('note').toString();

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  office = new Y.Doc();
  isCutOff = false;
});
afterEach(() => {
  vi.useRealTimers();
});

test('[W11] what there is comes with opening; quick changes go up together', () => {
  office.getText('note').insert(0, 'there: ');
  const sheet = open();
  expect([noteOf(sheet.doc), sheet.isOpen.value]).toEqual(['there: ', true]);
  for (const letter of 'abc') sheet.doc.getText('note').insert(7, letter);
  vi.advanceTimersByTime(100);
  expect(sent.filter(({ kind }) => kind === 'update')).toHaveLength(1);
  expect(noteOf(office)).toBe('there: cba');
});

test('[W11] what was written while the connection was lost is there when it is back, on both sides', () => {
  const sheet = open();
  isCutOff = true;
  sheet.doc.getText('note').insert(0, 'mine ');
  vi.advanceTimersByTime(100);
  office.getText('note').insert(0, 'theirs ');
  isCutOff = false;
  sheet.open();
  expect(noteOf(office)).toBe(noteOf(sheet.doc));
  expect(noteOf(office)).toMatch(/mine.*theirs|theirs.*mine/);
});

test('[W13] what came too fast is sent again by itself', () => {
  const sheet = open();
  isCutOff = true;
  sheet.doc.getText('note').insert(0, 'again');
  vi.advanceTimersByTime(100);
  isCutOff = false;
  tell('refused', encodeRefusal('tooFast'));
  expect(sheet.problem.value).toBeUndefined();
  vi.advanceTimersByTime(2000);
  expect(noteOf(office)).toBe('again');
});

test('[W13] what is refused for good is said', () => {
  const sheet = open();
  tell('refused', encodeRefusal('full'));
  expect(sheet.problem.value).toBe('full');
});

test('[W12] what is told of another conversation is not mine', () => {
  const sheet = open();
  const other = new Y.Doc();
  other.getText('note').insert(0, 'theirs');
  hear({ kind: 'update', conversation: 'c2', from: 'n', payload: Y.encodeStateAsUpdate(other) });
  expect(noteOf(sheet.doc)).toBe('');
});

test('[W11] who has it open, and who writes or draws, for a moment', () => {
  const sheet = open();
  tell('present', Uint8Array.of(1), 'n');
  const noor = new Y.Doc();
  noor.getText('note').insert(0, 'hi');
  tell('update', Y.encodeStateAsUpdate(noor), 'n');
  expect([[...sheet.present.value], [...sheet.busy.value]]).toEqual([['n'], [['n', 'writes']]]);
  noor.getArray('board').push([new Y.Map([['kind', 'stroke']])]);
  tell('update', Y.encodeStateAsUpdate(noor), 'n');
  expect([...sheet.busy.value]).toEqual([['n', 'draws']]);
  vi.advanceTimersByTime(3000);
  tell('present', Uint8Array.of(0), 'n');
  expect([sheet.present.value.size, sheet.busy.value.size]).toEqual([0, 0]);
  expect(noteOf(sheet.doc)).toBe('hi');
});

test('[W13] bytes that are no change break nothing', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const sheet = open();
  tell('update', Uint8Array.of(1, 2, 3), 'n');
  tell('whole', Uint8Array.of(9));
  expect(warn).toHaveBeenCalled();
  expect(noteOf(sheet.doc)).toBe('');
});

test('[W11] closing sends what was not sent yet', () => {
  const sheet = open();
  sheet.doc.getText('note').insert(0, 'last words');
  sheet.end();
  expect(noteOf(office)).toBe('last words');
  expect(sent.at(-1)?.kind).toBe('close');
});
