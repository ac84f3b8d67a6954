// What stays of a talk, with real clients: notes, what is kept and what is not, who may change it, and that deleted is deleted.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PastTalk } from '@comptoir/shared/protocol/replay';
import { afterEach, expect, it } from 'vitest';
import { enterAs, granted, refusalOf } from '../support/door.ts';
import { drawNumbered } from '../support/drawPdf.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
afterEach(() => endTalks(office));

const notesOf = ({ world }: Inside): string[] => world.auditorium.notes.peek().map(({ text }) => text);
const isOver = async (...people: Inside[]): Promise<void> =>
  until(() => people.every(({ world }) => world.auditorium.stage.peek() === undefined), 'the talk is over');
const shelfOf = async (person: Inside): Promise<PastTalk[]> => (await granted(person, 'pastTalks', {})).list;
const storedOf = (talkId: string) => office.open.room().parts.store.talks.find({ talkId });

it('[T81] leaders and their scribes write notes, three at most; all read them as they come, and whoever comes late', async () => {
  const lea = await startTalk(office);
  const [ada, bob, cem, dan] = (await enterHall(office, 'Ada', 'Bob', 'Cem', 'Dan')) as [Inside, Inside, Inside, Inside];
  expect(await refusalOf(ada, 'writeNote', { text: 'Mine' })).toBe('notScribe');
  expect(await refusalOf(ada, 'nameScribe', { personId: ada.id, writes: true })).toBe('notLeading');
  for (const { id } of [ada, bob, cem]) await granted(lea, 'nameScribe', { personId: id, writes: true });
  expect(await refusalOf(lea, 'nameScribe', { personId: dan.id, writes: true })).toBe('tooMany');
  await until(() => ada.world.auditorium.scribes.peek().includes(ada.id), 'Ada knows that she writes');

  const { note } = await granted(ada, 'writeNote', { text: '  Rivers   carry <b>stones</b> ' });
  await granted(lea, 'writeNote', { text: 'And sand' });
  await until(() => [lea, dan].every((one) => notesOf(one).length === 2), 'all read both');
  expect(notesOf(dan)).toEqual(['Rivers carry <b>stones</b>', 'And sand']);
  expect(dan.world.auditorium.notes.peek()[0]).toMatchObject({ name: 'Ada' });
  expect(await refusalOf(ada, 'writeNote', { text: 'x'.repeat(281) })).toBe('textTooLong');
  expect(await refusalOf(dan, 'changeNote', { note, text: 'Dan was here', remove: false })).toBe('notScribe');
  await granted(bob, 'changeNote', { note, text: 'Rivers carry stones', remove: false });
  const [late] = (await enterHall(office, 'Late')) as [Inside];
  await until(() => notesOf(late).join() === 'Rivers carry stones,And sand', 'who comes late reads all');
  await granted(lea, 'nameScribe', { personId: ada.id, writes: false });
  expect(await refusalOf(ada, 'writeNote', { text: 'Still?' })).toBe('notScribe');
});

