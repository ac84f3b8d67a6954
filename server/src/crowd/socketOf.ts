// The relay's view of a Colyseus client: its TCP socket, written to directly, because a prebuilt frame needs no further copy or header.
import type { CrowdSocket } from './Viewer.ts';

/** ClientState.JOINED: a frame written before would overtake the answer to the join. */
const JOINED = 1;
/** WebSocket.OPEN */
const OPEN = 1;

/** The parts of a Colyseus client on the ws transport that are used here. */
interface SocketClient {
  readonly state: number;
  readonly ref: unknown;
}

interface WebSocketLike {
  readonly readyState: number;
  /** ws' own name for the net.Socket; without compression ws never queues, so direct writes keep their order. */
  readonly _socket?: { readonly writableLength: number; readonly destroyed: boolean; write(bytes: Buffer): unknown };
}

const isWebSocket = (ref: unknown): ref is WebSocketLike => typeof ref === 'object' && ref !== null && 'readyState' in ref;

/** Not ready any more once a reconnection has put another socket into the client: attach that one. @throws TypeError when the transport is not ws */
export function socketOf(client: SocketClient): CrowdSocket {
  if (!isWebSocket(client.ref)) throw new TypeError('the crowd relay needs the ws transport');
  const ref = client.ref;
  return {
    get writableLength() {
      return ref._socket?.writableLength ?? 0;
    },
    get ready() {
      return (
        client.state === JOINED && client.ref === ref && ref.readyState === OPEN && ref._socket !== undefined && !ref._socket.destroyed
      );
    },
    write: (bytes) => void ref._socket?.write(bytes),
  };
}
