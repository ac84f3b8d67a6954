// A server that is killed while a talk is on goes on with it when it starts again.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { granted } from '../support/door.ts';
import { drawNumbered } from '../support/drawPdf.ts';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';
import { HALL_MAPS } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';

let server: ServerProcess;
const people: Inside[] = [];
beforeAll(async () => {
  server = await ServerProcess.start({}, HALL_MAPS);
  standInPage(server.url);
});
afterEach(() => {
  for (const person of people.splice(0)) person.leave();
});
afterAll(() => server.remove());

async function enter(name: string): Promise<Inside> {
  const person = await enterOffice(server.url, { name });
  people.push(person);
  return person;
}
const stageOf = ({ world }: Inside) => world.auditorium.stage.peek();
const roleOf = ({ world }: Inside) => world.talk.conversation.peek()?.role;

it('[T83] leaders, speakers, hands, questions, chapters, notes and slides are there again', async () => {
  const lea = await enter('Lea');
  await standAt(lea, 5, 3);
  const { talk } = await granted(lea, 'startTalk', { title: 'Rivers', language: 'fr' });
  const bob = await enter('Bob');
  await until(() => stageOf(lea)?.talk === talk && stageOf(bob)?.talk === talk, 'both are in it');
  const [cem, dia] = await Promise.all([enter('Cem'), enter('Dia')]);
  await standAt(cem, 8, 3);
  await until(() => roleOf(cem) === 'speaker' && roleOf(dia) === 'audience', 'Cem speaks, too');
  await granted(lea, 'changeTalk', { anonymous: true, openStage: false });
  for (const one of [bob, dia]) await granted(one, 'raiseHand', { up: true });
  await granted(lea, 'giveFloor', { personId: dia.id, video: true });
  const { question } = await granted(bob, 'askQuestion', { text: 'Why?', anonymous: true });
  await granted(bob, 'voteQuestion', { question, on: true });
  await granted(lea, 'markChapter', { title: 'Springs' });
  await granted(lea, 'nameScribe', { personId: bob.id, writes: true });
  await granted(bob, 'writeNote', { text: 'Stones move' });
  const sent = await fetch(`${server.url}/api/slides?name=Plans&pages=2`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', authorization: `Bearer ${lea.ticket}` },
    body: new Uint8Array(drawNumbered(2)),
  });
  const { slides } = (await sent.json()) as { slides: string };
  await granted(lea, 'showSlides', { slides });
  await granted(lea, 'turnPage', { page: 1 });
  // T80: what happened three seconds and a commit ago is on the disk
  const writtenMs = performance.now() + 4200;
  await until(() => performance.now() > writtenMs, 'it is written');
  const before = stageOf(lea);

  await server.end('SIGKILL');
  await until(() => lea.connection.phase.peek() === 'reconnecting', 'Lea notices');
  await server.start();
  const isBack = (one: Inside): boolean => one.connection.phase.peek() === 'online' && stageOf(one)?.talk === talk;
  await until(() => [lea, bob, cem, dia].every(isBack), 'all are in the same talk again');
  await until(() => [lea, cem, dia].every((one) => roleOf(one) === 'speaker'), 'who spoke speaks');
  expect(stageOf(lea)).toMatchObject({ openStage: false, hands: [bob.id], floor: [{ personId: dia.id, video: true }] });
  expect(stageOf(bob)?.myHand).toBe(1);
  await until(() => bob.world.auditorium.slides.peek()?.page === 1, 'the slide is on the screen again');
  expect(stageOf(lea)).toMatchObject({ title: 'Rivers', language: 'fr', anonymous: true, leaders: [lea.id], startedMs: before?.startedMs });
  const { auditorium } = bob.world;
  await until(() => auditorium.questions.peek().get(question)?.votes === 1, 'the question is there, with its vote');
  expect(auditorium.questions.peek().get(question)).toMatchObject({ text: 'Why?', by: '', name: '' });
  expect(auditorium.chapters.peek()).toMatchObject([{ title: 'Springs' }]);
  expect(auditorium.notes.peek()).toMatchObject([{ text: 'Stones move', name: 'Bob' }]);
  await granted(bob, 'writeNote', { text: 'Bob still writes' });

  await granted(lea, 'turnPage', { page: 0 });
  const read = await fetch(`${server.url}/slides/${slides}`, { headers: { authorization: `Bearer ${bob.ticket}` } });
  expect(read.status).toBe(200);
  await granted(lea, 'endTalk', {});
  await until(() => stageOf(lea) === undefined, 'it ends');
  const page = await (await fetch(`${server.url}/t/${talk}`)).text();
  for (const words of ['Why?', 'Springs', 'Stones move', 'Bob still writes', `/t/${talk}/slides/${slides}`]) expect(page).toContain(words);
  expect((await fetch(`${server.url}/t/${talk}/slides/${slides}`)).headers.get('content-type')).toBe('application/pdf');
});
