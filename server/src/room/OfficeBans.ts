// Who is kept out of this server, as one office sees to it: a host sends out or bans, whoever is inside goes at once, and stays out.
import { ServerError } from '@colyseus/core';
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { isAbove } from '@comptoir/shared/permissions';
import { CLOSE, JOIN_REFUSED } from '@comptoir/shared/protocol/http';
import type { Answer, Ask, Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { type Comer, isKeptOut, type Marks, marksOf } from '../office/bans.ts';
import { ticksOf } from '../office/mayTalk.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { hashDevice, newId } from '../ops/identity.ts';
import type { StoredBan } from '../store/bans.ts';
import type { Admitted } from './admitPerson.ts';
import type { OfficeHosting } from './OfficeHosting.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { putOut } from './putOut.ts';

/** Bans made by command are noticed within this. */
const LOOK_TICKS = ticksOf(5000);
const HOUR_MS = 3_600_000;
/** How many persons of one device are looked at: more are a game with names. */
const PERSONS_OF_DEVICE = 100;

/** Somebody whom a host may keep out. */
interface Below {
  name: string;
  comer: Comer;
}

export class OfficeBans {
  readonly #room: OfficeRoom;
  readonly #hosting: Pick<OfficeHosting, 'audit' | 'inside' | 'nameOf'>;
  /** Of everybody who has a place here, also while their connection is lost. By personId. */
  readonly #comers = new Map<string, Comer>();
  /** Of what held at the last look. */
  #marks: Marks = new Set();
  #lookedTick = Number.NEGATIVE_INFINITY;

  constructor(room: OfficeRoom, hosting: Pick<OfficeHosting, 'audit' | 'inside' | 'nameOf'>) {
    this.#room = room;
    this.#hosting = hosting;
  }

  /**
   * A place that was asked for before a ban is not taken after it.
   * @throws ServerError when they are kept out
   */
  async admit(admitted: Admitted): Promise<void> {
    // the door knows whether a ban of their network is for them
    const comer = { ...comerOf(admitted), address: undefined };
    if (!isKeptOut(this.#marks, comer)) return;
    // a command may have lifted it a moment ago
    await this.#look();
    if (isKeptOut(this.#marks, comer)) throw new ServerError(JOIN_REFUSED.banned, 'banned');
  }

  cameIn(occupant: Occupant, admitted: Admitted): void {
    this.#comers.set(occupant.personId, comerOf(admitted));
    // banned while their place was looked up
    this.#lookAt(occupant);
  }

  /** Has no place here any more. */
  left({ personId }: Occupant): void {
    this.#comers.delete(personId);
  }

  tick(nowTick: number): void {
    if (nowTick - this.#lookedTick < LOOK_TICKS) return;
    this.#lookedTick = nowTick;
    // the store says by itself what went wrong
    this.#look().catch(() => undefined);
  }

  /** Something has changed about it in another process. */
  lookSoon(): void {
    this.#look().catch(() => undefined);
  }

  /** P31 */
  async sendOut(host: Occupant, { personId, reason }: Ask<'sendOut'>): Promise<Answer<'sendOut'>> {
    const inside = this.#hosting.inside(host, personId);
    if ('refused' in inside) return inside;
    const answer = await this.#keepOut(host, { personId, reason, network: false, untilMs: Date.now() + tuning.sentOutMs }, 'sendOut', '');
    return 'refused' in answer ? answer : { ok: true };
  }

  /** P70: by command, with an admin's right. */
  async sendOutByOrder(occupant: Occupant, reason: string): Promise<{ ok: true } | { refused: Refusal }> {
    const { personId } = occupant;
    const comer = { personId, deviceHash: this.#comers.get(personId)?.deviceHash };
    const below = { name: this.#hosting.nameOf(occupant), comer };
    const wish = { reason: normaliseWords(reason), untilMs: Date.now() + tuning.sentOutMs };
    if (lengthOf(wish.reason) > tuning.reasonLength) return { refused: 'textTooLong' };
    await this.#shut(below, wish, { by: undefined, act: 'sendOut', details: '' });
    return { ok: true };
  }

  /** P32 */
  ban(host: Occupant, { personId, reason, hours, network }: Ask<'ban'>): Promise<Answer<'ban'>> {
    const untilMs = hours === null ? null : Date.now() + hours * HOUR_MS;
    const details = [hours === null ? 'for ever' : `${hours} h`, ...(network ? ['network'] : [])].join(', ');
    return this.#keepOut(host, { personId, reason, network, untilMs }, 'ban', details);
  }

  async list(): Promise<Answer<'bans'>> {
    const list = await this.#room.parts.store.bans.list({ nowMs: Date.now() });
    const views = list.map(({ banId, name, reason, byName, untilMs, createdMs, address, devices }) => ({
      ...{ id: banId, name, reason, by: byName, untilMs, createdMs },
      network: address !== null,
      account: devices.length > 0,
    }));
    return { ok: true, list: views };
  }

  async liftBan(host: Occupant, { ban }: Ask<'liftBan'>): Promise<Answer<'liftBan'>> {
    const lifted = await this.#room.parts.store.bans.lift({ banId: ban });
    if (!lifted) return { refused: 'notThere' };
    this.#room.parts.tellProcesses({ kind: 'bans' });
    await this.#look();
    this.#hosting.audit({
      by: host,
      act: 'liftBan',
      target: lifted.name,
      ...(lifted.personId === null ? {} : { whose: [lifted.personId] }),
    });
    return { ok: true };
  }

  /** Also somebody who has left: what they did may be found later. And nobody by a device that is a host's as well. */
  async #below(host: Occupant, personId: string): Promise<Below | { refused: Refusal }> {
    const { store } = this.#room.parts;
    const rank = rankOf(host);
    const inside = this.#hosting.inside(host, personId);
    if ('refused' in inside && inside.refused !== 'notHere') return inside;
    const stored = await store.persons.find({ personId });
    const here = this.#comers.get(personId);
    const deviceHash = here ? here.deviceHash : stored?.deviceHash;
    const occupant = this.#room.floor.office.occupants.get(personId);
    if (!occupant && !stored) return { refused: 'notHere' };
    if (stored && !isAbove(rank, stored.rank)) return { refused: 'aboveYou' };
    if (deviceHash !== undefined) {
      if (deviceHash === this.#comers.get(host.personId)?.deviceHash) return { refused: 'invalid' };
      const others = await store.persons.ofDevice({ deviceHash, limit: PERSONS_OF_DEVICE, all: true });
      if (others.some((other) => !isAbove(rank, other.rank))) return { refused: 'aboveYou' };
    }
    const name = this.#room.state.people.get(personId)?.name ?? stored?.name ?? '';
    return { name, comer: { personId, deviceHash, address: here?.address } };
  }

  async #keepOut(
    host: Occupant,
    wish: { personId: string; reason: string; network: boolean; untilMs: number | null },
    act: string,
    details: string,
  ): Promise<Answer<'ban'>> {
    const reason = normaliseWords(wish.reason);
    if (lengthOf(reason) > tuning.reasonLength) return { refused: 'textTooLong' };
    const below = await this.#below(host, wish.personId);
    if ('refused' in below) return below;
    const { name, comer } = below;
    const address = wish.network ? comer.address : undefined;
    if (wish.network && address === undefined) return { refused: 'notHere' };
    if (address !== undefined && this.#isHostsNetwork(address)) return { refused: 'sameNetwork' };
    const ban = await this.#shut({ name, comer: { ...comer, address } }, { reason, untilMs: wish.untilMs }, { by: host, act, details });
    return { ok: true, ban };
  }

  /** @returns the id of the ban */
  async #shut(
    { name, comer }: Below,
    { reason, untilMs }: { reason: string; untilMs: number | null },
    { by, act, details }: { by: Occupant | undefined; act: string; details: string },
  ): Promise<string> {
    const { personId = null, deviceHash = null, address = null } = comer;
    const ban: StoredBan = {
      ...{ banId: newId(), personId, deviceHash, address, name, reason },
      ...{ byName: by ? this.#hosting.nameOf(by) : '', createdMs: Date.now(), untilMs, byId: by?.personId ?? null },
    };
    const { store } = this.#room.parts;
    // out before it is on disk; on disk before it is said
    this.#marks = new Set([...this.#marks, ...marksOf([ban], Date.now())]);
    this.#sweep();
    await store.bans.add(ban);
    this.#room.parts.tellProcesses({ kind: 'bans' });
    // P142: and whoever is here by another device of their account
    await this.#look().catch(() => undefined);
    const whose = personId === null ? {} : { whose: [personId] };
    this.#hosting.audit({ by, act, target: name, details: [details, reason].filter((part) => part !== '').join(': '), ...whose });
    return ban.banId;
  }

  #isHostsNetwork(address: string): boolean {
    const { occupants } = this.#room.floor.office;
    return [...this.#comers].some(([personId, comer]) => {
      const occupant = occupants.get(personId);
      return comer.address === address && occupant !== undefined && isHost(occupant);
    });
  }

  async #look(): Promise<void> {
    const nowMs = Date.now();
    this.#marks = marksOf(await this.#room.parts.store.bans.list({ nowMs }), nowMs);
    this.#sweep();
  }

  /** Puts out whoever is kept out and still here. */
  #sweep(): void {
    if (this.#marks.size > 0) for (const occupant of [...this.#room.floor.office.occupants.values()]) this.#lookAt(occupant);
  }

  #lookAt(occupant: Occupant): void {
    const comer = this.#comers.get(occupant.personId);
    // a network that was shut out never shuts out those who can open again
    const known = comer && (isHost(occupant) ? { ...comer, address: undefined } : comer);
    if (known && isKeptOut(this.#marks, known)) putOut(this.#room, occupant, CLOSE.removed);
  }
}

const isHost = (occupant: Occupant): boolean => ['host', 'admin'].includes(rankOf(occupant));

const comerOf = ({ personId, deviceId, address }: Admitted): Comer => ({
  ...{ personId, address },
  deviceHash: deviceId === undefined ? undefined : hashDevice(deviceId),
});
