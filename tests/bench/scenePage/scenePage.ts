// The scene alone in a page: a real map, people made up on the spot, no server; for the client bench and for looking at pictures.
// Address: ?people=50&walking=1&seated=1&zoom=2&overview=1&hour=20&calm=1&outside=1&x=..&y=.. (px)
// &circles=1 lays out one conversation of each kind; &circles=4 puts everybody into conversations of four; &mine=1 me into the first
import { randomAppearance } from '@comptoir/assets/avatar/randomAppearance';
import type { Actions } from '@comptoir/client/actions';
import { startScene } from '@comptoir/client/scene/startScene';
import { Avatar } from '@comptoir/client/world/Avatar';
import { type Person, World } from '@comptoir/client/world/World';
import { TILE_PX, toUnits } from '@comptoir/shared/geometry';
import { findPath, nearestFree } from '@comptoir/shared/map/findPath';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { Direction } from '@comptoir/shared/movement';
import { EMOTES, RANKS } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { signal } from '@preact/signals-core';
import { circlesOfFour, layCircles, talkInFirst, turnDoors } from './layCircles.ts';

const asked = new URLSearchParams(location.search);
const number = (name: string, otherwise: number): number => Number(asked.get(name) ?? otherwise);
const NAMES = ['Noor', 'Amélie', 'Jürgen', 'Sam', 'Dami', 'Zoe', 'Björn', 'Lou', 'Mina', 'Harpreet', 'Fatou', 'Gus', 'Ingrid', 'Tomás'];
const TRADES = ['Research', 'Industrial maintenance engineer', 'Product design', 'DevOps', 'Quality of care', '', 'Machine learning'];

/** Seeded, so that two runs show and measure the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

async function run(): Promise<void> {
  const map = (await (await fetch('/map.json')).json()) as OfficeMap;
  const ground = groundOf(map);
  const { grid } = ground;
  const world = new World('office', ground);
  const random = seeded(7);
  world.clock.start(performance.now(), 1000);
  world.zoom.value = number('zoom', 2);
  world.overview.value = asked.has('overview');
  const machine = map.things.find((thing) => thing.use === 'coffee')?.shape;
  const home = { x: number('x', (machine?.x ?? 640) + 90), y: number('y', (machine?.y ?? 480) + 130) };
  const people = new Map<string, Person>();
  const meet = (avatarNumber: number, name: string): void => {
    const personId = `person-${avatarNumber}`;
    const rank = RANKS[avatarNumber % 4] ?? 'member';
    const trade = TRADES[avatarNumber % TRADES.length] ?? '';
    const appearance = randomAppearance(random);
    const availability =
      (['available', 'available', 'focused', 'away', 'available', 'doNotDisturb'] as const)[avatarNumber % 6] ?? 'available';
    people.set(personId, { personId, name, trade, appearance, availability, rank, avatarNumber, connected: true });
    world.personIds.set(avatarNumber, personId);
  };
  if (!asked.has('outside')) {
    meet(0, 'Ada');
    world.myId.value = 'person-0';
    const at = nearestFree(grid, { x: toUnits(home.x), y: toUnits(home.y) }) ?? { x: 0, y: 0 };
    world.own.put(at, 1000, 2, undefined);
    world.ownCup = asked.has('cup');
  }
  const spread = number('spread', 300);
  const count = number('people', 30);
  const seats = asked.has('seated')
    ? [...map.seats].sort((a, b) => Math.hypot(a.feetX - home.x, a.feetY - home.y) - Math.hypot(b.feetX - home.x, b.feetY - home.y))
    : [];
  const tick = () => Math.floor(world.clock.tick(performance.now()));
  for (let i = 1; i <= count; i++) {
    meet(i, NAMES[i % NAMES.length] ?? 'Kim');
    const seat = i % 2 === 0 ? seats[i / 2 - 1] : undefined;
    const near = { x: toUnits(home.x + (random() - 0.5) * 2 * spread), y: toUnits(home.y + (random() - 0.5) * 1.3 * spread) };
    const at = seat
      ? { x: toUnits((seat.tileX + 0.5) * TILE_PX), y: toUnits((seat.tileY + 0.5) * TILE_PX) }
      : (nearestFree(grid, near) ?? near);
    const direction = Math.floor(random() * 8) as Direction;
    const record = {
      avatarNumber: i,
      x: at.x,
      y: at.y,
      direction,
      gait: 'still' as const,
      seated: seat !== undefined,
      cup: i % 5 === 0,
      ring: undefined,
    };
    world.avatars.set(i, new Avatar(record, tick(), 0));
  }
  const turn = (): void => {
    for (const avatar of world.avatars.values()) {
      if (avatar.seated || random() > 0.5) continue;
      const record = {
        avatarNumber: avatar.avatarNumber,
        x: toUnits(avatar.trail.x),
        y: toUnits(avatar.trail.y),
        seated: false,
        cup: avatar.cup,
        ring: avatar.ring,
      };
      const back = Math.hypot(avatar.trail.x - home.x, avatar.trail.y - home.y) > spread;
      const homeward = Math.round(Math.atan2(home.y - avatar.trail.y, home.x - avatar.trail.x) / (Math.PI / 4)) & 7;
      const direction = (back ? homeward : Math.floor(random() * 8)) as Direction;
      avatar.learn({ ...record, direction, gait: random() < 0.75 ? 'walk' : 'still' }, tick(), 0);
    }
    world.changes++;
  };
  world.people.value = people;
  if (asked.get('circles') === '4') circlesOfFour(world);
  else if (asked.has('circles')) layCircles(world, home);
  if (asked.has('mine')) talkInFirst(world);
  if (asked.has('doors')) setInterval(() => turnDoors(world), 400);
  if (asked.has('walking')) setInterval(turn, 400);
  if (asked.has('emotes')) {
    const emote = (): void => {
      let i = 0;
      for (const avatar of world.avatars.values())
        if (i++ % 4 === 0) avatar.show(Math.floor(random() * EMOTES.length), performance.now() + 2000);
      world.changes++;
    };
    emote();
    setInterval(emote, 2500);
  }
  if (asked.has('brewing')) world.brewing.value = new Map(map.things.filter((t) => t.use === 'coffee').map((t) => [t.id, tick() + 1e6]));
  const walkTo = (x: number, y: number): void => {
    const path = findPath(grid, world.own.position, { x: toUnits(x), y: toUnits(y) });
    if (path) void world.own.follow(path, 'walk', world.clock.tick(performance.now()));
    world.changes++;
  };
  const actions = {
    walkTo: (target: { x?: number; y?: number }) => {
      if (target.x !== undefined && target.y !== undefined) walkTo(target.x, target.y);
      return Promise.resolve({ arrived: true, x: 0, y: 0 });
    },
    use: () => Promise.resolve({ ok: true }),
    zoomBy(steps: number) {
      world.zoom.value = Math.min(4, Math.max(1, world.zoom.value + steps));
    },
    toggleOverview() {
      world.overview.value = !world.overview.value;
    },
    hold: (held: Parameters<Actions['hold']>[0]) => world.own.hold(held, world.clock.tick(performance.now())),
  } as unknown as Actions;
  const parent = document.getElementById('scene');
  if (!parent) throw new Error('no place for the scene');
  const scene = await startScene(parent, world, actions, { reducedMotion: signal(asked.has('calm')), baseUrl: '' });
  const startedMs = performance.now();
  // fonts, map and the first people need a moment before anything is asked for
  const settled = (): boolean => performance.now() - startedMs > 3000 && !scene.composing;
  Object.assign(window, { scenePage: { world, scene, walkTo, tuning, settled } });
}

void run();
