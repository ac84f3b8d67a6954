// Polls, a debate, applause and chapters of a talk with real clients: who learns what when, two leaders at once, and whoever comes late.
import type { AuditoriumServerMessages } from '@comptoir/shared/protocol/auditorium';
import type { Ask, RequestName } from '@comptoir/shared/protocol/requests';
import { afterEach, expect, it } from 'vitest';
import { granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
afterEach(() => endTalks(office));

const pollsOf = (person: Inside) => person.world.auditorium.polls.peek();
const debateOf = (person: Inside) => person.world.auditorium.debate.peek();
const chaptersOf = (person: Inside) => person.world.auditorium.chapters.peek();
const everybody = (people: readonly Inside[], isSo: (person: Inside) => boolean): boolean => people.every(isSo);

it('[T26] a poll is counted for leaders alone until it is closed', async () => {
  const lea = await startTalk(office);
  const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
  const { poll } = await granted(lea, 'openPoll', { text: 'Which?', options: ['this', 'that'] });
  await granted(lea, 'openPoll', { text: 'And?', options: ['one', 'two', 'three'] });
  await until(() => everybody([ada, bob], (one) => pollsOf(one).list.length === 2), 'all see both');
  expect(await refusalOf(ada, 'votePoll', { poll, option: 2 })).toBe('invalid');
  expect(await refusalOf(ada, 'votePoll', { poll: 'nobody', option: 0 })).toBe('notThere');
  await granted(ada, 'votePoll', { poll, option: 0 });
  // what I did myself is told before the answer
  expect(pollsOf(ada).mine).toEqual({ [poll]: 0 });
  await granted(ada, 'votePoll', { poll, option: 1 });
  await granted(bob, 'votePoll', { poll, option: 1 });
  await until(() => pollsOf(lea).list[0]?.counts?.join() === '0,2', 'the leader sees how it goes');
  await until(() => pollsOf(ada).list[0]?.voters === 2, 'the others see how many');
  expect(pollsOf(ada).list[0]).toMatchObject({ counts: null, open: true });

  // whoever leads sees them from then on, and no longer than that
  await granted(lea, 'leadTalk', { personId: bob.id, leads: true });
  await until(() => pollsOf(bob).list[0]?.counts?.join() === '0,2', 'another leader does, too');
  await granted(lea, 'leadTalk', { personId: bob.id, leads: false });
  await until(() => pollsOf(bob).list[0]?.counts === null, 'and no more');

  await granted(lea, 'closePoll', { poll });
  await until(() => everybody([ada, bob], (one) => pollsOf(one).list[0]?.counts?.join() === '0,2'), 'all see the counts');
  expect(await refusalOf(bob, 'votePoll', { poll, option: 0 })).toBe('voteClosed');
});

it('[T27] only leaders lead, and nobody outside does anything', async () => {
  const lea = await startTalk(office);
  const [ada, out] = (await enterHall(office, 'Ada', 'Out')) as [Inside, Inside];
  await standAt(out, 18, 10);
  await until(() => out.world.auditorium.stage.peek() === undefined, 'Out has left the hall');
  const { question } = await granted(lea, 'askQuestion', { text: 'Why?', anonymous: false });
  const { poll } = await granted(lea, 'openPoll', { text: 'Which?', options: ['this', 'that'] });
  const { chapter } = await granted(lea, 'markChapter', { title: 'One' });
  const ofLeaders: { [R in RequestName]?: Ask<R> } = {
    markQuestion: { question, as: 'removed' },
    pinQuestion: { question },
    openPoll: { text: 'Which?', options: ['this', 'that'] },
    closePoll: { poll },
    openDebate: { sides: ['yes', 'no'] },
    advanceDebate: { to: 'debate' },
    takeSide: { personId: ada.id, side: 0 },
    markChapter: { title: 'Two' },
    changeChapter: { chapter, title: '', remove: true },
  };
  const ofAll: { [R in RequestName]?: Ask<R> } = {
    askQuestion: { text: 'Why?', anonymous: false },
    voteQuestion: { question, on: true },
    votePoll: { poll, option: 0 },
    voteSide: { side: 0 },
  };
  for (const [name, ask] of Object.entries(ofLeaders)) expect(await refusalOf(ada, name as RequestName, ask), name).toBe('notLeading');
  for (const [name, ask] of Object.entries({ ...ofLeaders, ...ofAll }))
    expect(await refusalOf(out, name as RequestName, ask), name).toBe('noTalk');
  out.connection.send('applaud', { reaction: 'clap', n: 5 });
  let heard: AuditoriumServerMessages['applause'] | undefined;
  ada.world.auditorium.onApplause((applause) => {
    heard = applause;
  });
  for (const one of [lea, ada]) one.connection.send('applaud', { reaction: 'clap', n: 2 });
  await until(() => heard !== undefined, 'applause is heard');
  expect(heard?.clap).toBeLessThanOrEqual(4);
  expect(chaptersOf(ada)).toHaveLength(1);
});

it('[T27] two leaders who do the same at once do it once', async () => {
  const lea = await startTalk(office);
  const [bob] = (await enterHall(office, 'Bob')) as [Inside];
  await granted(lea, 'leadTalk', { personId: bob.id, leads: true });
  const both = <R extends RequestName>(name: R, ask: Ask<R>) => Promise.all([lea, bob].map((one) => refusalOf(one, name, ask)));
  expect((await both('openDebate', { sides: ['yes', 'no'] })).toSorted()).toEqual(['busy', undefined]);
  expect(await both('advanceDebate', { to: 'debate' })).toEqual([undefined, undefined]);
  await until(() => everybody([lea, bob], (one) => debateOf(one)?.view.phase === 'debate'), 'one step');
  expect((await both('markChapter', { title: 'Prices' })).toSorted()).toEqual(['tooSoon', undefined]);
  const { question } = await granted(lea, 'askQuestion', { text: 'Why?', anonymous: false });
  expect(await both('pinQuestion', { question })).toEqual([undefined, undefined]);
  expect(await both('markQuestion', { question, as: 'answered' })).toEqual([undefined, undefined]);
  expect((await both('markQuestion', { question, as: 'removed' })).toSorted()).toEqual(['notThere', undefined]);
  await until(() => everybody([lea, bob], (one) => chaptersOf(one).length === 1), 'one chapter');
});

it('[T28] a debate: votes before and after, and how many moved at the end', async () => {
  const lea = await startTalk(office);
  const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
  await granted(lea, 'openDebate', { sides: ['yes', 'no'] });
  expect(await refusalOf(lea, 'takeSide', { personId: ada.id, side: 0 })).toBe('notHere');
  await granted(lea, 'takeSide', { personId: lea.id, side: 1 });
  for (const one of [ada, bob]) await granted(one, 'voteSide', { side: 0 });
  expect(debateOf(ada)?.mine).toEqual([0, null]);
  await granted(lea, 'advanceDebate', { to: 'debate' });
  expect(await refusalOf(ada, 'voteSide', { side: 1 })).toBe('voteClosed');
  await granted(lea, 'advanceDebate', { to: 'after' });
  await granted(ada, 'voteSide', { side: 1 });
  await until(() => debateOf(lea)?.view.voters.join() === '2,1', 'how many is told');
  expect(debateOf(lea)?.view).toMatchObject({ before: null, after: null, speakers: { [lea.id]: 1 } });
  await granted(lea, 'advanceDebate', { to: 'over' });
  await until(() => everybody([lea, ada, bob], (one) => debateOf(one)?.view.after?.join() === '0,1'), 'all see it at the end');
  expect(debateOf(bob)).toMatchObject({ view: { before: [2, 0] }, mine: [0, null] });
  // nothing of it is anybody's in the next one, whoever is quick to vote in it
  await granted(lea, 'openDebate', { sides: ['left', 'right'] });
  await granted(ada, 'voteSide', { side: 1 });
  await until(() => everybody([lea, ada, bob], (one) => debateOf(one)?.view.voters.join() === '1,0'), 'the next one begins');
  expect([debateOf(ada)?.mine, debateOf(bob)?.mine]).toEqual([
    [1, null],
    [null, null],
  ]);
});

it('[T29] the clock of a side stands for somebody whose connection is lost, and for whoever does not speak', async () => {
  const lea = await startTalk(office);
  const [ada, max] = (await enterHall(office, 'Ada', 'Max')) as [Inside, Inside];
  await standAt(max, 8, 3);
  const { auditorium } = office.open.room();
  const talk = auditorium.talkOf(lea.id);
  if (!talk) throw new Error('a talk is on');
  await granted(lea, 'openDebate', { sides: ['yes', 'no'] });
  await granted(lea, 'takeSide', { personId: lea.id, side: 0 });
  await granted(lea, 'takeSide', { personId: max.id, side: 1 });
  await granted(lea, 'advanceDebate', { to: 'debate' });
  const told: string[] = [];
  ada.world.auditorium.debate.subscribe((debate) => told.push(debate?.view.spokenMs.join() ?? ''));
  const speak = (spoken: Record<string, number>): void => auditorium.interaction.spoke(talk, spoken);
  for (let n = 0; n < 10; n++) speak({ [lea.id]: 200, [max.id]: 100, [ada.id]: 200 });
  await until(() => debateOf(ada)?.view.spokenMs.join() === '2000,1000', 'the clocks ran');
  max.leave();
  await until(() => !office.open.room().clientOf.has(max.id), 'Max is gone');
  told.length = 0;
  for (let n = 0; n < 12; n++) {
    speak({ [lea.id]: 200, [max.id]: 200 });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await until(() => debateOf(ada)?.view.spokenMs.join() === '4400,1000', 'one clock stands');
  // T30: once a second
  expect(told.length).toBeLessThanOrEqual(4);
});

it('[T33] whoever comes late or again has everything at once', async () => {
  const lea = await startTalk(office);
  const [ada] = (await enterHall(office, 'Ada')) as [Inside];
  const ids: string[] = [];
  for (const text of ['One?', 'Two?', 'Three?']) ids.push((await granted(ada, 'askQuestion', { text, anonymous: false })).question);
  await granted(ada, 'voteQuestion', { question: ids[0] ?? '', on: true });
  await granted(lea, 'pinQuestion', { question: ids[1] ?? '' });
  const { poll } = await granted(lea, 'openPoll', { text: 'Which?', options: ['this', 'that'] });
  await granted(ada, 'votePoll', { poll, option: 1 });
  await granted(lea, 'openDebate', { sides: ['yes', 'no'] });
  await granted(ada, 'voteSide', { side: 1 });
  await granted(lea, 'markChapter', { title: '' });
  const isComplete = ({ world: { auditorium } }: Inside): boolean =>
    auditorium.questions.peek().size === 3 &&
    auditorium.polls.peek().list.length === 1 &&
    auditorium.debate.peek() !== undefined &&
    auditorium.chapters.peek().length === 1;

  const late = await office.enter('Late');
  const fromMs = performance.now();
  await until(() => late.world.auditorium.stage.peek() !== undefined, 'Late is in the talk');
  await until(() => isComplete(late), 'Late has it all');
  expect(performance.now() - fromMs).toBeLessThan(1000);
  expect([...late.world.auditorium.questions.peek().values()].map(({ pinned }) => pinned)).toEqual([false, true, false]);
  expect([late.world.auditorium.myVotes.peek().size, pollsOf(late).mine, debateOf(late)?.mine]).toEqual([0, {}, [null, null]]);

  const { ticket } = ada;
  const again = await office.enter('Ada', { ticket });
  await until(() => isComplete(again), 'Ada has it all on another page');
  expect([...again.world.auditorium.myVotes.peek()]).toEqual([ids[0]]);
  expect([...again.world.auditorium.myQuestions.peek()]).toEqual(ids);
  expect([pollsOf(again).mine, debateOf(again)?.mine]).toEqual([{ [poll]: 1 }, [1, null]]);
});

it('[T34] a chapter without a title has the next one of the programme, which a leader may change', async () => {
  const lea = await startTalk(office);
  await granted(lea, 'changeTalk', { programme: ['Welcome', '  Prices  ', ''] });
  await until(() => lea.world.auditorium.stage.peek()?.programme.join() === 'Welcome,Prices', 'the programme is told');
  expect(await refusalOf(lea, 'changeTalk', { programme: ['x'.repeat(81)] })).toBe('textTooLong');
  await granted(lea, 'markChapter', { title: '' });
  await until(() => lea.world.auditorium.chapters.peek()[0]?.title === 'Welcome', 'the first one');
  const later = await office.enter('Late');
  await until(() => later.world.auditorium.stage.peek()?.programme.length === 2, 'Late has it too');
});
