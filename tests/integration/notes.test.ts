// The note and the whiteboard of a conversation, with real clients: members have the same, nobody else has any of it.
import { SharedSheet } from '@comptoir/client/ui/words/sheets/SharedSheet';
import { encodeNote, type NoteMessage } from '@comptoir/shared/protocol/notes';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();

async function meet(area: string, ...people: Inside[]): Promise<string> {
  for (const person of people) await person.actions.beThere({ area });
  const ids = (): (string | undefined)[] => people.map(({ world }) => world.talk.conversation.peek()?.id);
  const isOne = (): boolean => new Set(ids()).size === 1 && ids()[0] !== undefined;
  await until(isOne, 'they are in one conversation');
  return ids()[0] ?? '';
}

const open = (person: Inside, conversation: string): SharedSheet =>
  new SharedSheet(conversation, {
    send: (message) => person.actions.talk.note(message),
    listen: (listener) => person.world.talk.onNote(listener),
  });

const noteOf = (sheet: SharedSheet): string => sheet.doc.getText('note').toString();

/** What somebody is told of notes, whatever their own page would do with it. */
function overhear(person: Inside): NoteMessage[] {
  const heard: NoteMessage[] = [];
  person.world.talk.onNote((message) => heard.push(message));
  return heard;
}

describe('a shared note', () => {
  it('[W11] is the same for those who write it, and whole for whoever opens it later', async () => {
    const [ada, bob, cy] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cy')];
    const conversation = await meet('meeting-1', ada, bob);
    const [hers, his] = [open(ada, conversation), open(bob, conversation)];
    await until(() => hers.isOpen.value && his.isOpen.value, 'both have it open');
    hers.doc.getText('note').insert(0, 'plank ');
    his.doc.getText('note').insert(0, 'nails ');
    await until(() => noteOf(hers) === noteOf(his) && noteOf(hers).length === 12, 'both read both');
    expect([...hers.present.value]).toEqual([bob.id]);
    await meet('meeting-1', ada, bob, cy);
    const later = open(cy, conversation);
    await until(() => noteOf(later) === noteOf(hers), 'Cy reads all of it');
    for (const sheet of [hers, his, later]) sheet.end();
  });

  it('[W12] is gone with the conversation', async () => {
    const ada = await office.enter('Ada');
    const first = open(ada, await meet('meeting-2', ada));
    await until(() => first.isOpen.value, 'it is open');
    first.doc.getText('note').insert(0, 'soon gone');
    first.end();
    await ada.actions.beThere({ area: 'library' });
    await until(() => ada.world.talk.conversation.peek() === undefined, 'it is left');
    const second = open(ada, await meet('meeting-2', ada));
    await until(() => second.isOpen.value, 'a new one is open');
    expect(noteOf(second)).toBe('');
    second.end();
  });

  it('[W12] is neither read nor changed from outside, nor after leaving', async () => {
    const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
    const conversation = await meet('meeting-1', ada, bob);
    const [hers, his] = [open(ada, conversation), open(bob, conversation)];
    await until(() => hers.isOpen.value && his.isOpen.value, 'both have it open');
    const heard = overhear(eve);
    const forged = open(eve, conversation);
    forged.doc.getText('note').insert(0, 'mine now');
    await until(() => heard.filter(({ kind }) => kind === 'refused').length >= 2, 'Eve is refused');
    await bob.actions.beThere({ area: 'library' });
    await until(() => bob.world.talk.conversation.peek() === undefined, 'Bob has left');
    const heardByBob = overhear(bob);
    hers.doc.getText('note').insert(0, 'secret');
    his.doc.getText('note').insert(0, 'too late');
    await until(() => heardByBob.some(({ kind }) => kind === 'refused'), 'Bob is refused');
    expect(heardByBob.map(({ kind }) => kind)).toEqual(['refused']);
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(['refused']));
    expect(noteOf(hers)).toBe('secret');
    expect(noteOf(forged)).toBe('mine now');
    for (const sheet of [hers, his, forged]) sheet.end();
  });

  it('[W13] takes no update that is too large, and no bytes that are none', async () => {
    const [ada, eve] = [await office.enter('Ada'), await office.enter('Eve')];
    const conversation = await meet('meeting-1', ada, eve);
    const [hers, evil] = [open(ada, conversation), open(eve, conversation)];
    await until(() => hers.isOpen.value && evil.isOpen.value, 'both have it open');
    evil.doc.getText('note').insert(0, 'x'.repeat(tuning.noteUpdateBytes));
    await until(() => evil.problem.value === 'tooLarge', 'Eve is told');
    for (const payload of [Uint8Array.of(), Uint8Array.of(255, 255, 255, 255), new Uint8Array(2000).fill(7)])
      eve.connection.sendBytes(WIRE.note, encodeNote({ kind: 'update', conversation, from: '', payload }));
    eve.connection.sendBytes(WIRE.note, encodeNote({ kind: 'update', conversation, from: ada.id, payload: Uint8Array.of(0, 0) }));
    hers.doc.getText('note').insert(0, 'still works');
    await until(() => noteOf(evil).includes('still works'), 'the others write on');
    expect(noteOf(hers)).toBe('still works');
    for (const sheet of [hers, evil]) sheet.end();
  });
});
