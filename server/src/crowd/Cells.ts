// Who is in which cell of the map, and what changed there since when; encodes each cell's changes once for all who look at it.
import type { AvatarRecord, CellBlock, CellCount } from '@comptoir/shared/protocol/walks';
import { blockBytes, cellOf, writeCellBlock } from '@comptoir/shared/protocol/walks';

/** Changes older than this many flush rounds are forgotten; who has not been told by then gets a full view. */
export const REMEMBERED_ROUNDS = 64;

interface CrowdAvatar extends AvatarRecord {
  cell: number;
  /** Place in its cell's list. */
  slot: number;
  changedRound: number;
  /** Where it was at its last change. */
  changedCell: number;
}

interface Cell {
  avatars: CrowdAvatar[];
  /** Who changed here; counts as long as it is their last change and they are still here. */
  changes: { avatar: CrowdAvatar; round: number }[];
  departures: { avatarNumber: number; round: number }[];
  emotes: { avatarNumber: number; emote: number; round: number }[];
  changedRound: number;
  /** The last change that nobody foresaw: no mere crossing from cell to cell. */
  surprisedRound: number;
}

/** All cells' changes since one round, row-major, so that a row of a view is one slice. */
export interface Encoding {
  bytes: Buffer;
  /** Where each cell begins; one entry more than cells. */
  offsets: Int32Array;
  /** How many cells before this one hold a surprise; one entry more than cells. */
  surprises: Int32Array;
}

/** What of an avatar changes without a step. */
export type Look = Pick<AvatarRecord, 'direction' | 'gait' | 'seated' | 'cup' | 'ring'>;

export class Cells {
  readonly count: CellCount;
  /** The round that changes belong to: the next one to be flushed. */
  round = 1;
  readonly #cells: Cell[];
  readonly #avatars: (CrowdAvatar | undefined)[] = [];
  #people = 0;

