// From Enter to being inside: the connection, what it writes into the World, and what the World reports back.

import type { Rect } from '@comptoir/shared/geometry';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Direction, RankLevel } from '@comptoir/shared/movement';
import { encodeAppearance, RANKS } from '@comptoir/shared/people';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import type { CellView } from '@comptoir/shared/protocol/walks';
import { batch, computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import { untilDefined } from '../lib/untilDefined.ts';
import { Connection, type ConnectionSink, type JoinWish } from '../net/Connection.ts';
import { fetchMap, fetchOffice } from '../net/http.ts';
import type { RefusedJoin } from '../net/refusedJoin.ts';
import { forgetOutside, replicateDigest, replicateFrame, replicateState } from '../net/replicate.ts';
import { reportView, reportWalks } from '../net/walkReports.ts';
import { updateSurroundings } from '../world/surroundings.ts';
import type { World } from '../world/World.ts';
import { forgetAgenda, takeAgenda } from './takeAgenda.ts';
import { forgetAuditorium, takeAuditorium } from './takeAuditorium.ts';
import { takeCards } from './takeCards.ts';
import { takeChannels } from './takeChannels.ts';
import { takeDesks } from './takeDesks.ts';
import { forgetHosting, takeHosting } from './takeHosting.ts';
import { forgetTalk, type TalkEars, takeTalk } from './takeTalk.ts';
import { watchedPart } from './watchedPart.ts';
import { watchIdle } from './watchIdle.ts';

export interface JoinParts {
  world: World;
  endpoint: string;
  roomId: string;
  /** The ticket and profile to join with now; changes over a visit. */
  profile(): { name: string; trade: string; appearance: Parameters<typeof encodeAppearance>[0]; ticket: string | undefined };
  /** Where the address of the page wants to be, for the first join only. */
  start?: string | undefined;
  moveTo?: string | undefined;
  /** What opens the door, for the first join too: whoever was inside needs nothing to come back. */
  opens?: { invite?: string | undefined; password?: string | undefined; charter?: string | undefined };
  /** 'areas' while somebody looks at the list, 'overview' at the whole map. */
  digest: ReadonlySignal<'none' | 'areas' | 'overview'>;
  welcomed(welcome: ServerMessages['welcome'], isFirst: boolean): void;
  /** Before anything is heard: what actions are sent through. */
  connected(connection: Connection): void;
  /** The part of the map that the scene shows, px; undefined without a scene. */
  seen(): Rect | undefined;
  talk: TalkEars;
}

type MessageSink = { [T in Exclude<keyof ServerMessages, 'welcome' | 'heartbeat'>]: (message: ServerMessages[T]) => void };

const LOOK_AROUND_MS = 150;
/** A line that dies between the join and the welcome is joined again by itself; whoever waits longer than this is told. */
const WELCOME_GIVE_UP_MS = 15_000;

export async function joinOffice(scope: Scope, parts: JoinParts): Promise<Connection | RefusedJoin> {
  const { world } = parts;
  let myAvatarNumber = -1;
  let watched: CellView | undefined;
  let isFirst = true;
  let cameBack = false;
  const appearances = new Map<string, string>();
  const now = (): number => performance.now();
  const tick = (): number => world.clock.tick(now());

  let wantedVersion = '';
  /** Frames that came while a map is on its way: they speak of its cells. */
  let waiting: Uint8Array[] | undefined;
  const takeFrame = (bytes: Uint8Array): void => replicateFrame(world, bytes, myAvatarNumber, watched, now());
  const readMap = async (version: string): Promise<void> => {
    wantedVersion = version;
    if (world.ground.peek().map.version !== version) {
      waiting ??= [];
      const fetched = await fetchMap(world.officeId, version);
      // an earlier version that arrives after a later one is old news
      if (version !== wantedVersion) return;
      if ('ok' in fetched) {
        const ground = groundOf(fetched.ok);
        world.ground.value = ground;
        world.avatars.clear();
      }
    }
    const frames = waiting ?? [];
    waiting = undefined;
    for (const bytes of frames) takeFrame(bytes);
  };

  const takeMessage: MessageSink = {
    ...takeTalk(scope, world, parts.talk, () => cameBack),
    ...takeHosting(world),
    ...takeAgenda(scope, world),
    ...takeAuditorium(world),
    ...takeCards(world),
    ...takeDesks(world),
    ...takeChannels(world),
    putBack: (refused) => world.own.putBack(refused, refused.seq, tick()),
    pathEnded: (ended) => world.own.pathEnded(ended, ended.seq, tick()),
    areaCounts(counts) {
      world.areaCounts.value = counts;
    },
    brewing({ thing, untilTick }) {
      world.brewing.value = new Map(world.brewing.peek()).set(thing, untilTick);
    },
    mapChanged: ({ version }) => void readMap(version),
  };

  const sink: ConnectionSink = {
    welcome(welcome) {
      myAvatarNumber = welcome.avatarNumber;
      world.clock.start(now(), welcome.tick);
      world.avatars.clear();
      forgetTalk(world, isFirst);
      forgetHosting(world);
      forgetAgenda(world);
      forgetAuditorium(world);
      waiting = undefined;
      // before anybody is told that I am in: the first hint begins where I stand
      world.own.put(welcome, welcome.tick, welcome.direction as Direction, welcome.seat ?? undefined);
      batch(() => {
        world.myId.value = welcome.personId;
        world.confinedTo.value = welcome.confinedTo;
        world.connection.value = 'online';
        world.lostSinceMs.value = undefined;
      });
      views.forget();
      connection.send('digest', { kind: parts.digest.peek() });
      void readMap(welcome.mapVersion);
      parts.welcomed(welcome, isFirst);
      cameBack = !isFirst;
      isFirst = false;
    },
    message: (type, message) => takeMessage[type](message),
    state: (state) => replicateState(world, state, appearances),
    frame: (bytes) => (waiting ? waiting.push(bytes) : takeFrame(bytes)),
    digest: (bytes) => replicateDigest(world, bytes),
    note: (bytes) => world.talk.hearNote(bytes),
    async isGone() {
      const facts = await fetchOffice(world.officeId);
      return 'failed' in facts && facts.failed === 'notFound';
    },
    heartbeat: (sentMs, receivedMs, serverTick) => world.clock.learn(sentMs, receivedMs, serverTick),
  };

  const wish = (): JoinWish => {
    const { name, trade, appearance, ticket } = parts.profile();
    const where = isFirst ? { start: parts.start, moveTo: parts.moveTo, ...parts.opens } : {};
    const options = { name, trade, appearance: encodeAppearance(appearance), ticket, ...where };
    // absent, not undefined: the server refuses what it does not know
    return { roomId: parts.roomId, options: JSON.parse(JSON.stringify(options)) as JoinWish['options'] };
  };

  const connection = new Connection(parts.endpoint, sink, wish);
  const views = reportView(
    connection,
    () => world.ground.peek().map,
    (view) => {
      watched = view;
      forgetOutside(world, view);
    },
  );
  world.own.reports = reportWalks(connection);
  parts.connected(connection);
  scope.onEnd(() => connection.leave());
  // what I walk on and through, before the first step and whenever it changes
  scope.onEnd(effect(() => world.own.useGrid(world.ownGrid.value)));
  scope.onEnd(
    effect(() => {
      world.own.rank = RANKS.indexOf(world.me.value?.rank ?? 'visitor') as RankLevel;
    }),
  );
  const outcome = await connection.join();
  if ('refused' in outcome) return outcome;
  // where I stand comes with the welcome: whoever is told that they are in may ask for a way in the same moment
  const settled = computed(() => (connection.phase.value === 'online' ? 'in' : connection.ended.value));
  const how = await untilDefined(settled, WELCOME_GIVE_UP_MS);
  if (how === undefined || how === 'left') return { refused: 'unreachable' };

  scope.onEnd(
    effect(() => {
      const phase = connection.phase.value;
      world.connection.value = phase === 'online' ? 'online' : phase === 'reconnecting' ? 'reconnecting' : 'offline';
      world.lostSinceMs.value = connection.lostSinceMs.value;
      if (phase !== 'online') world.own.freeze();
    }),
  );
  scope.onEnd(effect(() => connection.send('digest', { kind: parts.digest.value })));
  watchIdle(scope, globalThis as unknown as EventTarget, (idle) => connection.send('idle', { idle }));
  scope.every(LOOK_AROUND_MS, () => {
    // without a scene (list view, hidden tab) nobody else walks us
    world.own.advance(tick());
    for (const avatar of world.avatars.values()) avatar.place(tick(), now(), world.ground.peek().grid);
    updateSurroundings(world);
    views.report(watchedPart(world, parts.seen()));
  });
  return connection;
}
