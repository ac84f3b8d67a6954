// Others glide, also over a bad network.
import type { Direction } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, expect, it } from 'vitest';
import { BadNetwork, type Badness } from '../support/BadNetwork.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const networks: BadNetwork[] = [];
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close();
});

const BAD: Badness = { delayMs: 150, jitterMs: 50, heldShare: 0.02, heldMs: 300 };
/** Frames that are looked at: of ten seconds, on a machine that has time. */
const FRAMES = 600;
/** A frame that comes later than this says that nothing here had time, the network neither: it held everything back for longer than the rule speaks of ... */
const LATE_FRAME_MS = 50;
/** ... and what is seen until so long after that is not looked at. */
const UNTIL_CALM_MS = 1000;
const MOST_SECONDS = 45;
const WALKERS = 6;
const ALLOWED_PX = 24;
const FRAME_MS = 1000 / 60;
const GAIT_PX_PER_S = { still: 0, stroll: tuning.strollPxPerS, walk: tuning.walkPxPerS, run: tuning.runPxPerS } as const;

async function enterBehind(name: string, seed: number): Promise<Inside> {
  const network = await BadNetwork.before(office.open.url, { ...BAD, seed });
  networks.push(network);
  return office.enter(name, { endpoint: network.url });
}

it('[M11] 150 ± 50 ms and 2 % held for 300 ms: nobody moves more than 24 px beyond the gait between two drawn frames', async () => {
  const random = seededRandom(7);
  const onlooker = await enterBehind('Onlooker', 1);
  const walkers = await Promise.all(Array.from({ length: WALKERS }, (_, n) => enterBehind(`Walker ${n + 1}`, n + 2)));
  await until(() => walkers.every((walker) => onlooker.sees(walker) !== undefined), 'the onlooker sees everybody');

  let frames = 0;
  const endMs = performance.now() + MOST_SECONDS * 1000;
  const isOver = (): boolean => frames >= FRAMES || performance.now() > endMs;
  const wander = async (walker: Inside): Promise<void> => {
    while (!isOver()) {
      const choice = random();
      if (choice < 0.75) walker.hold(Math.floor(random() * 8) as Direction, random() < 0.5 ? 'run' : 'walk');
      else if (choice < 0.85) void walker.actions.walkTo({ x: 1000 + random() * 600, y: 900 + random() * 200 }, 'run');
      else walker.letGo();
      const nextMs = performance.now() + 100 + random() * 600;
      await until(() => performance.now() >= nextMs, 'the next whim');
    }
    walker.hold(2);
    walker.letGo();
  };

  const jumps: string[] = [];
  const before = new Map<number, { x: number; y: number; gait: keyof typeof GAIT_PX_PER_S }>();
  let drawnMs = performance.now();
  let lateMs = drawnMs;
  const drawFrame = (): void => {
    const { nowMs } = onlooker.draw();
    const passedS = (nowMs - drawnMs) / 1000;
    drawnMs = nowMs;
    if (passedS * 1000 > LATE_FRAME_MS) lateMs = nowMs;
    const isCalm = nowMs - lateMs > UNTIL_CALM_MS;
    if (isCalm) frames++;
    for (const avatarNumber of before.keys()) if (!onlooker.world.avatars.has(avatarNumber)) before.delete(avatarNumber);
    for (const [avatarNumber, { trail }] of onlooker.world.avatars) {
      const known = before.get(avatarNumber);
      if (known) {
        const px = Math.hypot(trail.x - known.x, trail.y - known.y);
        const fair = Math.max(GAIT_PX_PER_S[known.gait], GAIT_PX_PER_S[trail.gait]) * passedS;
        if (isCalm && px > fair + ALLOWED_PX) jumps.push(`${px.toFixed(1)} px in ${(passedS * 1000).toFixed(0)} ms`);
      }
      before.set(avatarNumber, { x: trail.x, y: trail.y, gait: trail.gait });
    }
  };
  const look = async (): Promise<void> => {
    while (!isOver()) {
      drawFrame();
      await new Promise((next) => setTimeout(next, FRAME_MS));
    }
  };
  await Promise.all([look(), ...walkers.map(wander)]);
  expect(frames).toBe(FRAMES);
  expect(jumps).toEqual([]);

  // and in the end everybody stands where the server has them
  await until(() => walkers.every((walker) => office.place(walker).isStill), 'everybody stands');
  for (const walker of walkers) {
    await until(() => isNear(onlooker.sees(walker), office.place(walker), 1) || onlooker.sees(walker) === undefined, 'they are seen there');
    await until(() => isNear(walker.place, office.place(walker), 1), 'they believe to be there');
  }
}, 90_000);

it('[M4] over the same network nobody honest is put back', async () => {
  const random = seededRandom(11);
  const ada = await enterBehind('Ada', 30);
  const putBacks = async (): Promise<string> =>
    (await (await fetch(`${office.open.url}/metrics`)).text())
      .split('\n')
      .filter((line) => /^\w*put_?backs?\w*\{/i.test(line))
      .join('\n');
  const before = await putBacks();
  const endMs = performance.now() + 8000;
  while (performance.now() < endMs) {
    if (random() < 0.8) ada.hold(Math.floor(random() * 8) as Direction, random() < 0.5 ? 'run' : 'walk');
    else ada.letGo();
    const nextMs = performance.now() + 60 + random() * 500;
    await until(() => performance.now() >= nextMs, 'the next whim');
  }
  ada.letGo();
  await until(() => office.place(ada).isStill && isNear(ada.place, office.place(ada), 1), 'both agree where Ada stands');
  expect(await putBacks()).toBe(before);
}, 30_000);
