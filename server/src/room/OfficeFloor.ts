// The bodies of an office: joins the rules of walking, seats and things with the crowd relay that shows them to everybody.
import type { Point } from '@comptoir/shared/geometry';
import { tileCentre } from '@comptoir/shared/geometry';
import { confinesOf } from '@comptoir/shared/map/confinedGrid';
import { nearestFree } from '@comptoir/shared/map/findPath';
import { findStart } from '@comptoir/shared/map/findStart';
import type { Ground } from '@comptoir/shared/map/Ground';
import { feetPxOf } from '@comptoir/shared/map/reach';
import { type Direction, mayStand, type RankLevel, step } from '@comptoir/shared/movement';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Segment } from '@comptoir/shared/protocol/walks';
import { AvatarNumbers } from '../crowd/AvatarNumbers.ts';
import { Crowd } from '../crowd/Crowd.ts';
import type { Place } from '../office/arrivals.ts';
import { availabilityOfSeat } from '../office/availability.ts';
import { isShut, isShutAt } from '../office/greenRooms.ts';
import { newOffice, type Occupant, type Office } from '../office/Office.ts';
import { leaveSeat, sitProblem, takeSeat } from '../office/seats.ts';
import { carriesCup, useThing } from '../office/things.ts';
import { areElsewhere, gridOf, isInside, isSeatOpen, type Visit } from '../office/visits.ts';
import { advance, placeWalker, stand, standingWalker } from '../office/Walker.ts';
import { acceptPath, acceptSegment, beWalked, type PutBack, putBackOf, renew } from '../office/walking.ts';
import { placeAtThing, placeBeside, placeInArea, stoodOn } from '../office/whereabouts.ts';

/** A path the server walked ended in this tick. */
export interface PathEnd {
  occupant: Occupant;
  arrived: boolean;
}

export class OfficeFloor {
  readonly office: Office;
  readonly crowd: Crowd;
  readonly #numbers = new AvatarNumbers();
  /** Who moves: only they are walked each tick. */
  readonly #walking = new Set<Occupant>();
  /** Who carries a cup, to see it end. */
  readonly #cups = new Set<Occupant>();

  constructor(id: string, ground: Ground) {
    this.office = newOffice(id, ground);
    this.crowd = new Crowd(ground.map);
  }

  enter(personId: string, place: Place, rank: RankLevel, nowTick: number, nowMs: number, visit?: Visit): Occupant {
    const occupant: Occupant = {
      personId,
      avatarNumber: this.#numbers.take(nowMs),
      walker: standingWalker(place.at, place.direction, rank, nowTick),
      availability: 'available',
      idle: false,
      cupUntilTick: 0,
      area: -1,
      ...(visit ? { visit } : {}),
    };
    this.office.occupants.set(personId, occupant);
    this.crowd.enter(occupant.avatarNumber, place.at.x, place.at.y, place.direction);
    return occupant;
  }

  leave(occupant: Occupant, nowMs: number): void {
    leaveSeat(this.office, occupant);
    this.#walking.delete(occupant);
    this.#cups.delete(occupant);
    this.office.occupants.delete(occupant.personId);
    this.crowd.leave(occupant.avatarNumber);
    this.#numbers.free(occupant.avatarNumber, nowMs);
  }

  /** @returns where to put the client back when the claim can not be */
  segment(occupant: Occupant, segment: Segment, nowTick: number): PutBack | undefined {
    if (occupant.seat) this.stand(occupant, nowTick);
    const verdict = acceptSegment(occupant.walker, segment, nowTick, gridOf(this.office, occupant));
    this.#show(occupant, nowTick);
    return verdict === 'ok' ? undefined : verdict.putBack;
  }

  path(occupant: Occupant, ask: Ask<'walkPath'>, nowTick: number): { answer: Answer<'walkPath'>; putBack?: PutBack } {
    if (occupant.seat) this.stand(occupant, nowTick);
    const [x, y] = ask.from;
    const path = {
      from: { x, y },
      corners: ask.tiles.map(([tileX, tileY]) => tileCentre(tileX, tileY)),
      gait: ask.gait,
      startTick: ask.startTick,
      seq: ask.seq,
    };
    const verdict = acceptPath(occupant.walker, path, nowTick, gridOf(this.office, occupant));
    this.#show(occupant, nowTick);
    if (verdict === 'ok') return { answer: { ok: true } };
    return { answer: { refused: 'blocked' }, putBack: verdict === 'blocked' ? putBackOf(occupant.walker, ask.seq) : verdict.putBack };
  }

