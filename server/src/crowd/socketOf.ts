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
  readonly _socket?: { readonly writableLength: number; write(bytes: Buffer): unknown };
}

const isWebSocket = (ref: unknown): ref is WebSocketLike => typeof ref === 'object' && ref !== null && 'readyState' in ref;

class ClientSocket implements CrowdSocket {
  readonly #client: SocketClient;
  readonly #ref: WebSocketLike;
  /** Known once the client has joined: asked for twenty times a second by each of thousands. */
  #tcp: WebSocketLike['_socket'];

  constructor(client: SocketClient, ref: WebSocketLike) {
    this.#client = client;
    this.#ref = ref;
  }

  get ready(): boolean {
    if (!this.#tcp && this.#client.state === JOINED) this.#tcp = this.#ref._socket;
    return this.#tcp !== undefined && this.#ref.readyState === OPEN;
  }

  get writableLength(): number {
    return this.#tcp?.writableLength ?? 0;
  }

  write(bytes: Buffer): void {
    this.#tcp?.write(bytes);
  }
}

/** For this connection only: attach the next one after a reconnection. @throws TypeError when the transport is not ws */
export function socketOf(client: SocketClient): CrowdSocket {
  if (!isWebSocket(client.ref)) throw new TypeError('the crowd relay needs the ws transport');
  return new ClientSocket(client, client.ref);
}
