// Who talks with whom, with real clients: what the server decides is what everybody is told.
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();

const membersOf = (person: Inside): string[] =>
  (person.world.talk.conversation.peek()?.members ?? []).filter(({ role }) => role !== 'listener').map(({ personId }) => personId);

const talksWith = (a: Inside, b: Inside): boolean => membersOf(a).includes(b.id) && membersOf(b).includes(a.id);

describe('meeting', () => {
  it('[B4] two who stop beside each other talk, and part when one walks away', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    await ada.actions.walkTo({ x: 30.5 * 32, y: 31.5 * 32 });
    expect(ada.world.talk.conversation.peek()).toBeUndefined();
    await bob.actions.walkTo({ x: 31.5 * 32, y: 31.5 * 32 });
    await until(() => talksWith(ada, bob), 'Ada and Bob talk');
    await bob.actions.walkTo({ x: 37.5 * 32, y: 31.5 * 32 });
    await until(() => membersOf(ada).length === 0 && membersOf(bob).length === 0, 'they have parted');
  });
});
