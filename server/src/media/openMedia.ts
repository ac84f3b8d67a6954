// Everything that carries media, put together: the router, our STUN server, what browsers are told, and what is counted.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { tuning } from '@comptoir/shared/tuning';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { StartProblem } from '../ops/StartProblem.ts';
import { EmbeddedMedia } from './EmbeddedMedia.ts';
import { createIceServers, type IceServersFor, type IceSettings } from './iceServers.ts';
import type { MediaRouter } from './MediaRouter.ts';
import { openStun, type StunServer } from './openStun.ts';

export interface MediaSettings extends Pick<IceSettings, 'turn' | 'stunPort'> {
  media: { firstUdpPort: number | undefined; workers: number; announcedIp: string | undefined; isLocal: boolean };
  isStunAskedFor: boolean;
}

export interface OpenMedia {
  router: MediaRouter;
  iceServers: IceServersFor;
  close(): Promise<void>;
}

const COUNT_EVERY_MS = 5000;

/** @throws StartProblem when a port that was asked for is busy */
export async function openMedia(settings: MediaSettings, log: Log, metrics: MediaMetrics): Promise<OpenMedia> {
  const { media, turn } = settings;
  const { firstUdpPort, workers, announcedIp } = media;
  // the workers begin with the first large call: too late to find out
  if (firstUdpPort !== undefined) for (let n = 0; n < workers; n++) await checkUdpPort(firstUdpPort + n);
  const stun = await stunOf(settings, log);
  const router = new EmbeddedMedia(media, log);
  const counting = setInterval(() => void count(router, metrics), COUNT_EVERY_MS);
  counting.unref();
  return {
    router,
    iceServers: createIceServers({ turn, stunPort: stun?.port, announcedIp, turnTtlS: tuning.turnTtlS }, Date.now),
    async close() {
      clearInterval(counting);
      await Promise.all([router.close(), stun?.close()]);
    },
  };
}

async function stunOf({ stunPort, isStunAskedFor, media }: MediaSettings, log: Log): Promise<StunServer | undefined> {
  if (stunPort === undefined) return undefined;
  try {
    return await openStun(stunPort, media.isLocal);
  } catch (err) {
    const reason = err instanceof Error ? err.message : String(err);
    if (isStunAskedFor) throw new StartProblem(`STUN_PORT ${stunPort} cannot be opened: ${reason}.`);
    log.warn(`No STUN server: UDP port ${stunPort} cannot be opened (${reason}). Set STUN_PORT to another one, or to off.`);
    return undefined;
  }
}

async function checkUdpPort(port: number): Promise<void> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port);
    await once(socket, 'listening');
  } catch (err) {
    throw new StartProblem(`MEDIA_UDP_PORT ${port} cannot be opened: ${err instanceof Error ? err.message : err}.`);
  } finally {
    socket.close();
  }
}

type MediaMetrics = Pick<Metrics, 'mediaPackets' | 'mediaCpuS' | 'mediaWorkers' | 'mediaPeople' | 'mediaLatenessMs'>;

async function count(router: MediaRouter, metrics: MediaMetrics): Promise<void> {
  const stats = await router.stats();
  metrics.mediaPackets.reset();
  metrics.mediaPackets.inc({ direction: 'in' }, stats.packetsIn);
  metrics.mediaPackets.inc({ direction: 'out' }, stats.packetsOut);
  metrics.mediaCpuS.reset();
  metrics.mediaCpuS.inc(stats.cpuS);
  metrics.mediaWorkers.set(stats.workers);
  metrics.mediaPeople.set(stats.people);
  metrics.mediaLatenessMs.set(stats.lateMs);
}
