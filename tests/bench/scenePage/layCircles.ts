// Conversations for the scene page: one of each kind around a place, a table and a meeting room, or everybody in fours.
import { Avatar } from '@comptoir/client/world/Avatar';
import type { World } from '@comptoir/client/world/World';
import type { ConversationState, Ring } from '@comptoir/shared/conversation';
import { type Point, TILE_PX, toUnits } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { nearestFree } from '@comptoir/shared/map/findPath';
import type { Direction } from '@comptoir/shared/movement';

const ringOf = (number: number, state: ConversationState, more: Partial<Ring> = {}): Ring => ({
  number,
  state,
  role: 'member',
  room: false,
  walking: false,
  ...more,
});

interface Place {
  x: number;
  y: number;
  direction: Direction;
  ring: Ring;
  seated?: boolean;
}

/** Around `home`: three among themselves, two out loud with a listener, two behind a door, two about to talk, two who walk. */
function standing({ x, y }: Point): Place[] {
  const at = (dx: number, dy: number, direction: Direction, ring: Ring): Place => ({ x: x + dx, y: y + dy, direction, ring });
  return [
    at(-220, -50, 0, ringOf(1, 'amongUs')),
    at(-140, -58, 4, ringOf(1, 'amongUs')),
    at(-178, 8, 6, ringOf(1, 'amongUs')),
    at(-6, -48, 0, ringOf(2, 'outLoud')),
    at(54, -44, 4, ringOf(2, 'outLoud')),
    at(120, 34, 5, ringOf(2, 'outLoud', { role: 'listener' })),
    at(196, -40, 0, ringOf(3, 'closed')),
    at(252, -34, 4, ringOf(3, 'closed')),
    at(-64, 92, 0, ringOf(4, 'amongUs', { role: 'dwelling' })),
    at(-12, 96, 4, ringOf(4, 'amongUs', { role: 'dwelling' })),
  ];
}

/** Three at the table nearest to `home`, and three in the first meeting room, its door closed. */
function seated(world: World, home: Point): Place[] {
  const { map, areas } = world.ground.peek();
  const far = (seat: { feetX: number; feetY: number }): number => Math.hypot(seat.feetX - home.x, seat.feetY - home.y);
  const nearest = map.seats.filter(({ table }) => table !== undefined).sort((a, b) => far(a) - far(b))[0];
  const atTable = map.seats.filter(({ table }) => nearest && table === nearest.table).slice(0, 3);
  const room = areas.areas.find(({ traits }) => traits.conversation === 'meeting');
  const box = room && boundsOf(room.shape, map.widthTiles);
  const inRoom = map.seats.filter(
    ({ feetX, feetY }) => box && feetX > box.x && feetX < box.x + box.width && feetY > box.y && feetY < box.y + box.height,
  );
  const sit = (ring: Ring) => (seat: (typeof map.seats)[number]) => ({
    x: (seat.tileX + 0.5) * TILE_PX,
    y: (seat.tileY + 0.5) * TILE_PX,
    direction: 2 as Direction,
    ring,
    seated: true,
  });
  return [...atTable.map(sit(ringOf(5, 'amongUs'))), ...inRoom.slice(0, 3).map(sit(ringOf(6, 'closed', { room: true })))];
}

/** The first people of the page go there. */
export function layCircles(world: World, home: Point): void {
  const { grid } = world.ground.peek();
  const tick = Math.floor(world.clock.tick(performance.now()));
  const places = [...standing(home), ...seated(world, home)];
  for (const [i, { x, y, direction, ring, seated: sits = false }] of places.entries()) {
    const avatarNumber = i + 1;
    if (!world.avatars.has(avatarNumber)) continue;
    const place = { x: toUnits(x), y: toUnits(y) };
    const at = sits ? place : (nearestFree(grid, place) ?? place);
    const record = { avatarNumber, ...at, direction, gait: 'still' as const, seated: sits, cup: i % 4 === 0, ring };
    world.avatars.set(avatarNumber, new Avatar(record, tick, 0));
  }
  world.changes++;
}

/** Everybody near in fours, for measuring. */
export function circlesOfFour(world: World): void {
  const states: ConversationState[] = ['amongUs', 'outLoud', 'closed'];
  let i = 0;
  for (const avatar of world.avatars.values()) {
    const number = 1 + Math.floor(i++ / 4);
    avatar.ring = ringOf(number, states[number % 3] ?? 'amongUs');
  }
}

/** Somebody opens or closes the door in every conversation: each ring is drawn anew. */
export function turnDoors(world: World): void {
  for (const avatar of world.avatars.values())
    if (avatar.ring) avatar.ring = { ...avatar.ring, state: avatar.ring.state === 'closed' ? 'amongUs' : 'closed' };
  world.changes++;
}

/** I talk in the first conversation: microphones, a voice, words and somebody who writes are shown. */
export function talkInFirst(world: World): void {
  const ring = [...world.avatars.values()][0]?.ring;
  if (!ring) return;
  world.ownRing = ring;
  const ids = [...world.avatars.values()]
    .filter((avatar) => avatar.ring?.number === ring.number)
    .flatMap((avatar) => world.personOf(avatar.avatarNumber)?.personId ?? []);
  const me = world.myId.peek() ?? '';
  const members = [me, ...ids].map((personId, i) => ({
    personId,
    role: 'member' as const,
    microphone: i !== 2,
    camera: false,
    screen: false,
    hidden: false,
    lost: false,
  }));
  const { talk } = world;
  talk.conversation.value = {
    ...{ id: 'first', number: ring.number, kind: 'bubble', state: ring.state, place: { kind: 'near' }, role: 'member' },
    ...{ members, call: null, large: false },
  };
  const [first, second, third] = ids;
  const untilMs = performance.now() + 1e7;
  if (first) talk.levels.set(first, 0.4);
  if (first) talk.bubbles.set(first, { text: 'Shall we look at the plan of the garden before lunch? I have drawn two of them.', untilMs });
  if (second) talk.bubbles.set(second, { text: 'Yes!', untilMs });
  if (third) talk.typing.value = new Map([['conversation', new Map([[third, untilMs]])]]);
}
