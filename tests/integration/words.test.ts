// Written words with real clients: who reads a line, what is read again, and what a forged client gains.
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import type { Audience, Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { closeCodeOf, joinBarely } from '../support/joinBarely.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();

const CONVERSATION: Audience = { kind: 'conversation' };
const OFFICE: Audience = { kind: 'office' };
const to = (person: Inside): Audience => ({ kind: 'person', id: person.id });

const linesOf = (person: Inside, channel: string): readonly Line[] => person.world.talk.lines.peek().get(channel) ?? [];
const textsOf = (person: Inside, channel: string): string[] => linesOf(person, channel).map(({ text }) => text);
const reads = (person: Inside, channel: string, text: string): Promise<void> =>
  until(() => textsOf(person, channel).includes(text), `a line "${text}" is read`);

/** In a meeting room everybody is one conversation. */
async function meet(area: string, ...people: Inside[]): Promise<void> {
  for (const person of people) await person.actions.beThere({ area });
  await until(
    () =>
      people.every(({ world }) => {
        const members = world.talk.conversation.peek()?.members.map(({ personId }) => personId) ?? [];
        return people.every(({ id }) => members.includes(id));
      }),
    'they are in one conversation',
  );
}

async function leaveConversation(person: Inside): Promise<void> {
  await person.actions.beThere({ area: 'library' });
  await until(() => person.world.talk.conversation.peek() === undefined, 'the conversation is left');
}

/** What was sent before is answered: nothing more is on its way to this person. */
const settled = (person: Inside): Promise<unknown> => person.connection.request('whereIs', { personId: person.id });

describe('a line', () => {
  it('[W1] to the conversation reaches its members and nobody else', async () => {
    const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
    await meet('meeting-1', ada, bob);
    expect(await ada.actions.talk.say('among us', CONVERSATION)).toEqual({ ok: true });
    await reads(bob, 'conversation', 'among us');
    expect(textsOf(ada, 'conversation')).toEqual(['among us']);
    expect(await eve.actions.talk.say('let me in', CONVERSATION)).toEqual({ refused: 'notInConversation' });
    await settled(eve);
    expect([...eve.world.talk.lines.peek().keys()]).toEqual([]);
  });

  it('[W4] after leaving one reads nothing more, and who comes later nothing of before', async () => {
    const [ada, bob, cy] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cy')];
    await meet('meeting-1', ada, bob);
    await ada.actions.talk.say('before', CONVERSATION);
    await reads(bob, 'conversation', 'before');
    await leaveConversation(bob);
    expect(textsOf(bob, 'conversation')).toEqual([]);
    await meet('meeting-1', ada, cy);
    await ada.actions.talk.say('after', CONVERSATION);
    await reads(cy, 'conversation', 'after');
    expect(textsOf(cy, 'conversation')).toEqual(['after']);
    await settled(bob);
    expect(textsOf(bob, 'conversation')).toEqual([]);
    await meet('meeting-1', ada, bob, cy);
    await reads(bob, 'conversation', 'before');
    expect(textsOf(bob, 'conversation')).toEqual(['before']);
  });

  it('[W4] when the last one has left, nothing of it is left', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    await meet('meeting-2', ada, bob);
    await ada.actions.talk.say('gone soon', CONVERSATION);
    await reads(bob, 'conversation', 'gone soon');
    await leaveConversation(ada);
    await leaveConversation(bob);
    await meet('meeting-2', ada, bob);
    await ada.actions.talk.say('anew', CONVERSATION);
    await reads(bob, 'conversation', 'anew');
    expect(textsOf(bob, 'conversation')).toEqual(['anew']);
  });

  it('[W4] a page that comes back gets back what it had read', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    await meet('meeting-2', ada, bob);
    await ada.actions.talk.say('stay with us', CONVERSATION);
    await reads(bob, 'conversation', 'stay with us');
    await ada.actions.talk.say('and to all', OFFICE);
    await ada.actions.talk.say('and to you', to(bob));
    const again = await office.enter('Bob', { ticket: bob.ticket });
    expect(again.id).toBe(bob.id);
    await reads(again, 'conversation', 'stay with us');
    await reads(again, 'office', 'and to all');
    await reads(again, ada.id, 'and to you');
  });

  it('[W5] to the office reaches everybody, and whoever comes in later', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    await ada.actions.talk.say('@bob soup is ready', OFFICE);
    await reads(bob, 'office', '@bob soup is ready');
    expect(linesOf(bob, 'office').at(-1)).toMatchObject({ from: ada.id, name: 'Ada', mentions: [bob.id] });
    const cy = await office.enter('Cy');
    await reads(cy, 'office', '@bob soup is ready');
  });

  it('[W1] to a person reaches that person, also in a quiet area, and no third one', async () => {
    const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
    await bob.actions.beThere({ area: 'library' });
    bob.actions.setAvailability('doNotDisturb');
    await ada.actions.talk.say('for you alone', to(bob));
    await reads(bob, ada.id, 'for you alone');
    await bob.actions.talk.say('thank you', to(ada));
    await reads(ada, bob.id, 'thank you');
    expect(textsOf(ada, bob.id)).toEqual(['for you alone', 'thank you']);
    await settled(eve);
    expect([...eve.world.talk.lines.peek().keys()].filter((channel) => channel !== 'office')).toEqual([]);
  });

  it('[W7] who is writing is seen by those who will read it', async () => {
    const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
    ada.actions.talk.typing(to(bob));
    await until(() => bob.world.talk.typing.peek().get(ada.id)?.has(ada.id) === true, 'Bob sees that Ada writes');
    await ada.actions.talk.say('there', to(bob));
    await until(() => !bob.world.talk.typing.peek().get(ada.id)?.has(ada.id), 'and that she has written');
    await settled(eve);
    expect(eve.world.talk.typing.peek().size).toBe(0);
  });
});

