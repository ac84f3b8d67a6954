// Connections of the engine (libdatachannel), set up as forwarding needs them: one UDP port for all, no negotiation by themselves.
import ndc, { type PeerConnection, type Track } from 'node-datachannel';
import { addLoopback, announce } from '../packets/sdp.ts';

export interface ConnectSettings {
  /** One for all connections of this worker. */
  udpPort: number;
  announcedIp: string | undefined;
  isLocal: boolean;
}

export type { PeerConnection, Track };

/** Room for what relays and tunnels put around packets. */
const MTU = 1400;
const GATHER_MS = 3000;

export function connect(name: string, { udpPort }: ConnectSettings): PeerConnection {
  return new ndc.PeerConnection(name, {
    iceServers: [],
    ...{ disableAutoNegotiation: true, forceMediaTransport: true, mtu: MTU },
    ...{ enableIceUdpMux: true, portRangeBegin: udpPort, portRangeEnd: udpPort },
  });
}

/** Holds the port for as long as the worker lives: else it would be let go with the last connection, and somebody else could take it. */
export const holdPort = (udpPort: number): InstanceType<typeof ndc.IceUdpMuxListener> => new ndc.IceUdpMuxListener(udpPort);

export const audioLine = (mid: string): InstanceType<typeof ndc.Audio> => new ndc.Audio(mid, 'SendOnly');
export const videoLine = (mid: string): InstanceType<typeof ndc.Video> => new ndc.Video(mid, 'SendOnly');

/** The local description with all candidates: we have no others to wait for than our own addresses. */
function whenDescribed(connection: PeerConnection, settings: ConnectSettings): Promise<string> {
  return new Promise((resolve, reject) => {
    const answer = (): void => {
      clearTimeout(timer);
      const sdp = connection.localDescription()?.sdp;
      if (sdp === undefined) reject(new Error('the engine made no description'));
      else resolve(settings.isLocal ? addLoopback(sdp, settings.udpPort) : announce(sdp, settings.announcedIp));
    };
    const timer = setTimeout(answer, GATHER_MS);
    if (connection.gatheringState() === 'complete') answer();
    else connection.onGatheringStateChange((state) => state === 'complete' && answer());
  });
}

/** Undefined when the engine does not take what it was given. */
export async function describe(connection: PeerConnection, settings: ConnectSettings, negotiate: () => void): Promise<string | undefined> {
  try {
    negotiate();
    return await whenDescribed(connection, settings);
  } catch {
    return undefined;
  }
}

/** Ends a connection with its tracks: a track that is only forgotten keeps, by its callback, everything that it ever touched. */
export function disconnect(connection: PeerConnection, tracks: readonly Track[]): void {
  for (const track of tracks) track.close();
  connection.close();
}

/** Sends unless the connection is not open (yet, or any more): a lost packet like others. */
export function sendOn(track: Track, packet: Buffer): void {
  try {
    track.sendMessageBinary(packet);
  } catch {
    // not open: asking first would cost every packet as much as sending it
  }
}