  constructor(count: CellCount) {
    this.count = count;
    this.#cells = Array.from({ length: count.columns * count.rows }, () => ({
      avatars: [],
      changes: [],
      departures: [],
      emotes: [],
      changedRound: 0,
      surprisedRound: 0,
    }));
  }

  get people(): number {
    return this.#people;
  }

  of(avatarNumber: number): Readonly<AvatarRecord> | undefined {
    return this.#avatars[avatarNumber];
  }

  everybody(): Readonly<AvatarRecord>[] {
    return this.#avatars.filter((avatar) => avatar !== undefined);
  }

  /** x, y in world units, inside the map. */
  enter(avatarNumber: number, x: number, y: number, { direction, gait, seated, cup, ring }: Look): void {
    this.leave(avatarNumber);
    const avatar = {
      avatarNumber,
      x,
      y,
      direction,
      gait,
      seated,
      cup,
      ring,
      cell: cellOf(x, y, this.count.columns),
      slot: 0,
      changedRound: 0,
      changedCell: -1,
    };
    this.#avatars[avatarNumber] = avatar;
    this.#people++;
    this.#putInto(avatar, avatar.cell);
    this.#surprise(avatar.cell);
  }

  leave(avatarNumber: number): void {
    const avatar = this.#avatars[avatarNumber];
    if (!avatar) return;
    this.#takeOut(avatar);
    // its noted changes are of nobody who is here
    avatar.cell = -1;
    this.#avatars[avatarNumber] = undefined;
    this.#people--;
  }

  /** A step along what everybody foresees: told only when it crosses into another cell. World units. */
  move(avatarNumber: number, x: number, y: number): void {
    const avatar = this.#avatars[avatarNumber];
    if (!avatar) return;
    avatar.x = x;
    avatar.y = y;
    const cell = cellOf(x, y, this.count.columns);
    if (cell === avatar.cell) return;
    this.#takeOut(avatar);
    this.#putInto(avatar, cell);
  }

  /** Something that nobody foresees: goes out with the next frames. */
  mark(avatarNumber: number, look: Partial<Look>): void {
    const avatar = this.#avatars[avatarNumber];
    if (!avatar) return;
    Object.assign(avatar, look);
    this.#change(avatar);
    this.#surprise(avatar.cell);
  }

  /** `emote` is an index into EMOTES. */
  emote(avatarNumber: number, emote: number): void {
    const cell = this.#cells[this.#avatars[avatarNumber]?.cell ?? -1];
    if (!cell) return;
    forgetOld(cell.emotes, this.round);
    cell.emotes.push({ avatarNumber, emote, round: this.round });
    cell.changedRound = this.round;
    cell.surprisedRound = this.round;
  }

  #change(avatar: CrowdAvatar): void {
    const cell = this.#cells[avatar.cell];
    if (!cell) return;
    const isNoted = avatar.changedRound === this.round && avatar.changedCell === avatar.cell;
    avatar.changedRound = cell.changedRound = this.round;
    avatar.changedCell = avatar.cell;
    if (isNoted) return;
    forgetOld(cell.changes, this.round);
    cell.changes.push({ avatar, round: this.round });
  }

  #surprise(number: number): void {
    const cell = this.#cells[number];
    if (cell) cell.surprisedRound = this.round;
  }

  #putInto(avatar: CrowdAvatar, number: number): void {
    const cell = this.#cells[number];
    if (!cell) throw new RangeError(`avatar ${avatar.avatarNumber} is outside the map at ${avatar.x}, ${avatar.y}`);
    avatar.cell = number;
    avatar.slot = cell.avatars.push(avatar) - 1;
    this.#change(avatar);
  }

  #takeOut(avatar: CrowdAvatar): void {
    const cell = this.#cells[avatar.cell];
    const last = cell?.avatars.pop();
    if (!cell || !last) return;
    if (last !== avatar) {
      cell.avatars[avatar.slot] = last;
      last.slot = avatar.slot;
    }
    forgetOld(cell.departures, this.round);
    cell.departures.push({ avatarNumber: avatar.avatarNumber, round: this.round });
    cell.changedRound = this.round;
  }

  /** What changed after round `since`, into `encoding` (grown as needed). */
  encodeSince(since: number, encoding: Encoding): void {
    const left: number[] = [];
    const emotes: { avatarNumber: number; emote: number }[] = [];
    const records: CrowdAvatar[] = [];
    const block = { cell: 0, restarts: false, left, emotes, records };
    let at = 0;
    let surprises = 0;
    const { offsets, surprises: surprisesBefore } = encoding;
    for (let number = 0; number < this.#cells.length; number++) {
      offsets[number] = at;
      surprisesBefore[number] = surprises;
      const cell = this.#cells[number];
      if (!cell || cell.changedRound <= since) continue;
      if (cell.surprisedRound > since) surprises++;
      block.cell = number;
      left.length = emotes.length = records.length = 0;
      for (const departure of cell.departures) if (departure.round > since) left.push(departure.avatarNumber);
      for (const emote of cell.emotes) if (emote.round > since) emotes.push(emote);
      for (let i = cell.changes.length - 1; i >= 0; i--) {
        const change = cell.changes[i];
        if (!change || change.round <= since) break;
        if (change.round === change.avatar.changedRound && number === change.avatar.cell) records.push(change.avatar);
      }
      makeSpace(encoding, at, blockBytes(block));
      at = writeCellBlock(encoding.bytes, at, block);
    }
    offsets[this.#cells.length] = at;
    surprisesBefore[this.#cells.length] = surprises;
  }

  /** Everything there is in one cell, for somebody who has not seen it. */
  encodeWhole(cell: number): Buffer {
    const block: CellBlock = { cell, restarts: true, left: [], emotes: [], records: this.#cells[cell]?.avatars ?? [] };
    const bytes = Buffer.allocUnsafe(blockBytes(block));
    return bytes.subarray(0, writeCellBlock(bytes, 0, block));
  }
}

function forgetOld(changes: { round: number }[], round: number): void {
  while (changes[0] && changes[0].round < round - REMEMBERED_ROUNDS) changes.shift();
}

function makeSpace(encoding: Encoding, used: number, more: number): void {
  if (used + more <= encoding.bytes.length) return;
  const larger = Buffer.allocUnsafeSlow(2 * (used + more));
  encoding.bytes.copy(larger, 0, 0, used);
  encoding.bytes = larger;
}
