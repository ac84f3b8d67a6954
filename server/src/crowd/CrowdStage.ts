// The stage of the relay's tests: a small map, clients that keep frames by reference as sockets do, and time that passes by hand.
import type { AvatarRecord, CellView, FrameSink } from '@comptoir/shared/protocol/walks';
import { CELL_UNITS, cellCountOf, clampView, decodeFrame, WIRE } from '@comptoir/shared/protocol/walks';
import { Crowd } from './Crowd.ts';
import type { CrowdSocket } from './Viewer.ts';

/** 5 x 4 cells. */
const MAP = { widthTiles: 40, heightTiles: 32 };
export const CELLS = cellCountOf(MAP.widthTiles, MAP.heightTiles);
export const EVERYTHING: CellView = { left: 0, top: 0, right: 4, bottom: 3 };

/** Takes WebSocket messages apart as RFC 6455 says. */
function bodiesOf(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return [];
  const short = bytes[1] ?? 0;
  const [length, head] = short < 126 ? [short, 2] : short === 126 ? [bytes.readUInt16BE(2), 4] : [Number(bytes.readBigUInt64BE(2)), 10];
  const body = bytes.subarray(head, head + length);
  if (bytes[0] !== 0x82 || body.length !== length) throw new Error('not a WebSocket message');
  return [body, ...bodiesOf(bytes.subarray(head + length))];
}

/** A client: what it believes after reading its frames. Keeps frames by reference, as a socket does, until it reads them. */
export class Onlooker implements CrowdSocket, FrameSink {
  ready = true;
  /** A client that does not read: its frames pile up. */
  stalled = false;
  view: CellView = EVERYTHING;
  frames = 0;
  tick = -1;
  readonly known = new Map<number, AvatarRecord & { cell: number }>();
  readonly emotes: number[] = [];
  /** Messages that are not frames. */
  readonly enclosures: string[] = [];
  #waiting: Buffer[] = [];
  /** Bytes of somebody else's, like a large patch. */
  burden = 0;

  get writableLength(): number {
    return this.burden + this.#waiting.reduce((sum, bytes) => sum + bytes.length, 0);
  }
  write(bytes: Buffer): void {
    this.frames++;
    this.#waiting.push(bytes);
    if (!this.stalled) this.read();
  }
  read(): void {
    for (const body of this.#waiting.flatMap(bodiesOf)) this.#hear(body);
    this.#waiting = [];
  }
  #hear(body: Buffer): void {
    if (body[0] !== 17 || body[1] !== WIRE.frame) this.enclosures.push(body.toString());
    else if (!decodeFrame(body.subarray(2), CELLS.columns, this)) throw new Error('not a frame');
  }
  watch(view: CellView): void {
    this.view = clampView(view, CELLS);
    for (const [avatarNumber, { cell }] of this.known) if (!this.#sees(cell)) this.known.delete(avatarNumber);
  }
  begins(tick: number): void {
    this.tick = tick;
  }
  cellRestarts(cell: number): void {
    for (const [avatarNumber, record] of this.known) if (record.cell === cell) this.known.delete(avatarNumber);
  }
  left(avatarNumber: number, cell: number): void {
    if (this.known.get(avatarNumber)?.cell === cell) this.known.delete(avatarNumber);
  }
  record(record: AvatarRecord, cell: number): void {
    if (this.#sees(cell)) this.known.set(record.avatarNumber, { ...record, cell });
  }
  emote(avatarNumber: number): void {
    this.emotes.push(avatarNumber);
  }
  #sees(cell: number): boolean {
    const column = cell % CELLS.columns;
    const row = Math.floor(cell / CELLS.columns);
    return column >= this.view.left && column <= this.view.right && row >= this.view.top && row <= this.view.bottom;
  }
}

/** A crowd and its time. */
export class CrowdStage {
  readonly crowd = new Crowd(MAP);
  readonly stuck: number[] = [];
  slot = 0;

  /** Lets office time pass, in slots of 10 ms. */
  pass(slots: number): void {
    for (let n = 0; n < slots; n++) {
      this.slot++;
      this.stuck.push(...this.crowd.flush(Math.floor(this.slot / 2), this.slot));
    }
  }

  /** x, y in cells. */
  enter(avatarNumber: number, x: number, y: number): void {
    this.crowd.enter(avatarNumber, x * CELL_UNITS, y * CELL_UNITS, 2);
  }

  onlook(avatarNumber: number, view: CellView = EVERYTHING): Onlooker {
    const onlooker = new Onlooker();
    onlooker.watch(view);
    this.crowd.attach(avatarNumber, onlooker);
    this.crowd.setView(avatarNumber, view);
    return onlooker;
  }
}
