// Whose feet the green rooms of this office turn back while a talk is on, and that their browser knows.
import { shutGrid } from '@comptoir/shared/map/shutGrid';
import type { WalkGrid } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import { shutRoomsOf } from '../office/greenRooms.ts';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export class OfficeGreenRooms {
  readonly #room: OfficeRoom;
  /** By what is shut in which floor: it is the same for most people. */
  #grids = new Map<string, WalkGrid>();
  /** Of which map they are. */
  #mapVersion = '';
  /** What their browser believes to be shut. */
  readonly #told = new WeakMap<Occupant, string>();
  /** Something is shut to somebody. */
  #isShut = false;
  #lookedTick = Number.NEGATIVE_INFINITY;

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** As often as it is looked who talks with whom. */
  tick(nowTick: number): void {
    if (!this.#isShut && this.#room.talk.talks.ofHall.size === 0) return;
    if (nowTick - this.#lookedTick < tuning.bubbleTicks) return;
    this.#lookedTick = nowTick;
    this.#isShut = false;
    for (const occupant of this.#room.floor.office.occupants.values()) this.look(occupant, nowTick);
  }

  /** T156: what is shut to them may have changed just now. */
  look(occupant: Occupant, nowTick: number): void {
    const { talk, floor } = this.#room;
    const rooms = shutRoomsOf(floor.office, talk.talks, talk.talkerOf(occupant), nowTick);
    this.#shut(occupant, rooms);
    if (rooms.join('\n') !== (this.#told.get(occupant) ?? '')) this.#tell(occupant, rooms);
  }

  /** T156: somebody inside said yes. Before they know, and set out. */
  admitted(personIds: readonly string[]): void {
    for (const occupant of personIds.flatMap((personId) => this.#room.floor.office.occupants.get(personId) ?? []))
      this.look(occupant, Math.floor(this.#room.tickNow()));
  }

  /** After each welcome. */
  cameIn(occupant: Occupant): void {
    this.#tell(occupant, occupant.shut?.rooms ?? []);
  }

  /** Has a place now. Nobody appears in a room that they could not walk into. */
  arrived(occupant: Occupant, nowTick: number): void {
    const { talk, floor } = this.#room;
    this.#shut(occupant, shutRoomsOf(floor.office, talk.talks, talk.talkerOf(occupant), nowTick, true));
    if (occupant.shut) floor.standFreely(occupant, nowTick);
  }

  #tell(occupant: Occupant, rooms: readonly string[]): void {
    this.#told.set(occupant, rooms.join('\n'));
    this.#room.auditorium.tell(occupant.personId, 'shutRooms', [...rooms]);
  }

  #shut(occupant: Occupant, rooms: readonly string[]): void {
    if (rooms.length === 0) {
      delete occupant.shut;
      return;
    }
    this.#isShut = true;
    const { ground } = this.#room.floor.office;
    const { visit } = occupant;
    if (this.#mapVersion !== ground.map.version) {
      this.#mapVersion = ground.map.version;
      this.#grids = new Map();
    }
    const key = [visit?.area ?? '', ...rooms].join('\n');
    const grid = this.#grids.get(key) ?? shutGrid(ground, visit?.grid ?? ground.grid, rooms);
    this.#grids.set(key, grid);
    if (occupant.shut?.grid !== grid) occupant.shut = { rooms, grid };
  }
}
