// The Colyseus room of one office: its life-cycle and the table message -> rule. No rules in here.
import { type Client, Room, ServerError } from '@colyseus/core';
import { confinesOf } from '@comptoir/shared/map/confinedGrid';
import type { Ground } from '@comptoir/shared/map/Ground';
import { AVAILABILITIES, type Rank } from '@comptoir/shared/people';
import { CLOSE, type OfficeFacts } from '@comptoir/shared/protocol/http';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import { OfficeState } from '@comptoir/shared/protocol/state';
import { tuning } from '@comptoir/shared/tuning';
import { FrameCount } from '../crowd/FrameCount.ts';
import { sharePatches } from '../crowd/sharePatches.ts';
import { socketOf } from '../crowd/socketOf.ts';
import { startTicking, type Ticking } from '../crowd/startTicking.ts';
import type { Occupant } from '../office/Office.ts';
import { Conduct } from '../ops/Conduct.ts';
import { copyEncodings } from '../ops/copyEncodings.ts';
import { Pulse, type PulseSocket } from '../ops/Pulse.ts';
import type { Admitted } from './admitPerson.ts';
import { agendaOf } from './answerAppointments.ts';
import { answerMessages, type Visitor } from './answerMessages.ts';
import { announcementOf, type OfficeAnnouncement } from './OfficeAnnouncement.ts';
import { OfficeAuditorium } from './OfficeAuditorium.ts';
import { OfficeBlocking } from './OfficeBlocking.ts';
import { OfficeCards } from './OfficeCards.ts';
import { OfficeDay } from './OfficeDay.ts';
import { OfficeDesks } from './OfficeDesks.ts';
import { OfficeFloor } from './OfficeFloor.ts';
import { OfficeHosting } from './OfficeHosting.ts';
import { knocksOf } from './OfficeKnocks.ts';
import { OfficeOrders } from './OfficeOrders.ts';
import type { OfficeParts } from './OfficeParts.ts';
import { OfficeReports } from './OfficeReports.ts';
import { OfficeTalk } from './OfficeTalk.ts';
import { OfficeThreads } from './OfficeThreads.ts';
import { factsOf, placeToKeep, showPerson, welcomeOf } from './officeFacts.ts';
import { Rounds } from './Rounds.ts';
import { roomParts } from './roomParts.ts';
import { sendPlaces } from './sendPlaces.ts';
import { beAs, passDoor, settleIn, tendDoor, useRank } from './settleIn.ts';

export type OfficeClient = Client<{ userData: Visitor; auth: Admitted }>;

const DIGEST_TICKS = tuning.digestMs / tuning.tickMs;
const PATCH_TICKS = tuning.patchMs / tuning.tickMs;
const PING_TICKS = 5000 / tuning.tickMs;
/** Closed with these one is gone at once; otherwise the place is held. */
const FOR_GOOD: readonly number[] = [CLOSE.left, CLOSE.badMessages, CLOSE.removed, CLOSE.officeGone, CLOSE.visitOver, CLOSE.signedOut];
const HOLD_TICKS = tuning.holdSeatMs / tuning.tickMs;

export abstract class OfficeRoom extends Room<{ state: OfficeState; client: OfficeClient }> {
  /** Given by app.ts, which makes one class per office. */
  abstract readonly parts: OfficeParts;
  override state = new OfficeState();
  override autoDispose = false;
  override patchRate = null;
  // the reservation lasts from the answer of the join to the socket's handshake: a thousand may come at once
  override seatReservationTimeout = 60;
  // our own limit (Conduct) drops and counts; this one only ends a flood
  override maxMessagesPerSecond = 400;
  floor!: OfficeFloor;
  talk!: OfficeTalk;
  announcement!: OfficeAnnouncement;
  readonly hosting = new OfficeHosting(this);
  readonly reports = new OfficeReports(this);
  readonly cards = new OfficeCards(this);
  readonly desks = new OfficeDesks(this);
  readonly blocking = new OfficeBlocking(this);
  readonly knocks = knocksOf(this);
  readonly agenda = agendaOf(this);
  readonly auditorium = new OfficeAuditorium(this);
  readonly threads = new OfficeThreads(this);
  readonly #orders = new OfficeOrders(this);
  readonly #roomParts = roomParts(this);
  /** The connected client of each person. */
  readonly clientOf = new Map<string, OfficeClient>();
  /** personIds that stand in the door. */
  readonly arriving = new Set<string>();
  #ticking: Ticking | undefined;
  #day!: OfficeDay;
  readonly #pulse = new Pulse(PING_TICKS);
  readonly #rounds = new Rounds();
  #frameCount!: FrameCount;

