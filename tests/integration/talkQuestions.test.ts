// Questions of a talk with real clients: a hundred in a minute, votes as forged as can be, and nothing on any wire that says who asked without a name.
import { afterEach, expect, it } from 'vitest';
import { granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk, wireOf } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
const questionsOf = (person: Inside) => [...person.world.auditorium.questions.peek().values()];
const question = (person: Inside, id: string) => person.world.auditorium.questions.peek().get(id);
const ask = async (person: Inside, text: string, anonymous = false): Promise<string> =>
  (await granted(person, 'askQuestion', { text, anonymous })).question;
const vote = (person: Inside, id: string, on = true) => refusalOf(person, 'voteQuestion', { question: id, on });

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
  endTalks(office);
});

it('[T30] a hundred in a minute reach everybody, and nobody is told more than twice a second', async () => {
  const lea = await startTalk(office);
  const askers = await enterHall(office, ...Array.from({ length: 34 }, (_, n) => `Asker ${n}`));
  let told = 0;
  undo.push(lea.world.auditorium.questions.subscribe(() => told++));
  told = 0;
  const fromMs = performance.now();
  for (let round = 1; round <= 3; round++)
    await Promise.all(askers.map(async (one, n) => expect(await ask(one, `Question ${n} of round ${round}?`)).not.toBe('')));
  const [first] = askers as [Inside];
  expect(await refusalOf(first, 'askQuestion', { text: 'One more?', anonymous: false })).toBe('tooMany');
  await until(() => [lea, ...askers].every((one) => questionsOf(one).length === 102), 'everybody has them all');
  expect(told).toBeLessThanOrEqual(2 * ((performance.now() - fromMs) / 1000) + 2);

  // everybody votes for the same one, some of them twice
  const id = questionsOf(lea)[0]?.id ?? '';
  await Promise.all(askers.flatMap((one, n) => (n % 3 === 0 ? [vote(one, id), vote(one, id)] : [vote(one, id)])));
  await until(() => [lea, first].every((one) => question(one, id)?.votes === 34), 'each counts once');
});

it('[T21] who asked without a name is on no wire but their own', async () => {
  const lea = await startTalk(office);
  const [ada, bob, cem] = (await enterHall(office, 'Ada', 'Bob Unmistakable', 'Cem')) as [Inside, Inside, Inside];
  await until(() => [lea, ada, cem].every((one) => one.world.people.peek().has(bob.id)), 'they know one another');
  expect(await refusalOf(bob, 'askQuestion', { text: 'Hm?', anonymous: true })).toBe('namesOnly');
  await granted(lea, 'changeTalk', { anonymous: true });
  const wires = [lea, ada, cem].map((one) => wireOf(office, one));
  undo.push(...wires.map(({ end }) => end));

  const id = await ask(bob, 'Is it true?', true);
  const named = await ask(cem, 'Is this mine?');
  await until(() => [lea, ada, cem].every((one) => question(one, id) && question(one, named)), 'everybody reads both');
  await vote(bob, id);
  await vote(cem, id);
  await granted(lea, 'pinQuestion', { question: id });
  await granted(lea, 'markQuestion', { question: id, as: 'answered' });
  await until(() => question(ada, id)?.answeredMs !== null && question(ada, id)?.votes === 2, 'it goes its way');
  expect(question(lea, id)).toMatchObject({ by: '', name: '', text: 'Is it true?', pinned: true });
  expect(question(lea, named)).toMatchObject({ by: cem.id, name: 'Cem' });
  expect([...bob.world.auditorium.myQuestions.peek()]).toEqual([id]);
  for (const one of [lea, ada]) expect(one.world.auditorium.myQuestions.peek().size).toBe(0);

  // somebody else may not take it away, and whoever asked may
  expect(await refusalOf(ada, 'markQuestion', { question: id, as: 'removed' })).toBe('notLeading');
  expect(await refusalOf(bob, 'markQuestion', { question: id, as: 'open' })).toBe('notLeading');
  await granted(bob, 'markQuestion', { question: id, as: 'removed' });
  await until(() => [lea, ada, cem].every((one) => !question(one, id)), 'it is gone');
  const all = wires.map(({ bytes }) => bytes());
  for (const bytes of all) {
    expect(bytes).toContain('Is it true?');
    expect(bytes).not.toContain(bob.id);
    expect(bytes).not.toContain('Unmistakable');
  }
  // what is looked for would be found
  expect(all[0]).toContain(cem.id);
});

it('[T22] forged votes count for nothing', async () => {
  const lea = await startTalk(office);
  const [ada, out] = (await enterHall(office, 'Ada', 'Out')) as [Inside, Inside];
  await standAt(out, 18, 10);
  await until(() => out.world.auditorium.stage.peek() === undefined, 'Out has left the hall');
  const id = await ask(ada, 'Why?');
  const removed = await ask(ada, 'Never mind?');
  await granted(ada, 'markQuestion', { question: removed, as: 'removed' });
  expect(await vote(out, id)).toBe('noTalk');
  expect(await refusalOf(out, 'askQuestion', { text: 'From outside?', anonymous: false })).toBe('noTalk');
  expect(await vote(ada, removed)).toBe('notThere');
  expect(await vote(ada, 'nobody')).toBe('notThere');
  for (const forged of [{ question: id }, { question: id, on: 2 }, { question: id, on: true, personId: lea.id }, { question: 7, on: true }])
    expect(await ada.connection.request('voteQuestion', forged as never)).toEqual({ refused: 'invalid' });
  await vote(ada, id);
  await vote(lea, id);
  await until(() => question(lea, id)?.votes === 2, 'two votes');
  await vote(lea, id, false);
  await until(() => question(ada, id)?.votes === 1, 'one is taken back');
  // whoever left has voted all the same, and finds their vote again
  await standAt(ada, 18, 10);
  await until(() => ada.world.auditorium.stage.peek() === undefined, 'Ada has left');
  expect(question(lea, id)?.votes).toBe(1);
  await standAt(ada, 5, 12);
  await until(() => ada.world.auditorium.myVotes.peek().has(id), 'Ada is back');
  expect(question(ada, id)?.votes).toBe(1);
  expect([...ada.world.auditorium.myQuestions.peek()]).toEqual([id]);
});

it('[T23] those who are apart do not read what has the name of the other', async () => {
  const lea = await startTalk(office);
  const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
  await granted(lea, 'changeTalk', { anonymous: true });
  const before = await ask(bob, 'Before?');
  await until(() => question(ada, before) !== undefined, 'Ada reads it');
  await granted(ada, 'block', { personId: bob.id, blocked: true });
  await until(() => question(ada, before) === undefined, 'Ada reads it no more');
  const named = await ask(bob, 'Mine?');
  const nameless = await ask(bob, 'Whose?', true);
  await until(() => question(ada, nameless) !== undefined && question(lea, named) !== undefined, 'the others read');
  expect(question(ada, named)).toBeUndefined();
  expect(await vote(ada, named)).toBe('notThere');
  expect(await vote(ada, nameless)).toBeUndefined();
  await granted(ada, 'block', { personId: bob.id, blocked: false });
  await until(() => question(ada, before) !== undefined && question(ada, named) !== undefined, 'all of it again');
});
