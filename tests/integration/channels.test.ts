// What is written and stays, with real connections: who reads it, where and when; who changes it; and what a forged client gains.
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { useOffice } from '../support/useOffice.ts';
import { enterWriting, leaveFor, OFFICE, to, type Writer } from '../support/writing.ts';

const map = mapOf(drawHall(20, 10), [areaAt('lounge', { x: 2, y: 2, width: 6, height: 6 }, { focusable: true })]);
const office = useOffice({}, withTiles({ 'office.tmj': map, 'attic.tmj': map }));
const enter = (name: string, more: Parameters<typeof enterWriting>[2] = {}) => enterWriting(office, name, more);
const readsSoon = (who: Writer, text: string) => until(() => who.reads().includes(text), `"${text}" is read`);
const store = () => office.open.room().parts.store;

describe('a direct line', () => {
  it('[W22] to somebody who is not here is found at their next entry, by nobody else', async () => {
    const [ada, bob, eve] = [await enter('Ada'), await enter('Bob'), await enter('Eve')];
    await leaveFor(office, bob);
    await ada.say('see you on Monday', to(bob));
    const again = await enter('Bob', { ticket: bob.ticket });
    expect(again.id).toBe(bob.id);
    await readsSoon(again, 'see you on Monday');
    await until(() => again.told('channels').length > 0, 'Bob is told what is unread');
    expect(again.told('channels').at(-1)).toMatchObject([{ of: to(ada), unread: 1, person: { personId: ada.id, name: 'Ada' } }]);
    for (const other of [ada, bob]) {
      expect(await eve.ask('history', { of: to(other) })).toMatchObject({ ok: true, lines: [] });
      expect(await eve.ask('searchWords', { text: 'Monday', of: to(other) })).toMatchObject({ found: [] });
    }
    expect(await eve.ask('searchWords', { text: 'Monday' })).toMatchObject({ found: [] });
    expect(await again.ask('searchWords', { text: 'MONDAY' })).toMatchObject({ found: [{ text: 'see you on Monday' }] });
    // a person who was never here, who only says so, or oneself
    for (const id of ['nobody', ada.id, '__proto__', `${bob.id} ${eve.id}`])
      expect(await ada.ask('say', { to: { kind: 'person', id }, text: 'psst' })).toEqual({ refused: 'notHere' });
  });

  it('[W22] [W26] reaches all pages of the two, in whatever office, and is read on all of them at once', async () => {
    const ada = await enter('Ada');
    const bob = await enter('Bob');
    const bobAbove = await enter('Bob', { ticket: bob.ticket, officeId: 'attic' });
    const adaAbove = await enter('Ada', { ticket: ada.ticket, officeId: 'attic' });
    expect([bobAbove.id, adaAbove.id]).toEqual([bob.id, ada.id]);
    await leaveFor(office, bob);
    const line = await ada.say('up there', to(bob));
    await readsSoon(bobAbove, 'up there');
    await readsSoon(adaAbove, 'up there');
    const back = await enter('Bob', { ticket: bob.ticket });
    await until(() => back.told('channels').at(-1)?.[0]?.unread === 1, 'unread in the office');
    const toldAbove = bobAbove.told('channels').length;
    await back.granted('readUpTo', { of: to(ada), line: line.id });
    await until(() => bobAbove.told('channels').length > toldAbove, 'the other page is told');
    expect(bobAbove.told('channels').at(-1)).toMatchObject([{ of: to(ada), unread: 0 }]);
    expect(await back.ask('readUpTo', { of: OFFICE as never, line: line.id })).toEqual({ refused: 'notThere' });
  });

  it('[W22] [P37] across a block reaches nobody, here or not, and whoever writes does not learn of it', async () => {
    const [ada, bob] = [await enter('Ada'), await enter('Bob')];
    await bob.granted('block', { personId: ada.id, blocked: true });
    await ada.say('while you are here', to(bob));
    await leaveFor(office, bob);
    await ada.say('while you are not', to(bob));
    const again = await enter('Bob', { ticket: bob.ticket });
    await until(() => again.told('channels').length > 0, 'Bob has come in');
    expect(again.reads()).toEqual([]);
    expect(again.told('channels').at(-1)).toEqual([]);
    await again.granted('block', { personId: ada.id, blocked: false });
    expect(await again.ask('history', { of: to(ada) })).toMatchObject({ lines: [] });
    expect(await ada.ask('history', { of: to(bob) })).toMatchObject({
      lines: [{ text: 'while you are here' }, { text: 'while you are not' }],
    });
  });

  it('[W22] goes to nobody who is banned', async () => {
    const [host, bob] = [await enter('Hanna', { rank: 'host' }), await enter('Bob')];
    await host.granted('ban', { personId: bob.id, reason: 'spam', hours: 1, network: false });
    await until(() => !office.open.room().floor.office.occupants.has(bob.id), 'Bob is out');
    expect(await host.ask('say', { to: to(bob), text: 'hello?' })).toEqual({ refused: 'notHere' });
    expect(await host.ask('findPeople', { text: 'Bob' })).toMatchObject({
      people: expect.not.arrayContaining([expect.objectContaining({ personId: bob.id })]),
    });
  });

  it('[W28] goes to five strangers a day; who has written is none', async () => {
    const ada = await enter('Ada');
    const strangers = Array.from({ length: tuning.firstContactsPerDay + 1 }, (_, n) => `stranger-${n}`);
    for (const personId of strangers) {
      await store().persons.save({ personId, deviceHash: undefined, name: personId, trade: '', appearance: '', seenMs: 1 });
      store().rememberPosition({ personId, office: 'office', x: 0, y: 0, direction: 0, seat: undefined, availability: 0, atMs: 1 });
    }
    await store().flush();
    const answers = await Promise.all(strangers.map((id) => ada.ask('say', { to: { kind: 'person', id }, text: 'an offer' })));
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(tuning.firstContactsPerDay);
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'tooManyNew' }]);
    const bob = await enter('Bob');
    expect(await ada.ask('say', { to: to(bob), text: 'and you' })).toEqual({ refused: 'tooManyNew' });
    await bob.say('hello', to(ada));
    await ada.say('nice', to(bob));
    expect(await ada.ask('findPeople', { text: 'strang 3' })).toMatchObject({ people: [{ personId: 'stranger-3', here: false }] });
  });
});