  override async onCreate(): Promise<void> {
    const { parts } = this;
    this.floor = new OfficeFloor(parts.officeId, parts.ground);
    this.state.mapVersion = parts.ground.map.version;
    this.talk = new OfficeTalk(this);
    this.announcement = announcementOf(this);
    this.#frameCount = new FrameCount(parts.metrics);
    copyEncodings(this);
    sharePatches(this, this.floor.crowd);
    this.#day = new OfficeDay(parts, this.state, [this.talk.kept, this.desks, this.auditorium.records.shelf]);
    await this.#day.turn();
    await parts.door.read();
    await Promise.all([this.talk.kept.restore(), this.threads.restore()]);
    await Promise.all([this.agenda.restore(), this.desks.restore(), this.auditorium.records.restore()]);
    answerMessages(this);
    this.#ticking = startTicking({
      tick: (nowTick, count) => this.#tick(nowTick, count),
      flush: (nowTick, slot) => this.#flush(nowTick, slot),
      onLate: (ms) => parts.metrics.tickLatenessMs.observe(ms),
    });
  }

  override onDispose(): void {
    this.#ticking?.stop();
    this.auditorium.records.close();
    this.announcement.close(Math.floor(this.tickNow()));
    this.talk.close();
    for (const occupant of this.floor.office.occupants.values()) this.#keepPlace(occupant);
  }

  /** The office clock now, in ticks (fractional). */
  tickNow(): number {
    return this.#ticking?.tickNow() ?? 0;
  }

  override async onJoin(client: OfficeClient, _options: unknown, admitted: Admitted): Promise<void> {
    const { personId } = admitted;
    const { occupants } = this.floor.office;
    const arrived = await passDoor(this, admitted);
    const before = this.clientOf.get(personId);
    this.clientOf.set(personId, client);
    if (before) {
      // a slow attempt to come back may get through after a later one: that is no other tab
      const isSameTab = admitted.tab !== undefined && before.auth?.tab === admitted.tab;
      before.leave(isSameTab ? CLOSE.replaced : CLOSE.movedToAnotherTab);
    }
    const occupant = occupants.get(personId) ?? (await settleIn(this, admitted, arrived));
    beAs(this, occupant, arrived);
    delete occupant.lostTick;
    client.userData = { occupant, conduct: new Conduct(), digest: 'none' };
    showPerson(this.state, occupant, admitted);
    void this.parts.memory.keepPerson(admitted);
    this.floor.crowd.attach(occupant.avatarNumber, socketOf(client));
    this.#pulse.add(client.ref as unknown as PulseSocket);
    client.send('welcome', welcomeOf(this, occupant, admitted));
    this.talk.cameIn(occupant, Math.floor(this.tickNow()));
    this.announcement.changed();
    for (const part of this.#roomParts) part.cameIn?.(occupant, admitted);
    this.parts.metrics.joins.inc({ kind: before ? 'replaced' : 'new' });
    this.#countPeople();
  }

  override onLeave(client: OfficeClient, code?: number): void {
    this.#pulse.delete(client.ref as unknown as PulseSocket);
    const { personId } = client.auth ?? {};
    // a later connection of the same person has taken over
    if (!personId || this.clientOf.get(personId) !== client) return;
    this.clientOf.delete(personId);
    const occupant = this.floor.office.occupants.get(personId);
    if (!occupant) return;
    this.floor.crowd.detach(occupant.avatarNumber);
    this.floor.halt(occupant, Math.floor(this.tickNow()));
    if (code !== undefined && FOR_GOOD.includes(code)) this.depart(occupant);
    else {
      occupant.lostTick = this.tickNow();
      const person = this.state.people.get(personId);
      if (person) person.connected = false;
      this.#keepPlace(occupant);
      this.talk.lost(occupant, Math.floor(this.tickNow()));
    }
  }

  override onUncaughtException(err: Error, method: string): void {
    // the framework wraps what was thrown together with the ticket of whoever asked: that is no one's to read in a log
    const { cause = err } = err;
    if (cause instanceof ServerError) return;
    this.parts.log.error({ err: cause, method, office: this.parts.officeId }, 'a rule failed');
  }

  /** Brings the replicated state of a person up to the rules' word. */
  syncPerson(occupant: Occupant): void {
    const person = this.state.people.get(occupant.personId);
    if (person) person.availability = AVAILABILITIES.indexOf(occupant.availability);
    this.announcement.changed();
  }

  async renamePerson(occupant: Occupant, { name, trade, appearance }: Pick<Admitted, 'name' | 'trade' | 'appearance'>): Promise<void> {
    const { personId } = occupant;
    const person = this.state.people.get(personId);
    if (!person) return;
    await this.parts.memory.keepPerson({ personId, deviceId: this.clientOf.get(personId)?.auth?.deviceId, name, trade, appearance });
    person.name = name;
    person.trade = trade;
    person.appearance = appearance;
  }

  tell<T extends keyof ServerMessages>(occupant: Occupant, type: T, message: ServerMessages[T]): void {
    this.clientOf.get(occupant.personId)?.send(type, message);
  }

  poured(): void {
    this.#day.poured();
  }

  /** The map file changed. */
  changeGround(ground: Ground): void {
    const moved = this.floor.changeGround(ground, Math.floor(this.tickNow()));
    this.talk.changeGround();
    delete this.parts.mapProblem;
    if (this.state.mapVersion === ground.map.version) return;
    this.state.mapVersion = ground.map.version;
    this.broadcast('mapChanged', { version: ground.map.version });
    for (const occupant of moved) this.putBack(occupant);
  }

  /** They were put somewhere else. */
  putBack(occupant: Occupant): void {
    this.syncPerson(occupant);
    const { seq, x, y, tick } = occupant.walker;
    // as if their next segment had been refused: they may have been put back from the latest already
    this.tell(occupant, 'putBack', { seq: (seq + 1) & 0xffff, x, y, tick });
  }

  /** Has the map an area of this id or name, in which somebody can stand? @returns its id */
  visitable(area: string): string | undefined {
    return confinesOf(this.floor.office.ground, area)?.area;
  }

  /** On this whole server. */
  rankChanged(personId: string, rank: Rank): void {
    const occupant = this.floor.office.occupants.get(personId);
    if (occupant) useRank(this, occupant, rank);
  }

  /** What the entrance shows. */
  facts(): OfficeFacts {
    return factsOf(this);
  }

  /** Gone, at once and for good. */
  depart(occupant: Occupant): void {
    this.#keepPlace(occupant);
    this.parts.memory.left(occupant.personId);
    this.talk.left(occupant, Math.floor(this.tickNow()));
    for (const part of this.#roomParts) part.left?.(occupant);
    this.floor.leave(occupant, performance.now());
    this.state.people.delete(occupant.personId);
    this.#countPeople();
  }

  #keepPlace(occupant: Occupant): void {
    this.parts.memory.keepPlace(occupant.personId, placeToKeep(occupant));
  }

  #countPeople(): void {
    this.parts.metrics.people.set({ office: this.parts.officeId }, this.floor.office.occupants.size);
  }

  #tick(nowTick: number, count: number): void {
    const isDue = (everyTicks: number): boolean => Math.floor(nowTick / everyTicks) !== Math.floor((nowTick - count) / everyTicks);
    for (const { occupant, arrived } of this.floor.tick(nowTick)) {
      const { seq, x, y } = occupant.walker;
      this.tell(occupant, 'pathEnded', { seq, arrived, x, y });
    }
    this.talk.tick(nowTick);
    this.hosting.tick(nowTick);
    this.announcement.tick(nowTick);
    this.#orders.tick(nowTick);
    if (isDue(PATCH_TICKS)) this.broadcastPatch();
    this.#lookAfter(nowTick, count);
    this.#pulse.beat(count);
    if (isDue(DIGEST_TICKS)) this.#eachSecond();
  }

  #flush(nowTick: number, slot: number): void {
    const stuck = this.floor.crowd.flush(nowTick, slot);
    if (stuck.length === 0) return;
    for (const client of this.clientOf.values())
      if (client.userData && stuck.includes(client.userData.occupant.avatarNumber)) client.leave(CLOSE.slowReader);
  }

  #eachSecond(): void {
    this.#frameCount.count(this.floor.crowd.totals);
    sendPlaces(this);
    void this.#day.turn();
    for (const part of this.#roomParts) part.eachSecond?.();
    tendDoor(this);
  }

  #lookAfter(nowTick: number, count: number): void {
    for (const occupant of this.#rounds.next(this.floor.office.occupants, count)) {
      if (occupant.lostTick !== undefined && nowTick - occupant.lostTick >= HOLD_TICKS) this.depart(occupant);
      else if (occupant.walker.tick !== occupant.keptTick) {
        occupant.keptTick = occupant.walker.tick;
        this.#keepPlace(occupant);
      }
    }
  }
}