describe('a forged client', () => {
  it.each([
    ['to somebody not here', { kind: 'person', id: 'nobody' }, 'hi', 'notHere'],
    ['to a conversation', { kind: 'conversation' }, 'hi', 'notInConversation'],
    ['to a conversation it names', { kind: 'conversation', id: 'abc' }, 'hi', 'invalid'],
    ['as somebody else', { kind: 'office', from: 'ada' }, 'hi', 'invalid'],
    ['to no audience', undefined, 'hi', 'invalid'],
    ['that is no text', { kind: 'office' }, { html: '<b>' }, 'invalid'],
    ['of 4,001 characters', { kind: 'office' }, 'x'.repeat(tuning.textLength + 1), 'textTooLong'],
    ['of 60,000 characters', { kind: 'office' }, 'x'.repeat(60_000), 'textTooLong'],
    ['of nothing anyone sees', { kind: 'office' }, '\u200b\u202e\u2060 ', 'refused'],
  ])('[W2] that says a line %s is refused, and nobody reads it', async (_how, audience, text, refused) => {
    const ada = await office.enter('Ada');
    const eve = await joinWithSdk(office.open.url, { protocol: PROTOCOL_VERSION, name: 'Eve' });
    const before = ada.world.talk.heard.peek();
    const answer = await eve.room.request('say', { to: audience, text });
    // a direction character alone is shown as what it is
    if (refused === 'refused') expect(answer).toMatchObject({ line: { text: '�' } });
    else {
      expect(answer).toEqual({ refused });
      await settled(ada);
      expect(ada.world.talk.heard.peek()).toBe(before);
    }
    await eve.room.leave();
  });

  it('[W2] to itself says nothing', async () => {
    const eve = await joinWithSdk(office.open.url, { protocol: PROTOCOL_VERSION, name: 'Eve' });
    expect(await eve.room.request('say', { to: { kind: 'person', id: eve.welcome.personId }, text: 'hi' })).toEqual({ refused: 'notHere' });
    await eve.room.leave();
  });

  it.each([
    ['markup', '<img src=x onerror="alert(1)"><script>alert(1)</script>'],
    ['control characters', 'a\u0000b\u0007c\u001b[31m'],
    ['a turned direction', 'photo\u202egpj.exe'],
    ['a lone surrogate', 'a\ud83d'],
    ['what templates fill in', '{name} $1 %s'],
  ])('[W2] that says %s is read as harmless text', async (_what, text) => {
    const ada = await office.enter('Ada');
    const eve = await joinWithSdk(office.open.url, { protocol: PROTOCOL_VERSION, name: 'Eve' });
    expect(await eve.room.request('say', { to: OFFICE, text })).toMatchObject({ ok: true });
    await until(() => linesOf(ada, 'office').at(-1)?.from === eve.welcome.personId, 'Ada reads it');
    const read = linesOf(ada, 'office').at(-1)?.text ?? '';
    expect(read.isWellFormed()).toBe(true);
    expect(read).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    await eve.room.leave();
  });

  it('[W3] that says too much too fast is stopped, and the others are not', async () => {
    const ada = await office.enter('Ada');
    const eve = await joinWithSdk(office.open.url, { protocol: PROTOCOL_VERSION, name: 'Eve' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => eve.room.request<unknown, object>('say', { to: OFFICE, text: `spam ${n}` })),
    );
    const said = answers.filter((answer) => 'ok' in answer).length;
    expect(said).toBeGreaterThanOrEqual(tuning.linesAtOnce);
    expect(said).toBeLessThanOrEqual(tuning.linesAtOnce + 2);
    expect(answers.at(-1)).toEqual({ refused: 'tooMany' });
    expect(await ada.actions.talk.say('still here', OFFICE)).toEqual({ ok: true });
    await eve.room.leave();
  });

  it('[P4] that sends ten megabytes is closed, and nobody else notices', async () => {
    const ada = await office.enter('Ada');
    const socket = await joinBarely(office.open.url, { options: { protocol: PROTOCOL_VERSION } });
    const closed = closeCodeOf(socket);
    socket.send(Buffer.alloc(10_000_000, 0x61));
    expect(await closed).toBeGreaterThan(1000);
    expect(await ada.actions.talk.say('all is well', OFFICE)).toEqual({ ok: true });
  });
});
