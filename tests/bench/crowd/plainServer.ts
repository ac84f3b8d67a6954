// What the crowd relay is compared with: everybody's position in the replicated schema, broadcast to all. A process of its own.
import { createServer } from 'node:http';
import { type Client, defineServer, Room } from '@colyseus/core';
import { Encoder, schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { TILE_PX } from '@comptoir/shared/geometry';
import { SOLID } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import { randomOf } from '../../bots/Random.ts';
import { lateness } from '../lateness.ts';
import { benchGrid, HEIGHT_TILES, WIDTH_TILES } from './benchMap.ts';
import { PLAIN_MOVE, plainPlace } from './plainWire.ts';

const PlainAvatar = schema({ x: t.uint16(), y: t.uint16(), direction: t.uint8(), moving: t.boolean() }, 'PlainAvatar');
const PlainState = schema({ avatars: t.map(PlainAvatar) }, 'PlainState');

const [hzText = '20', auditorium = ''] = process.argv.slice(2);
const periodMs = 1000 / Number(hzText);
const grid = benchGrid();
const late = lateness();

interface Encoding {
  encode(...rest: unknown[]): Uint8Array;
}

class PlainRoom extends Room<{ state: InstanceType<typeof PlainState> }> {
  override state = new PlainState();
  override patchRate = null;
  override autoDispose = false;
  override seatReservationTimeout = 120;
  #movedMs = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  override onCreate(): void {
    const { encoder } = (this as unknown as { _serializer: { encoder: Encoding } })._serializer;
    const encode = encoder.encode.bind(encoder);
    // the stock serializer hands its own buffer to the sockets: for a slow reader the next tick would overwrite what waits there
    encoder.encode = (...rest) => Buffer.from(encode(...rest));
    this.onMessageBytes(PLAIN_MOVE, (client, bytes) => this.#move(client, bytes));
    let next = performance.now() + periodMs;
    const beat = (): void => {
      late.add(Math.max(0, performance.now() - next));
      this.clock.tick();
      this.broadcastPatch();
      const now = performance.now();
      next += periodMs;
      if (next < now) next += Math.floor((now - next) / periodMs) * periodMs;
      this.#timer = setTimeout(beat, Math.max(0, next - performance.now()));
    };
    this.#timer = setTimeout(beat, periodMs);
  }

  override onDispose(): void {
    clearTimeout(this.#timer);
  }

  override onJoin(client: Client, options: { number: number }): void {
    const avatar = new PlainAvatar();
    const { xPx, yPx } = plainPlace(options.number, randomOf(options.number), auditorium === 'auditorium');
    avatar.x = xPx;
    avatar.y = yPx;
    this.state.avatars.set(client.sessionId, avatar);
  }

  override onLeave(client: Client): void {
    this.state.avatars.delete(client.sessionId);
    this.#movedMs.delete(client.sessionId);
  }

  /** Speed, walls and bounds are checked, like on every server. */
  #move(client: Client, bytes: Uint8Array): void {
    const avatar = this.state.avatars.get(client.sessionId);
    if (!avatar || bytes.length !== 5) return;
    const [x0 = 0, x1 = 0, y0 = 0, y1 = 0, look = 0] = bytes;
    const x = x0 | (x1 << 8);
    const y = y0 | (y1 << 8);
    const nowMs = performance.now();
    const passedS = Math.min(1, (nowMs - (this.#movedMs.get(client.sessionId) ?? 0)) / 1000);
    this.#movedMs.set(client.sessionId, nowMs);
    const most = tuning.walkPxPerS * 1.25 * passedS + 64;
    const tile = Math.floor(y / TILE_PX) * WIDTH_TILES + Math.floor(x / TILE_PX);
    if (x >= WIDTH_TILES * TILE_PX || y >= HEIGHT_TILES * TILE_PX || grid.cells[tile] === SOLID) return;
    if ((x - avatar.x) ** 2 + (y - avatar.y) ** 2 > most ** 2) return;
    avatar.x = x;
    avatar.y = y;
    avatar.direction = look & 7;
    avatar.moving = (look & 8) !== 0;
  }
}

Encoder.BUFFER_SIZE = 4 << 20;
const listener = createServer();
const server = defineServer({
  greet: false,
  transport: new WebSocketTransport({ server: listener, pingInterval: 20_000 }),
  rooms: {},
});
server.define('office', PlainRoom);
await server.listen(0, '127.0.0.1');
const { matchMaker } = await import('@colyseus/core');
const room = await matchMaker.createRoom('office', {});
const address = listener.address();
process.on('message', (message) => {
  if (message === 'clear') late.clear();
  if (message === 'report') process.send?.({ lateness: late.report() });
});
process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, roomId: room.roomId });
// a bench that was stopped leaves nobody behind
process.on('disconnect', () => process.exit(1));