it('[T80][T82][T88] the record holds the talk and no secret; leaders and hosts change it, others do not', async () => {
  const lea = await startTalk(office, 'Lea', 'Rivers and stones');
  const [bob, cem] = (await enterHall(office, 'Bob Unmistakable', 'Cem')) as [Inside, Inside];
  await granted(lea, 'changeTalk', { anonymous: true });
  const { question } = await granted(bob, 'askQuestion', { text: 'Is it true?', anonymous: true });
  await granted(cem, 'voteQuestion', { question, on: true });
  const { poll } = await granted(lea, 'openPoll', { text: 'Which?', options: ['this', 'that'] });
  await granted(bob, 'votePoll', { poll, option: 1 });
  await granted(lea, 'markChapter', { title: 'Springs' });
  const talk = lea.world.auditorium.stage.peek()?.talk ?? '';

  await expect.poll(async () => (await storedOf(talk))?.record, { timeout: 5000 }).toContain('Springs');
  const live = (await storedOf(talk))?.record ?? '';
  expect(live).not.toContain(bob.id);
  expect(live).not.toContain('Unmistakable');
  await granted(lea, 'endTalk', {});
  await isOver(lea, bob);
  await expect.poll(async () => (await storedOf(talk))?.endedMs ?? null).not.toBeNull();
  const record = (await storedOf(talk))?.record ?? '';
  for (const secret of [bob.id, cem.id, 'Unmistakable']) expect(record).not.toContain(secret);
  expect(JSON.parse(record)).toMatchObject({
    leaders: { [lea.id]: 'Lea' },
    speakers: { [lea.id]: 'Lea' },
    questions: [{ text: 'Is it true?', name: '', by: '', votes: 1 }],
    polls: [{ counts: [0, 1], isOpen: false }],
    chapters: [{ title: 'Springs' }],
  });

  const [past] = await shelfOf(cem);
  expect(past).toMatchObject({ talk, title: 'Rivers and stones', speakers: ['Lea'], questions: 1, mine: false, page: `/t/${talk}` });
  for (const [name, ask] of [
    ['editTalk', { talk, title: 'Mine now' }],
    ['editChapter', { talk, chapter: null, title: 'Mine', atMs: 0, remove: false }],
    ['removeFromTalk', { talk, what: 'question', id: question }],
    ['removeTalk', { talk }],
    ['pastTalk', { talk }],
  ] as const)
    expect(await refusalOf(cem, name, ask as never), name).toBe('notAllowed');
  await granted(lea, 'editTalk', { talk, summary: ['Stones move.', '', ' Slowly. '], kept: true });
  expect(await refusalOf(lea, 'editTalk', { talk, links: [{ title: 'x', url: 'javascript:alert(1)' }] })).toBe('noLink');
  const host = await enterAs(office, 'host');
  const { talk: detail } = await granted(host, 'pastTalk', { talk });
  expect(detail).toMatchObject({
    summary: ['Stones move.', 'Slowly.'],
    kept: true,
    keptUntilMs: null,
    mine: true,
    youtube: ['tooFew', 'tooShort'],
  });
  expect(await refusalOf(host, 'editChapter', { talk, chapter: null, title: 'Late', atMs: 86_400_000, remove: false })).toBe('invalid');
  expect(
    await refusalOf(host, 'editChapter', { talk, chapter: null, title: 'Near', atMs: detail.allChapters[0]?.atMs ?? 0, remove: false }),
  ).toBe('tooSoon');
  await granted(host, 'removeFromTalk', { talk, what: 'question', id: question });
  expect((await granted(host, 'pastTalk', { talk })).talk.written).toEqual([]);
});

it('[T84][T85] what was shown stays and what was sent does not; deleted, nothing is left on the disk', async () => {
  const lea = await startTalk(office, 'Lea', 'Slides');
  const talk = lea.world.auditorium.stage.peek()?.talk ?? '';
  const send = async (name: string): Promise<string> => {
    const answer = await fetch(`${office.open.url}/api/slides?name=${name}&pages=3`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf', authorization: `Bearer ${lea.ticket}` },
      body: new Uint8Array(drawNumbered(3)),
    });
    return ((await answer.json()) as { slides: string }).slides;
  };
  const shown = await send('Shown');
  await send('Hidden');
  await granted(lea, 'showSlides', { slides: shown });
  await granted(lea, 'turnPage', { page: 2 });
  const folder = join(office.open.dataDir, 'recordings', talk);
  await until(() => existsSync(folder) && readdirSync(folder).length === 1, 'the document is kept');
  await granted(lea, 'endTalk', {});
  await isOver(lea);
  expect(readdirSync(folder)).toEqual([`slides-${shown}.pdf`]);
  const { talk: detail } = await granted(lea, 'pastTalk', { talk });
  expect(detail.slides).toEqual([{ id: shown, name: 'Shown' }]);

  await granted(lea, 'removeTalk', { talk });
  expect(existsSync(folder)).toBe(false);
  expect(await storedOf(talk)).toBeUndefined();
  expect((await shelfOf(lea)).map((one) => one.talk)).not.toContain(talk);
});
