// One process of several: what its offices do for the others, and where it finds theirs.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ErrorCode, matchMaker, type Room, ServerError } from '@colyseus/core';
import type { Cluster, ClusterWork } from '../cluster/Cluster.ts';
import { HAS_PATH, SECRET_HEADER } from '../cluster/wire.ts';
import type { Agendas } from '../http/Agendas.ts';
import { type Elsewhere, type Kept, readFileAsk } from '../http/Elsewhere.ts';
import type { Files } from '../http/fileRoutes.ts';
import type { Join } from '../http/matchmaking.ts';
import type { Replays } from '../http/Replays.ts';
import type { Slides } from '../http/slideRoutes.ts';
import type { ClusterSettings } from '../ops/clusterVariables.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/openStore.ts';
import { hearNews } from './hearNews.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { OtherProcesses } from './peopleOfAll.ts';

/** The process of an office has ended: as long as another one needs to open it, people wait rather than being refused. */
export const OPENING_MS = 3000;
export const LOOK_MS = 200;
const ANSWER_MS = 2000;

/**
 * What follows from REDIS_URL is loaded with it only.
 * @throws StartProblem when Redis cannot be used
 */
export async function meet(settings: ClusterSettings, store: Pick<Store, 'secrets'>, log: Log): Promise<Cluster> {
  const { openCluster } = await import('../cluster/openCluster.ts');
  return openCluster({ ...settings, log, secret: await store.secrets.ensure({ name: 'processes' }) });
}

/** What a process deletes at its start is its own. */
export const ownDir = ({ dataDir, cluster }: { dataDir: string; cluster: ClusterSettings | undefined }): string =>
  cluster ? join(dataDir, 'processes', createHash('sha256').update(cluster.processUrl).digest('hex').slice(0, 16)) : dataDir;

export type OfficeWork = Pick<ClusterWork, 'offices' | 'open' | 'close'>;

export const workOf = (rooms: ReadonlyMap<string, OfficeRoom>, offices: OfficeWork): ClusterWork => ({
  ...offices,
  isEmpty: (officeId) => rooms.get(officeId)?.state.people.size === 0 && rooms.get(officeId)?.arriving.size === 0,
  state: () => ({
    offices: [...rooms.values()].map((room) => room.facts()),
    people: [...rooms.values()].flatMap(({ clientOf, parts }) => [...clientOf.keys()].map((id) => ({ id, office: parts.officeId }))),
  }),
  hear: (news) => hearNews(rooms.values(), news),
  lookAgain() {
    for (const kind of ['bans', 'sessions'] as const) hearNews(rooms.values(), { kind });
  },
});

export const othersOf = (cluster: Cluster): OtherProcesses => ({
  tell: (news) => cluster.tell(news),
  isOnline: (personId) => cluster.officeOf(personId) !== undefined,
});

/** A seat in a room of this process; Redis is not asked, which may be away. */
export const joinHere: Join = async (roomId, options, auth) => {
  const room = matchMaker.getLocalRoomById(roomId) as Room | undefined;
  if (!room || room.locked) throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, `room "${roomId}" not found`);
  const admitted: unknown = await (matchMaker.getRoomClass(room.roomName) as unknown as typeof Room).onAuth('', options, auth);
  // biome-ignore lint/complexity/useLiteralKeys: private to the framework, which hands it out by way of the driver only
  return matchMaker.reserveSeatFor(room['_listing'], options, admitted);
};

export interface HeldHere {
  rooms: ReadonlyMap<string, OfficeRoom>;
  isOffice(officeId: string): boolean;
  agendas: Agendas;
  replays: Replays;
  slides: Slides;
  files: Files;
}

export function elsewhereOf(cluster: Cluster, { rooms, isOffice, agendas, replays, slides, files }: HeldHere): Elsewhere {
  const here: Record<Kept, (id: string) => boolean | Promise<boolean>> = {
    knock: (id) => [...rooms.values()].some(({ knocks }) => knocks.has(id)),
    meeting: (id) => agendas.withAppointment(id) !== undefined,
    talk: (id) =>
      replays.find(id) !== undefined ||
      [...rooms.values()].some(({ auditorium }) => [...auditorium.talks()].some((talk) => talk.id === id)),
    slides: (id) => [...rooms.values()].some(({ parts }) => parts.slides.find(id) !== undefined),
    speaker: (id) => slides.speaksIn(id) !== undefined,
    person: (id) => files.isHere(id),
    async file(id) {
      const { fileId, who } = readFileAsk(id);
      return (await files.readable(fileId, who)) !== undefined;
    },
  };
  return {
    secret: cluster.secret,
    async officeAt(officeId) {
      const endMs = performance.now() + OPENING_MS;
      while (isOffice(officeId)) {
        if (rooms.has(officeId)) return 'here';
        const owner = cluster.ownerOf(officeId);
        if (owner?.offices.some(({ id }) => id === officeId)) return owner;
        if (performance.now() > endMs) return 'nowhere';
        await pause(LOOK_MS);
      }
      // none of ours: refused here as ever
      return 'here';
    },
    has: async (kind, id) => here[kind](id),
    async find(kind, id) {
      if (await here[kind](id)) return undefined;
      const query = new URLSearchParams({ kind, id });
      const asked = cluster.others().map(async ({ url }) => {
        const headers = { [SECRET_HEADER]: cluster.secret };
        const { ok } = await fetch(`${url}${HAS_PATH}?${query}`, { headers, signal: AbortSignal.timeout(ANSWER_MS) });
        return ok ? url : Promise.reject(new Error('not there'));
      });
      return Promise.any(asked).catch(() => undefined);
    },
    isSteady: () => cluster.isSteady(),
  };
}
