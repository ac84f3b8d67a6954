// The crowd relay: tells each client in one prebuilt frame what changed in the cells of its view, and nothing when nothing did.
import { clamp, TILE_PX, toUnits } from '@comptoir/shared/geometry';
import type { Direction } from '@comptoir/shared/movement';
import type { CellView } from '@comptoir/shared/protocol/walks';
import { cellCountOf, clampView } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import type { Look } from './Cells.ts';
import { Cells, REMEMBERED_ROUNDS } from './Cells.ts';
import { Changes } from './Changes.ts';
import { crowdMessage, wrapMessage } from './crowdMessage.ts';
import { SLOTS_PER_S } from './startTicking.ts';
import type { CrowdSocket, Viewer } from './Viewer.ts';
import { cellsOf, newViewer, readinessOf, watch } from './Viewer.ts';

interface MapSize {
  widthTiles: number;
  heightTiles: number;
}

const NOBODY: readonly number[] = [];

/** Clients take turns: one ninth of them in each slot at the lowest frame rate. Every frame period (2, 5, 9 slots) and its double divide it. */
const TURNS = 180;

/** So many slots missed before each flush, on average, are more than the server can do; from so few on it can again. */
const OVERLOAD = { from: 2, to: 0.5 };
/** What one slot counts in that average: it follows within a second. */
const LOAD_WEIGHT = 0.05;

/** From this frame rate on, what is foreseen or at the rim of a view may wait one turn: a frame less for many. */
const SMOOTH_HZ = 20;

/** How many flush rounds an enclosure waits for a frame to go with. */
const PATIENT_ROUNDS = 50;

/** How often a second each client is told, by the number of people. */
export const frameRateFor = (people: number): number => tuning.frameRates.find(({ upTo }) => people <= upTo)?.hz ?? 10;

/** The first of the turns that this slot is for; the others follow `period` apart. */
const turnAt = (slot: number, period: number): number => (period - (slot % period)) % period;

export class Crowd {
  /** Counted since the start, for the metrics. */
  readonly totals = { frames: 0, bytes: 0, fullViews: 0, skipped: 0 };
  #cells: Cells;
  readonly #viewers = new Map<number, Viewer>();
  /** The same viewers by whose turn comes together. */
  readonly #turns = Array.from({ length: TURNS }, () => new Set<Viewer>());
  /** Reused from flush to flush: the first `#used` belong to this one. */
  readonly #changes: Changes[] = [];
  #used = 0;
  #whole = new Map<number, Buffer>();
  #lastSlot = 0;
  #enclosure: Buffer | undefined;
  #enclosedRound = 0;
  #mayWaitRounds = 0;
  /** Slots missed before a flush, a moving average. */
  #load = 0;
  #isOverloaded = false;

  constructor(map: MapSize) {
    this.#cells = new Cells(cellCountOf(map.widthTiles, map.heightTiles));
  }