  /** Walks somebody without their asking, along tile centres that can be walked (world units). */
  walkAlong(occupant: Occupant, walk: Parameters<typeof beWalked>[1], nowTick: number): void {
    if (occupant.seat) this.stand(occupant, nowTick);
    beWalked(occupant.walker, walk, nowTick, gridOf(this.office, occupant));
    this.#show(occupant, nowTick);
  }

  renew(occupant: Occupant, seq: number, nowTick: number): PutBack | undefined {
    const verdict = renew(occupant.walker, seq, nowTick, gridOf(this.office, occupant));
    return verdict === 'ok' ? undefined : verdict.putBack;
  }

  /** R4: whose connection is lost stands still. */
  halt(occupant: Occupant, nowTick: number): void {
    advance(occupant.walker, nowTick, gridOf(this.office, occupant));
    stand(occupant.walker);
    this.#show(occupant, nowTick);
  }

  stand(occupant: Occupant, nowTick: number): void {
    const at = leaveSeat(this.office, occupant);
    if (!at) return;
    availabilityOfSeat(occupant, undefined);
    this.#place(occupant, at, occupant.walker.direction, nowTick);
  }

  sit(occupant: Occupant, seatId: string, nowTick: number): Answer<'sit'> {
    const refused = sitProblem(this.office, occupant, seatId);
    const seat = this.office.ground.seats.get(seatId);
    if (refused || !seat) return { refused: refused ?? 'notThere' };
    const { at, direction } = takeSeat(this.office, occupant, seat);
    availabilityOfSeat(occupant, seat);
    this.#place(occupant, at, direction, nowTick);
    return { ok: true, x: at.x, y: at.y, direction };
  }

  use(occupant: Occupant, thingId: string, nowTick: number): Answer<'use'> & { poured?: boolean } {
    const use = useThing(this.office, occupant, thingId, nowTick);
    if ('refused' in use) return { refused: use.refused };
    if (use.use === 'other') return { ok: true, untilTick: Math.floor(nowTick) };
    this.#cups.add(occupant);
    return { ok: true, untilTick: use.untilTick, poured: true };
  }

  /** `pick` in [0, 1) chooses among the free places of an area. */
  beThere(occupant: Occupant, ask: Ask<'beThere'>, nowTick: number, pick: number): Answer<'beThere'> {
    if (isShut(this.office, occupant, ask)) return { refused: 'backstage' };
    const at = this.#placeOf(occupant, ask, pick);
    if (!at) return { refused: 'notThere' };
    // P12
    if (occupant.visit && !isInside(occupant.visit, at)) return { refused: 'notAllowed' };
    // T156: whatever leads there
    if (isShutAt(this.office, occupant, feetPxOf(at))) return { refused: 'backstage' };
    leaveSeat(this.office, occupant);
    availabilityOfSeat(occupant, undefined);
    this.#place(occupant, at, 2, nowTick);
    return { ok: true, x: at.x, y: at.y, direction: 2 };
  }

