// Conversations across lost connections, reloads and restarts of the server.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BadNetwork } from '../support/BadNetwork.ts';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { standInPage } from '../support/standInPage.ts';
import { circleOf, meetAt, talkTogether } from '../support/talking.ts';

let server: ServerProcess;
const people: Inside[] = [];
const networks: BadNetwork[] = [];

beforeAll(async () => {
  server = await ServerProcess.start();
  standInPage(server.url);
});
afterEach(async () => {
  for (const person of people.splice(0)) person.leave();
  for (const network of networks.splice(0)) await network.close();
});
afterAll(() => server.remove());

async function enter(name: string, more: { endpoint?: string; ticket?: string } = {}): Promise<Inside> {
  const person = await enterOffice(server.url, { name, ...more });
  people.push(person);
  return person;
}
const rowOf = (person: Inside, of: string) => person.world.talk.conversation.peek()?.members.find(({ personId }) => personId === of);
const idOf = (person: Inside) => person.world.talk.conversation.peek()?.id;

it('[B14] a lost connection is shown at once, out after a moment, and back into the same conversation', async () => {
  const network = await BadNetwork.before(server.url);
  networks.push(network);
  const [ada, bob] = [await enter('Ada'), await enter('Bob')];
  const cyril = await enter('Cyril', { endpoint: network.url });
  await meetAt(37, 30, ada, bob, cyril);
  const id = idOf(ada);
  network.cut();
  await until(() => rowOf(ada, cyril.id)?.lost === true, 'Ada sees that Cyril is lost', 15_000);
  await until(() => talkTogether(ada, bob), 'Cyril is out');
  network.mend();
  await until(() => talkTogether(ada, bob, cyril), 'Cyril is back');
  expect(idOf(cyril)).toBe(id);
  expect(idOf(ada)).toBe(id);
});

it('[B14] a page that is loaded again is in the same conversation, and the others know of the new page', async () => {
  const [ada, bob] = [await enter('Ada'), await enter('Bob')];
  await meetAt(37, 30, ada, bob);
  const id = idOf(ada);
  const lost: boolean[] = [];
  ada.world.talk.conversation.subscribe(() => lost.push(rowOf(ada, bob.id)?.lost ?? false));
  ada.signalling.publishing({ microphone: true, camera: false, screen: false });
  const again = await enter('Bob', { ticket: bob.ticket });
  expect(again.id).toBe(bob.id);
  await until(() => talkTogether(ada, again), 'both know');
  expect(idOf(again)).toBe(id);
  expect(rowOf(again, ada.id)?.microphone).toBe(true);
  await until(() => lost.includes(true) && lost.at(-1) === false, 'Ada was told that the old page is gone');
});

it('[B14] after a restart of the server everybody finds the others again at once', async () => {
  const [ada, bob] = [await enter('Ada'), await enter('Bob')];
  await meetAt(37, 30, ada, bob);
  const id = idOf(ada);
  // where they stand is written within a second
  const writtenMs = performance.now() + 1200;
  await until(() => performance.now() > writtenMs, 'the places are written');
  await server.end('SIGKILL');
  await server.start();
  await until(() => talkTogether(ada, bob) && idOf(ada) !== id && idOf(ada) === idOf(bob), 'they talk again');
  expect(circleOf(ada)).toHaveLength(2);
});