  /** Another map, perhaps of another size: everybody stays where they are as far as it is inside, and gets a full view. */
  useMap(map: MapSize): void {
    const before = this.#cells;
    this.#cells = new Cells(cellCountOf(map.widthTiles, map.heightTiles));
    this.#changes.length = 0;
    this.#whole.clear();
    for (const avatar of before.everybody()) {
      const x = clamp(avatar.x, 0, toUnits(map.widthTiles * TILE_PX) - 1);
      const y = clamp(avatar.y, 0, toUnits(map.heightTiles * TILE_PX) - 1);
      this.#cells.enter(avatar.avatarNumber, x, y, avatar);
    }
    for (const viewer of this.#viewers.values()) {
      viewer.lapsed = true;
      if (viewer.view) viewer.view = clampView(viewer.view, this.#cells.count);
    }
  }

  get people(): number {
    return this.#cells.people;
  }

  hasCup(avatarNumber: number): boolean {
    return this.#cells.of(avatarNumber)?.cup ?? false;
  }

  get frameRate(): number {
    return frameRateFor(this.people);
  }

  /** Somebody stands here now. World units. */
  enter(avatarNumber: number, x: number, y: number, direction: Direction): void {
    this.#cells.enter(avatarNumber, x, y, { direction, gait: 'still', seated: false, cup: false, ring: undefined });
  }

  leave(avatarNumber: number): void {
    this.detach(avatarNumber);
    this.#cells.leave(avatarNumber);
  }

  /** Each tick for everybody who walks: a step that everybody foresees is told to nobody. World units. */
  move(avatarNumber: number, x: number, y: number): void {
    this.#cells.move(avatarNumber, x, y);
  }

  /** What nobody foresees: a start, turn, stop, seat, cup; call `move` first when the place changed too. */
  mark(avatarNumber: number, look: Partial<Look>): void {
    this.#cells.mark(avatarNumber, look);
  }

  /** `emote` is an index into EMOTES. */
  emote(avatarNumber: number, emote: number): void {
    this.#cells.emote(avatarNumber, emote);
  }

  /** From now on frames go to this socket; the first is a full view. Again after a reconnection, whose socket is another one. */
  attach(avatarNumber: number, socket: CrowdSocket): void {
    const viewer = newViewer(avatarNumber, socket);
    viewer.view = this.#viewers.get(avatarNumber)?.view;
    this.detach(avatarNumber);
    this.#viewers.set(avatarNumber, viewer);
    this.#turns[avatarNumber % TURNS]?.add(viewer);
  }

  detach(avatarNumber: number): void {
    const viewer = this.#viewers.get(avatarNumber);
    if (viewer) this.#turns[avatarNumber % TURNS]?.delete(viewer);
    this.#viewers.delete(avatarNumber);
  }

  setView(avatarNumber: number, view: CellView): void {
    const viewer = this.#viewers.get(avatarNumber);
    if (viewer) watch(viewer, clampView(view, this.#cells.count), this.#cells.count.columns);
  }

  /**
   * A message that all who are in now must hear, in order: it goes with everybody's next turn. A write costs as much whatever its
   * size, and a patch of its own for each of thousands came in one burst.
   */
  share(message: Uint8Array): void {
    const wrapped = wrapMessage(message);
    for (const viewer of this.#viewers.values()) if (viewer.socket.ready) viewer.waiting.push(wrapped);
  }

  /**
   * A message for all (a whole one of Colyseus), sent together with everybody's next frame: no write of its own and no burst;
   * alone after half a second without a frame. The next enclosure replaces it for those who have not had theirs.
   */
  enclose(message: Uint8Array): void {
    this.#enclosure = wrapMessage(message);
    this.#enclosedRound = this.#cells.round;
  }

  /**
   * Writes to everybody whose turn this slot is; turns are spread evenly over the slots. Every position must be true at `nowTick`.
   * @returns the avatar numbers whose sockets have been stuck for so long that they are to be closed
   */
  flush(nowTick: number, slot: number): readonly number[] {
    const round = this.#cells.round++;
    this.#weigh(slot - this.#lastSlot - 1);
    const period = Math.round(SLOTS_PER_S / this.frameRate) * (this.#isOverloaded ? 2 : 1);
    const missed = Math.min(period, slot - this.#lastSlot) - 1;
    this.#lastSlot = slot;
    this.#mayWaitRounds = this.frameRate >= SMOOTH_HZ ? 2 * period : 0;
    this.#used = 0;
    // a new one, as in Changes.encode
    if (this.#whole.size > 0) this.#whole = new Map();
    let stuck = NOBODY;
    // whose turn was in a slot that was missed has it now
    for (let late = 0; late <= missed; late++)
      for (let turn = turnAt(slot - late, period); turn < TURNS; turn += period)
        for (const viewer of this.#turns[turn] ?? []) {
          if (!viewer.socket.ready) continue;
          const readiness = readinessOf(viewer, nowTick);
          if (readiness === 'ready') this.#tell(viewer, nowTick, round);
          else {
            this.totals.skipped++;
            this.#write(viewer, undefined);
          }
          if (readiness === 'stuck') stuck = [...stuck, viewer.avatarNumber];
        }
    return stuck;
  }

  /** With more to do than there is time, frames come half as often: else newcomers and walks would wait for all the frames before them. */
  #weigh(missedSlots: number): void {
    this.#load += (missedSlots - this.#load) * LOAD_WEIGHT;
    if (this.#load > OVERLOAD.from) this.#isOverloaded = true;
    else if (this.#load < OVERLOAD.to) this.#isOverloaded = false;
  }

  #tell(viewer: Viewer, nowTick: number, round: number): void {
    const frame = viewer.view && this.#frameFor(viewer, viewer.view, nowTick, round);
    this.#write(viewer, this.#withEnclosure(viewer, frame, round));
  }

  /** What waits goes to a busy socket too: nobody may miss it. */
  #write(viewer: Viewer, latest: Buffer | undefined): void {
    const { waiting } = viewer;
    if (waiting.length > 0) {
      if (latest) waiting.push(latest);
      latest = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting);
      waiting.length = 0;
    }
    if (!latest) return;
    viewer.socket.write(latest);
    this.totals.frames++;
    this.totals.bytes += latest.length;
  }

  #frameFor(viewer: Viewer, view: CellView, nowTick: number, round: number): Buffer | undefined {
    const since = viewer.toldRound;
    const isLapsed = viewer.lapsed || since < round - REMEMBERED_ROUNDS;
    if (!isLapsed && viewer.fresh.size === 0) {
      const message = this.#changesSince(since).messageFor(view, nowTick, round - since < this.#mayWaitRounds);
      if (message === 'canWait') return undefined;
      viewer.toldRound = round;
      return message;
    }
    const cells = isLapsed ? cellsOf(view, this.#cells.count.columns) : [...viewer.fresh];
    viewer.toldRound = round;
    viewer.lapsed = false;
    if (viewer.fresh.size > 0) viewer.fresh = new Set();
    return this.#wholeMessage(cells, nowTick, isLapsed ? undefined : { view, since });
  }

  #withEnclosure(viewer: Viewer, frame: Buffer | undefined, round: number): Buffer | undefined {
    const enclosure = this.#enclosure;
    if (!enclosure || viewer.enclosed === enclosure) return frame;
    if (!frame && viewer.waiting.length === 0 && round - this.#enclosedRound < PATIENT_ROUNDS) return undefined;
    viewer.enclosed = enclosure;
    return frame ? Buffer.concat([enclosure, frame]) : enclosure;
  }

  #changesSince(since: number): Changes {
    for (let i = 0; i < this.#used; i++) {
      const known = this.#changes[i];
      if (known?.since === since) return known;
    }
    const changes = this.#changes[this.#used] ?? new Changes(this.#cells);
    this.#changes[this.#used++] = changes;
    changes.encode(this.#cells, since);
    return changes;
  }

  /** Whole cells first; then what changed in the rest of the view, so that no frame of it is missed. */
  #wholeMessage(cells: readonly number[], nowTick: number, changes: { view: CellView; since: number } | undefined): Buffer {
    this.totals.fullViews++;
    const parts = cells.map((cell) => this.#wholeCell(cell));
    const since = changes && this.#changesSince(changes.since);
    const changed = changes && since ? since.bytesIn(changes.view) : 0;
    const { bytes, at } = crowdMessage(
      parts.reduce((sum, part) => sum + part.length, changed),
      nowTick,
    );
    let o = at;
    for (const part of parts) o += part.copy(bytes, o);
    if (changes && since) since.copyInto(bytes, o, changes.view);
    return bytes;
  }

  #wholeCell(cell: number): Buffer {
    const known = this.#whole.get(cell);
    if (known) return known;
    const bytes = this.#cells.encodeWhole(cell);
    this.#whole.set(cell, bytes);
    return bytes;
  }
}