describe('a line that stays', () => {
  it('[W23] [W25] is edited by who wrote it and marked by who reads it, and by nobody else', async () => {
    const [ada, bob, eve] = [await enter('Ada'), await enter('Bob'), await enter('Eve')];
    const { id: line } = await ada.say('frist', OFFICE);
    expect(await bob.ask('editLine', { line, text: 'mine' })).toEqual({ refused: 'notYours' });
    expect(await ada.ask('editLine', { line, text: ' \u200b' })).toEqual({ refused: 'textEmpty' });
    expect(await ada.ask('editLine', { line, text: 'first, @Bob' })).toMatchObject({
      ok: true,
      line: { text: 'first, @Bob', mentions: [bob.id], editedMs: expect.any(Number) },
    });
    await until(() => bob.told('lineChanged').at(-1)?.text === 'first, @Bob', 'Bob sees it');
    await bob.granted('react', { line, emoji: '👍', on: true });
    await eve.granted('react', { line, emoji: '👍', on: true });
    expect(await eve.ask('react', { line, emoji: '<b>', on: true })).toEqual({ refused: 'notEmoji' });
    await until(() => ada.told('lineChanged').at(-1)?.reactions?.[0]?.people.length === 2, 'Ada sees both');
    await bob.granted('react', { line, emoji: '👍', on: false });
    expect(await ada.ask('history', { of: OFFICE as never })).toMatchObject({
      lines: [{ text: 'first, @Bob', reactions: [{ emoji: '👍', people: [eve.id] }] }],
    });

    const direct = await ada.say('between us', to(bob));
    for (const [name, ask] of [
      ['editLine', { line: direct.id, text: 'x' }],
      ['react', { line: direct.id, emoji: '👍', on: true }],
      ['eraseLine', { line: direct.id }],
    ] as const)
      expect(await eve.ask(name, ask as never), name).toEqual({ refused: 'notThere' });
    expect(await bob.ask('eraseLine', { line: direct.id })).toEqual({ refused: 'notAllowed' });
    expect(await bob.ask('editLine', { line: direct.id, text: 'x' })).toEqual({ refused: 'notYours' });
    await bob.granted('react', { line: direct.id, emoji: '🎉', on: true });
    await until(() => ada.told('lineChanged').at(-1)?.reactions?.[0]?.emoji === '🎉', 'Ada sees the mark');
    await ada.granted('eraseLine', { line: direct.id });
    await until(() => bob.told('erased').some(({ lines }) => lines.includes(direct.id)), 'Bob no longer reads it');
  });

  it('[W24] [W15] is answered; when it is erased the answer shows nothing of it', async () => {
    const [ada, bob] = [await enter('Ada'), await enter('Bob')];
    const secret = await ada.say('the code is 1234', to(bob));
    const reply = await bob.say('thank you', to(ada), { replyTo: secret.id });
    expect(reply.replyTo).toEqual({ id: secret.id, from: ada.id, name: 'Ada', text: 'the code is 1234' });
    await ada.granted('eraseLine', { line: secret.id });
    await until(() => bob.told('lineChanged').at(-1)?.replyTo?.text === null, 'the quote is empty');
    const { lines } = await bob.granted('history', { of: to(ada) });
    expect(JSON.stringify(lines)).not.toContain('1234');
    expect(lines).toMatchObject([{ text: 'thank you', replyTo: { id: secret.id, text: null } }]);
  });

  it('[W40] is found by who may read it only', async () => {
    const [ada, bob] = [await enter('Ada', { rank: 'member' }), await enter('Bob')];
    const above = await enter('Zoe', { officeId: 'attic' });
    const guest = await enter('Guest', { rank: 'visitor', area: 'lounge' });
    const { topic } = await ada.granted('openTopic', { title: 'Été', about: '', area: null });
    await ada.say('Réunion déplacée', OFFICE);
    await ada.say('la RÉUNION d’été', { kind: 'topic', id: topic.id });
    await ada.say('réunion entre nous', to(bob));
    const find = async (who: Writer, text: string) => (await who.granted('searchWords', { text })).found.map((line) => line.text);
    expect(await find(bob, 'reunion')).toEqual(['réunion entre nous', 'la RÉUNION d’été', 'Réunion déplacée']);
    expect(await find(bob, 'ete reun')).toEqual(['la RÉUNION d’été']);
    expect(await find(await enter('Cy'), 'reunion')).toEqual(['la RÉUNION d’été', 'Réunion déplacée']);
    expect(await find(above, 'reunion')).toEqual([]);
    expect(await find(guest, 'reunion')).toEqual([]);
    expect(await guest.ask('searchWords', { text: 'reunion', of: OFFICE as never })).toEqual({ refused: 'notAllowed' });
    const [first] = (await bob.granted('searchWords', { text: 'reunion' })).found;
    const rest = await bob.granted('searchWords', { text: 'reunion', before: first?.id ?? '' });
    expect(rest.found.map((line) => line.text)).toEqual(['la RÉUNION d’été', 'Réunion déplacée']);
  });
});

