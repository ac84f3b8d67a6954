// Puts the server together: store, maps, one room per office, HTTP and WebSocket on one port. What main.ts starts and tests boot.
import { setTimeout as pause } from 'node:timers/promises';
import { type AuthContext, defineServer, matchMaker } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import type { News } from './cluster/news.ts';
import type { Config } from './config.ts';
import { SentFiles } from './files/SentFiles.ts';
import { createHttp } from './http/createHttp.ts';
import { createGuesses } from './http/guesses.ts';
import { isAllowedOrigin } from './http/isAllowedOrigin.ts';
import type { Maps } from './http/Offices.ts';
import { createListener, openPort } from './http/openPort.ts';
import { checkUpgrade } from './http/originGate.ts';
import { addressKey } from './http/rateLimits.ts';
import { restrictMatchmaking } from './http/restrictMatchmaking.ts';
import { MapStore } from './maps/MapStore.ts';
import { openMedia } from './media/openMedia.ts';
import { callRules } from './office/calls.ts';
import { localUrlOf } from './ops/addresses.ts';
import { createIdentity, type Identity } from './ops/identity.ts';
import { createLog, logForColyseus } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { Pushes } from './push/Pushes.ts';
import { Recordings } from './recording/Recordings.ts';
import { accountsOfAll } from './room/accountsOfAll.ts';
import { admitPerson } from './room/admitPerson.ts';
import { agendasOf } from './room/answerAppointments.ts';
import { DEMO_OFFICE, officesOfMap, withDemo } from './room/demoOffice.ts';
import { filesOfAll } from './room/filesOfAll.ts';
import { House } from './room/House.ts';
import { hearNews } from './room/hearNews.ts';
import { elsewhereOf, joinHere, meet, othersOf, ownDir, workOf } from './room/joinCluster.ts';
import { keepHouse } from './room/keepHouse.ts';
import { memoryOf } from './room/memoryOf.ts';
import { OfficeDoor } from './room/OfficeDoor.ts';
import { knocksOfAll } from './room/OfficeKnocks.ts';
import type { OfficeParts } from './room/OfficeParts.ts';
import { OfficeRoom } from './room/OfficeRoom.ts';
import { slidesOfAll } from './room/OfficeSlides.ts';
import { officesOfAll } from './room/officesOfAll.ts';
import { peopleOfAll } from './room/peopleOfAll.ts';
import { replaysOfAll } from './room/replaysOfAll.ts';
import { rightsOfAll } from './room/rightsOfAll.ts';
import { KeptSlides } from './slides/KeptSlides.ts';
import { SlideFiles } from './slides/SlideFiles.ts';
import { openInstanceKey } from './store/openInstanceKey.ts';
import { openStore } from './store/openStore.ts';

/** Bytes of one encoding pass of the replicated state; too small a buffer is grown with a warning and encoded again. */
const STATE_BUFFER_BYTES = 1 << 20;
/** The framework waits for places that were asked for and never taken, up to a minute; everybody here is gone and kept long before. */
const LEAVING_MS = 1500;

export interface App {
  /** On this machine. */
  url: string;
  port: number;
  /** Is there anybody who may let in, send out and set the door? */
  hasHost: boolean;
  close(): Promise<void>;
}

/** The room of an office is found by this; ids may hold slashes and spaces, addresses of sockets may not. */
export const roomIdOf = (officeId: string): string => Buffer.from(officeId).toString('base64url');

