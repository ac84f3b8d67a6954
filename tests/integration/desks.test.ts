// Desks: whose they are, who may sit there, and notes that only their owner reads.
import { expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const store = () => office.open.room().parts.store;
const seats = () => office.open.room().floor.office.ground.map.seats.filter(({ desk }) => desk !== undefined);
const deskAt = (index: number) => {
  const seat = seats()[index];
  if (seat?.desk === undefined) throw new Error('no such desk in the map');
  return { seat: seat.id, desk: seat.desk };
};
const ask = (who: Inside) => who.connection.request.bind(who.connection);
const enterMember = async (name: string, ticket?: string): Promise<Inside> => {
  const person = await office.enter(name, ticket === undefined ? {} : { ticket });
  await store().persons.setRank({ personId: person.id, rank: 'member' });
  office.open.room().rankChanged(person.id, 'member');
  return person;
};

it('[P110] a desk is for its owner alone: told to everybody, kept, and free again when it is given up', async () => {
  const [ada, bob] = [await enterMember('Ada'), await office.enter('Bob')];
  const { desk, seat } = deskAt(0);
  expect(await ask(bob)('claimDesk', { desk })).toEqual({ refused: 'notAllowed' });
  expect(await ask(ada)('claimDesk', { desk: 'nowhere' })).toEqual({ refused: 'notThere' });
  expect(await ask(ada)('claimDesk', { desk })).toEqual({ ok: true });
  await until(() => bob.world.desks.ownerOf(desk)?.personId === ada.id, 'Bob learns of it');
  expect(ada.world.desks.mine.peek()).toBe(desk);
  expect(await ask(bob)('sit', { seat })).toEqual({ refused: 'deskTaken' });

  const lou = await enterMember('Lou');
  expect(await ask(lou)('claimDesk', { desk })).toEqual({ refused: 'deskTaken' });
  expect(await ask(ada)('claimDesk', { desk: deskAt(1).desk })).toEqual({ ok: true });
  expect(await ask(lou)('claimDesk', { desk })).toEqual({ ok: true });
  expect(await ask(lou)('freeDesk', { desk: deskAt(1).desk })).toEqual({ refused: 'notAllowed' });

  expect(await store().desks.of({ office: 'office' })).toMatchObject([{ desk: deskAt(1).desk }, { desk, name: 'Lou' }]);
  const host = await office.enter('Noor');
  office.open.room().rankChanged(host.id, 'host');
  expect(await ask(host)('freeDesk', { desk })).toEqual({ ok: true });
  await until(() => bob.world.desks.ownerOf(desk) === undefined, 'it is free');
  expect(await store().audit.of({ office: 'office', limit: 1 })).toMatchObject([{ act: 'freeDesk', target: 'Lou', byName: 'Noor' }]);
});

it('[P111] notes are left while the owner is away, read by nobody else, and taken back until they are read', async () => {
  const [ada, bob, lou] = [await enterMember('Ada'), await office.enter('Bob'), await office.enter('Lou')];
  const leave = (who: Inside, text: string, kind: 'note' | 'thanks' = 'note') =>
    ask(who)('leaveDeskNote', { personId: ada.id, kind, text });
  expect(await leave(bob, 'hello')).toEqual({ refused: 'noDesk' });
  await ask(ada)('claimDesk', { desk: deskAt(2).desk });
  ada.leave();
  await until(() => !office.ids().includes(ada.id), 'Ada has left');
  expect(await leave(bob, ' \u200b ')).toEqual({ refused: 'textEmpty' });
  expect(await leave(bob, 'a'.repeat(301))).toEqual({ refused: 'textTooLong' });
  expect(await leave(bob, 'Thank you for the maps', 'thanks')).toMatchObject({ ok: true });
  const second = await leave(lou, 'I looked for you');
  const third = await leave(lou, 'never mind');
  if (!('ok' in second && 'ok' in third)) throw new Error('not left');
  expect(await ask(bob)('eraseDeskNote', { note: third.note })).toEqual({ refused: 'notThere' });
  expect(await ask(lou)('eraseDeskNote', { note: third.note })).toEqual({ ok: true });
  expect(await ask(bob)('deskNotes', {})).toEqual({ refused: 'noDesk' });
  const kept = await store().desks.notesOf({ office: 'office', ownerId: ada.id });
  expect(JSON.stringify(kept)).not.toMatch(/maps|looked/);

  const again = await office.enter('Ada', { ticket: ada.ticket });
  await until(() => again.world.desks.notes.peek().unread === 2, 'two wait for her');
  const read = await ask(again)('deskNotes', {});
  expect(read).toMatchObject({
    ok: true,
    notes: [
      { kind: 'note', text: 'I looked for you', name: 'Lou', isNew: true },
      { kind: 'thanks', text: 'Thank you for the maps', name: 'Bob', isNew: true },
    ],
  });
  await until(() => again.world.desks.notes.peek().unread === 0, 'both are read');
  expect(await ask(lou)('eraseDeskNote', { note: second.note })).toEqual({ refused: 'notThere' });
  expect(await ask(again)('eraseDeskNote', { note: second.note })).toEqual({ ok: true });
  await until(() => again.world.desks.notes.peek().count === 1, 'one is left');
});

it('[P112] what is left across a block is read by nobody, and its writer does not learn of that', async () => {
  const [ada, bob] = [await enterMember('Ada'), await office.enter('Bob')];
  await ask(ada)('claimDesk', { desk: deskAt(3).desk });
  await ask(ada)('block', { personId: bob.id, blocked: true });
  expect(await ask(bob)('leaveDeskNote', { personId: ada.id, kind: 'note', text: 'why?' })).toMatchObject({ ok: true });
  ada.leave();
  await until(() => !office.ids().includes(ada.id), 'Ada has left');
  expect(await ask(bob)('leaveDeskNote', { personId: ada.id, kind: 'note', text: 'why not?' })).toMatchObject({ ok: true });
  expect(await store().desks.notesOf({ office: 'office', ownerId: ada.id })).toEqual([]);
});