describe('topics', () => {
  it('[W31] are opened by members, changed by who opened them and by hosts, one for each corner', async () => {
    const [mia, bob, host] = [await enter('Mia', { rank: 'member' }), await enter('Bob'), await enter('Hanna', { rank: 'host' })];
    const guest = await enter('Guest', { rank: 'visitor', area: 'lounge' });
    const ask = { title: ' AI  & trades ', about: 'What is new', area: 'lounge' };
    expect(await bob.ask('openTopic', ask)).toEqual({ refused: 'notAllowed' });
    expect(await mia.ask('openTopic', { ...ask, title: ' ' })).toEqual({ refused: 'titleEmpty' });
    expect(await mia.ask('openTopic', { ...ask, area: 'nowhere' })).toEqual({ refused: 'notThere' });
    const { topic } = await mia.granted('openTopic', ask);
    expect(topic).toMatchObject({ title: 'AI & trades', area: 'lounge', closed: false, by: mia.id, byName: 'Mia' });
    await until(
      () =>
        bob
          .told('topics')
          .at(-1)
          ?.some(({ id }) => id === topic.id) === true,
      'Bob sees it',
    );
    expect(await host.ask('openTopic', ask)).toEqual({ refused: 'areaTaken' });
    expect(await bob.ask('changeTopic', { topic: topic.id, closed: true })).toEqual({ refused: 'notAllowed' });
    const line = await bob.say('hello', { kind: 'topic', id: topic.id });
    await until(() => mia.reads().includes('hello'), 'Mia reads it');
    await host.granted('changeTopic', { topic: topic.id, closed: true, area: null });
    expect(await bob.ask('say', { to: { kind: 'topic', id: topic.id }, text: 'late' })).toEqual({ refused: 'topicClosed' });
    expect(await bob.ask('editLine', { line: line.id, text: 'late' })).toEqual({ refused: 'topicClosed' });
    expect(await bob.ask('history', { of: { kind: 'topic', id: topic.id } })).toMatchObject({ lines: [{ text: 'hello' }] });
    await host.granted('eraseLine', { line: line.id });
    expect(guest.told('topics')).toEqual([]);
    expect(guest.reads()).toEqual([]);
    expect(await guest.ask('history', { of: { kind: 'topic', id: topic.id } })).toEqual({ refused: 'notAllowed' });
    expect(await guest.ask('shelf', { topic: topic.id })).toEqual({ refused: 'notAllowed' });
    // of another office
    const above = await enter('Zoe', { officeId: 'attic', rank: 'host' });
    expect(await above.ask('say', { to: { kind: 'topic', id: topic.id }, text: 'hi' })).toEqual({ refused: 'notThere' });
    expect(await above.ask('changeTopic', { topic: topic.id, closed: false })).toEqual({ refused: 'notThere' });
  });

  it('[W45] links stay at hand; who put one there takes it away, and hosts any', async () => {
    const [ada, bob, host] = [await enter('Ada'), await enter('Bob'), await enter('Hanna', { rank: 'host' })];
    for (const url of ['javascript:alert(1)', 'ftp://example.org', 'https://bank.example@evil.example/', 'x'])
      expect(await ada.ask('shelve', { title: 'Look', what: { kind: 'link', url } }), url).toEqual({ refused: 'badLink' });
    const { item } = await ada.granted('shelve', { title: ' Good  read ', what: { kind: 'link', url: 'https://example.org/a' } });
    expect(await bob.ask('shelf', {})).toMatchObject({
      items: [{ id: item.id, title: 'Good read', byName: 'Ada', what: { url: 'https://example.org/a' } }],
    });
    expect(await bob.ask('unshelve', { item: item.id })).toEqual({ refused: 'notYours' });
    await host.granted('unshelve', { item: item.id });
    expect(await bob.ask('shelf', {})).toEqual({ ok: true, items: [] });
    expect(await host.ask('audit', {})).toMatchObject({
      list: expect.arrayContaining([expect.objectContaining({ act: 'unshelve', target: 'Good read' })]),
    });
  });
});
