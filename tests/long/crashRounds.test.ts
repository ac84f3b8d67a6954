// The server is killed again and again while people walk: everybody is back, once, and lost at most a second of walking.
import type { Direction } from '@comptoir/shared/movement';
import { afterAll, expect, it } from 'vitest';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { standInPage } from '../support/standInPage.ts';

const ROUNDS = 10;
const WALKERS = 10;
const WALK_MS = 3000;
const MAY_LOSE_MS = 1000;
/** Between two notes of where somebody is. */
const NOTE_MS = 40;

interface Note {
  ms: number;
  x: number;
  y: number;
}

const opened: { server?: ServerProcess; people: Inside[] } = { people: [] };
afterAll(async () => {
  for (const person of opened.people) person.leave();
  await opened.server?.remove();
});

const isBack = (person: Inside): boolean => person.connection.phase.peek() === 'online' && person.world.me.peek() !== undefined;

/** How old the latest note is of somebody at this place; Infinity when they never were there. */
const ageAt = (notes: readonly Note[], place: { x: number; y: number }, nowMs: number): number =>
  nowMs - (notes.findLast(({ x, y }) => Math.hypot(x - place.x, y - place.y) <= 8)?.ms ?? Number.NEGATIVE_INFINITY);

it(`[R9] killed ${ROUNDS} times while ${WALKERS} people walk, the server loses at most a second of walking and nobody`, async () => {
  const server = await ServerProcess.start();
  opened.server = server;
  standInPage(server.url);
  const { people } = opened;
  for (let n = 0; n < WALKERS; n++) people.push(await enterOffice(server.url, { name: `Walker ${n + 1}` }));
  const ids = people.map(({ id }) => id);
  const random = seededRandom(9);
  const lostMs: number[] = [];
  const backMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const notes = people.map((): Note[] => []);
    const turnAtMs = people.map(() => 0);
    const endMs = performance.now() + WALK_MS;
    while (performance.now() < endMs) {
      people.forEach((person, n) => {
        person.draw();
        notes[n]?.push({ ms: performance.now(), ...person.place });
        if (performance.now() < (turnAtMs[n] ?? 0)) return;
        turnAtMs[n] = performance.now() + 200 + random() * 800;
        person.hold(Math.floor(random() * 8) as Direction, 'walk');
      });
      const nextMs = performance.now() + NOTE_MS;
      await until(() => performance.now() >= nextMs, 'the next note');
    }
    const killedMs = performance.now();
    await server.end('SIGKILL');
    for (const person of people) person.letGo();
    await until(() => people.every((person) => !isBack(person)), 'everybody notices');
    await server.start();
    const openMs = performance.now();
    await until(() => people.every(isBack), `everybody is back after kill ${round + 1}`, 2000);
    backMs.push(performance.now() - openMs);
    expect(people.map(({ id }) => id)).toEqual(ids);
    people.forEach((person, n) => {
      const age = ageAt(notes[n] ?? [], person.place, killedMs);
      lostMs.push(age);
      expect(age, `${n + 1} is where they were at most a second before kill ${round + 1}`).toBeLessThanOrEqual(MAY_LOSE_MS + NOTE_MS);
    });
    await until(() => people.every(({ world }) => world.people.peek().size === WALKERS), 'everybody reads all names, once');
    await until(() => people.every(({ world }) => world.avatars.size < WALKERS), 'nobody sees a ghost');
  }
  const most = (all: number[]): number => Math.round(Math.max(...all));
  process.stdout.write(`crash rounds: back after at most ${most(backMs)} ms, at most ${most(lostMs)} ms of walking lost\n`);
});