  /** Walks everybody who walks up to `nowTick` and notices cups that are empty. */
  tick(nowTick: number): PathEnd[] {
    const ends: PathEnd[] = [];
    for (const occupant of this.#walking) {
      const { walker } = occupant;
      const hadPath = walker.path !== undefined;
      const { x, y } = walker;
      const walked = advance(walker, nowTick, gridOf(this.office, occupant));
      if (walked !== 'still') this.crowd.move(occupant.avatarNumber, walker.x, walker.y);
      if (walked !== 'walked' && walked !== 'still') this.#show(occupant, nowTick);
      if (occupant.shut && walked === 'walked' && walker.x === x && walker.y === y) this.#turnBack(occupant, nowTick);
      if (hadPath && (walked === 'arrived' || walked === 'blocked')) ends.push({ occupant, arrived: walked === 'arrived' });
      if (walker.gait === 'still') this.#walking.delete(occupant);
    }
    for (const occupant of this.#cups) this.#watchCup(occupant, nowTick);
    return ends;
  }

  /**
   * The map changed: who stands where no floor is any more goes to the nearest free tile; seats that are gone or elsewhere are left.
   * @returns those who were moved or stood up
   */
  changeGround(ground: Ground, nowTick: number): Occupant[] {
    this.office.ground = ground;
    const moved: Occupant[] = [];
    this.crowd.useMap(ground.map);
    for (const occupant of this.office.occupants.values()) {
      const { walker, seat, visit } = occupant;
      // of the floor that was; what is shut in this one is found at once
      delete occupant.shut;
      // what has vanished is over: the room puts out whose visit is
      if (visit) occupant.visit = { ...visit, ...(confinesOf(ground, visit.area) ?? { untilMs: 0 }) };
      const grid = gridOf(this.office, occupant);
      if (seat) {
        const now = ground.seats.get(seat.id);
        if (now?.tileX === seat.tileX && now.tileY === seat.tileY && isSeatOpen(occupant, now)) {
          occupant.seat = now;
          continue;
        }
        leaveSeat(this.office, occupant);
        availabilityOfSeat(occupant, undefined);
      } else if (mayStand(grid, walker, walker.rank)) continue;
      this.#place(occupant, nearestFree(grid, walker, walker.rank) ?? walker, walker.direction, nowTick);
      moved.push(occupant);
    }
    return moved;
  }

  /** Moves somebody who stands where they may not any more to the nearest free place. @returns false when they were moved */
  standFreely(occupant: Occupant, nowTick: number): boolean {
    const grid = gridOf(this.office, occupant);
    const { walker, seat } = occupant;
    if (seat && !isSeatOpen(occupant, seat)) {
      leaveSeat(this.office, occupant);
      availabilityOfSeat(occupant, undefined);
    } else if (seat || mayStand(grid, walker, walker.rank)) return true;
    this.#place(occupant, nearestFree(grid, walker, walker.rank) ?? walker, walker.direction, nowTick);
    return false;
  }

  #placeOf(occupant: Occupant, ask: Ask<'beThere'>, pick: number): Point | undefined {
    const { office } = this;
    const { rank } = occupant.walker;
    switch (ask.kind) {
      case 'person': {
        const other = office.occupants.get(ask.id);
        if (!other || areElsewhere(occupant, other)) return other?.walker;
        return placeBeside(office, other, rank, gridOf(office, occupant));
      }
      case 'thing':
        return placeAtThing(office, ask.id, occupant.walker, gridOf(office, occupant));
      case 'start': {
        const { map, grid } = office.ground;
        return findStart(map, occupant.shut?.grid ?? grid, ask.id, { rank, pick, isTaken: stoodOn(office) });
      }
      case 'area': {
        const index = office.ground.map.areas.findIndex((area) => area.id === ask.id || area.name === ask.id);
        return placeInArea(office, index, rank, pick, occupant.shut?.grid);
      }
    }
  }

  /** T156: on the floor as everybody else has it they would walk on, and be seen where they are not. */
  #turnBack(occupant: Occupant, nowTick: number): void {
    const { walker } = occupant;
    if (!step({ x: walker.x, y: walker.y }, walker, this.office.ground.grid, walker.rank)) return;
    stand(walker);
    walker.heldUntilTick = Number.POSITIVE_INFINITY;
    this.#show(occupant, nowTick);
  }

  #watchCup(occupant: Occupant, nowTick: number): void {
    const carries = carriesCup(occupant, nowTick);
    if (occupant.cupUntilTick <= nowTick) this.#cups.delete(occupant);
    if (this.crowd.hasCup(occupant.avatarNumber) !== carries) this.#show(occupant, nowTick);
  }

  #place(occupant: Occupant, at: Point, direction: Direction, nowTick: number): void {
    placeWalker(occupant.walker, at, direction, nowTick);
    this.#show(occupant, nowTick);
  }

  #show(occupant: Occupant, nowTick: number): void {
    const { walker, avatarNumber } = occupant;
    if (walker.gait === 'still') this.#walking.delete(occupant);
    else this.#walking.add(occupant);
    this.crowd.move(avatarNumber, walker.x, walker.y);
    this.crowd.mark(avatarNumber, {
      direction: walker.direction,
      gait: walker.gait,
      seated: occupant.seat !== undefined,
      cup: carriesCup(occupant, nowTick),
    });
  }
}