/** @throws StartProblem when the port, the data folder or a certificate cannot be used */
export async function createApp(config: Config): Promise<App> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log, metrics });
  const identity = createIdentity(await store.secrets.ensure({ name: 'identity' }));
  const instanceKey = await openInstanceKey(store, config);
  const house = await House.open(store);
  const rooms = new Map<string, OfficeRoom>();
  const cluster = config.cluster && (await meet(config.cluster, store, log));
  const tellProcesses = (news: News): void => cluster?.tell(news);
  const slides = new SlideFiles(ownDir(config));
  const keptSlides = new KeptSlides(config.dataDir);
  const recordings = new Recordings(config.dataDir, log);
  const files = new SentFiles(config.dataDir);
  const push = await Pushes.open({ store, log, publicUrl: config.publicUrl, reach: config.pushReach });
  const people = peopleOfAll(rooms, cluster && othersOf(cluster));
  const stayDays = { office: config.officeChatDays, topic: config.topicDays, person: config.directDays };
  const removeFiles = (fileIds: readonly string[]): void =>
    void files.remove(fileIds).catch((err: unknown) => log.warn({ err }, 'a file could not be deleted'));
  const removeTalkFiles = async (talk: string): Promise<void> => {
    await recordings.remove(talk);
    await keptSlides.removeAll(talk);
  };
  // also of offices whose map is gone
  for (const talkId of await store.talks.outlived({ nowMs: Date.now() })) {
    await store.talks.remove({ talkId });
    await removeTalkFiles(talkId);
  }
  const media = await openMedia(config, log, metrics);
  const passwords = createGuesses('password', tuning.passwordTries);
  const invitations = createGuesses('invitation', tuning.invitationTries);

  const partsOf = (officeId: string, map: OfficeMap): OfficeParts => ({
    officeId,
    ground: groundOf(map),
    timezone: config.timezone,
    memory: memoryOf(store, officeId),
    door: new OfficeDoor({
      ...{ officeId, store, mostCapacity: config.officeCapacity, passwords, invitations },
      isHere: (personId) => rooms.get(officeId)?.floor.office.occupants.has(personId) === true,
      isArea: (area) => rooms.get(officeId)?.visitable(area) !== undefined,
    }),
    rankChanged(personId, rank) {
      hearNews(rooms.values(), { kind: 'rank', personId, rank });
      tellProcesses({ kind: 'rank', personId, rank });
    },
    tellProcesses,
    store,
    instanceKey,
    calls: { media: media.router, iceServers: media.iceServers, rules: { ...callRules, meshMost: config.meshMost } },
    ...{ slides, keptSlides, recordings, removeTalkFiles, talkDays: config.talkDays },
    ...{ people, push, stayDays, removeFiles, house },
    metrics,
    log,
    isDemo: config.demo && officeId === DEMO_OFFICE,
  });

  const openOffice = async (officeId: string, map: OfficeMap): Promise<void> => {
    const parts = partsOf(officeId, map);
    // a process that was killed has left its own there
    await cluster?.driver.remove(roomIdOf(officeId));
    matchMaker.defineRoomType(
      officeId,
      roomClass(parts, identity, (room) => rooms.set(officeId, room)),
    );
    await matchMaker.createRoom(officeId, {});
  };

  let isOpen = false;
  const maps: MapStore = MapStore.open({
    builtInDir: config.builtInMapsDir,
    mapsDir: config.mapsDir,
    log,
    onChange(change) {
      const room = rooms.get(change.id);
      switch (change.kind) {
        case 'opened':
          if (isOpen && !room && !cluster)
            void openOffice(change.id, change.map).catch((err: unknown) => log.error({ err }, 'an office could not open'));
          break;
        case 'changed':
          for (const id of officesOfMap(change.id, config.demo)) {
            const map = shown.mapOf(id);
            if (map) rooms.get(id)?.changeGround(groundOf(map));
          }
          break;
        case 'refused':
          if (room) room.parts.mapProblem = change.problem;
          break;
        case 'closed':
          closeOffice(change.id, CLOSE.officeGone);
      }
    },
  });

  const closeOffice = (officeId: string, code: number): void => {
    const room = rooms.get(officeId);
    rooms.delete(officeId);
    void room?.disconnect(code);
  };
  const erasing = {
    ...{ rooms, store, instanceKey, files, recordings, keptSlides, removeTalkFiles },
    ...(cluster ? { tellProcesses } : {}),
  };
  const shown: Maps = config.demo ? withDemo(maps) : maps;
  const officeIds = (): string[] => {
    const ids = maps.offices().flatMap(({ id, map }) => (map ? [id] : []));
    return config.demo && shown.mapOf(DEMO_OFFICE) && !ids.includes(DEMO_OFFICE) ? [...ids, DEMO_OFFICE] : ids;
  };
  const openHere = async (officeId: string): Promise<void> => {
    const map = shown.mapOf(officeId);
    if (map && !rooms.has(officeId)) await openOffice(officeId, map);
  };
  const offices = officesOfAll(rooms, maps, store, cluster);
  const held = { agendas: agendasOf(rooms), slides: slidesOfAll(rooms), replays: replaysOfAll(rooms), files: filesOfAll(rooms, store) };
  const http = await createHttp({
    settings: config,
    identity,
    persons: store.persons,
    bans: store.bans,
    house,
    knocks: knocksOfAll(rooms),
    accounts: accountsOfAll(rooms, store, config.accounts, tellProcesses),
    rights: rightsOfAll(erasing),
    ...held,
    makeLimiter: cluster?.makeLimiter,
    ...(cluster ? { join: joinHere, elsewhere: elsewhereOf(cluster, { rooms, isOffice: (id) => officeIds().includes(id), ...held }) } : {}),
    slideFiles: slides,
    sentFiles: files,
    offices,
    maps: shown,
    metrics,
    log,
  });
  const listener = createListener(config);
  Encoder.BUFFER_SIZE = STATE_BUFFER_BYTES;
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: logForColyseus(log),
    transport: new WebSocketTransport({
      server: listener,
      // rooms ping their people themselves, in turns
      pingInterval: 0,
      maxPayload: tuning.maxPayloadBytes,
      beforeUpgrade: checkUpgrade(config, metrics),
    }),
    rooms: {},
    ...(cluster ? { presence: cluster.presence, driver: cluster.driver, publicAddress: cluster.publicAddress } : {}),
    ...(cluster ? { selectProcessIdToCreateRoom: async () => matchMaker.processId } : {}),
  });
  // leases know who is there: nobody is asked, and nobody is taken for dead but by them
  if (cluster) matchMaker.setHealthChecksEnabled(false);
  restrictMatchmaking((origin, host) => isAllowedOrigin(origin ?? undefined, host ?? undefined, config));
  await matchMaker.accept();
  if (cluster)
    await cluster.work(workOf(rooms, { offices: officeIds, open: openHere, close: (officeId) => closeOffice(officeId, CLOSE.comeBack) }));
  else for (const officeId of officeIds()) await openHere(officeId);
  recordings.repair();
  const endKeeping = keepHouse({ ...erasing, stayDays });
  isOpen = true;
  const port = await openPort(listener, http.handler, config);

  return {
    url: localUrlOf(config, port),
    port,
    hasHost: await store.persons.hasHost({}),
    async close() {
      endKeeping();
      maps.close();
      await Promise.race([server.gracefullyShutdown(false), pause(LEAVING_MS)]);
      await cluster?.close();
      listener.close();
      listener.closeAllConnections();
      await http.close();
      await media.close();
      await recordings.close();
      await store.close();
    },
  };
}

/** A class of its own for each office: the only way to hand a room its parts and its door. */
function roomClass(parts: OfficeParts, identity: Identity, onOpen: (room: OfficeRoom) => void) {
  return class extends OfficeRoom {
    override readonly parts = parts;

    static override async onAuth(_token: string, options: unknown, context: AuthContext) {
      const host = context.headers.get('host');
      const address = addressKey(String(context.ip));
      const asking = admitPerson(identity, options, { cookie: context.headers.get('cookie'), address });
      return { ...(await parts.door.admit(asking)), ...(host === null ? {} : { host }) };
    }

    override async onCreate(): Promise<void> {
      this.roomId = roomIdOf(parts.officeId);
      await super.onCreate();
      onOpen(this);
    }
  };
}
