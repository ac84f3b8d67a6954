// Cuts of the network as long as they are in life: twenty seconds of a tunnel, and more than the minute that a place is kept.
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, expect, it } from 'vitest';
import { BadNetwork } from '../support/BadNetwork.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const networks: BadNetwork[] = [];
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close();
});

/** Two pings without an answer, five seconds apart, and the wait for the first. */
const NOTICED_MS = 16_000;

async function enterBehind(name: string): Promise<{ person: Inside; network: BadNetwork }> {
  const network = await BadNetwork.before(office.open.url);
  networks.push(network);
  return { person: await office.enter(name, { endpoint: network.url }), network };
}

async function pass(ms: number): Promise<void> {
  const endMs = performance.now() + ms;
  await until(() => performance.now() >= endMs, 'time passes', ms + 5000);
}

it('[R5] cut for 20 s, one is back within 2 s of its return, where the walk ended, without a ghost', async () => {
  const bob = await office.enter('Bob');
  const { person: ada, network } = await enterBehind('Ada');
  const { id } = ada;
  await until(() => bob.sees(ada) !== undefined, 'Bob sees Ada');
  ada.hold(4, 'walk');
  await until(() => !office.place(ada).isStill, 'Ada walks');
  network.cut();
  await pass(20_000);
  ada.letGo();
  const stood = office.place(ada);
  expect(stood.isStill).toBe(true);
  const mendedMs = performance.now();
  network.mend();
  await until(() => ada.connection.phase.peek() === 'online', 'Ada is back', 2000);
  process.stdout.write(`20 s cut: back after ${Math.round(performance.now() - mendedMs)} ms\n`);
  expect(ada.id).toBe(id);
  await until(() => isNear(ada.place, stood, 1), 'Ada knows where she stands');
  expect(office.ids()).toEqual([bob.id, id]);
  await until(() => isNear(bob.sees(ada), stood, 1) && bob.world.avatars.size === 1, 'Bob sees her there, once');
});

it('[R3] a place is kept for 60 s after its connection was found dead, and who comes later is the same person there', async () => {
  const bob = await office.enter('Bob');
  const { person: ada, network } = await enterBehind('Ada');
  const { id } = ada;
  await ada.actions.walkTo({ area: 'square' }, 'run');
  await until(() => office.place(ada).isStill, 'Ada stands in the square');
  const stood = office.place(ada);
  const person = () => bob.world.people.peek().get(id);
  network.cut();
  const cutMs = performance.now();
  await until(() => person()?.connected === false, 'the server finds the line dead', NOTICED_MS);
  const noticedMs = performance.now();
  await until(() => person() === undefined, 'the place is given up', tuning.holdSeatMs + 3000);
  const keptMs = performance.now() - noticedMs;
  process.stdout.write(`60 s hold: found dead after ${Math.round(noticedMs - cutMs)} ms, kept for ${Math.round(keptMs)} ms\n`);
  expect(Math.abs(keptMs - tuning.holdSeatMs)).toBeLessThan(2000);
  network.mend();
  await until(() => ada.connection.phase.peek() === 'online', 'Ada is back', tuning.slowRetryMs + 2000);
  expect(ada.id).toBe(id);
  await until(() => isNear(ada.place, stood, 1), 'where she stood');
  expect(office.ids()).toEqual([bob.id, id]);
});
