// The door of one office: who comes in, by rank, pass, invitation or password. Decides twice: when a place is asked for, and when it is taken.
import type { Rank } from '@comptoir/shared/people';
import { RANKS } from '@comptoir/shared/people';
import type { DoorView } from '@comptoir/shared/protocol/door';
import type { Guesses } from '../http/guesses.ts';
import { type Caller, confinementOf, type Door, type Pass, wayIn } from '../office/door.ts';
import { hashDevice } from '../ops/identity.ts';
import { hashPassword, isPassword } from '../ops/passwords.ts';
import type { Store } from '../store/openStore.ts';
import type { Standing } from '../store/standings.ts';
import { type Admitted, type JoinRefusal, refusedJoin, type Shown } from './admitPerson.ts';

export interface DoorPort {
  officeId: string;
  store: Pick<Store, 'doors' | 'house' | 'invitations' | 'passes' | 'standings'>;
  /** What the server allows at most. */
  mostCapacity: number;
  passwords: Guesses;
  invitations: Guesses;
  /** Has the map, as it is now, an area of this id? */
  isArea(id: string): boolean;
  /** Has this person a place in the office now? */
  isHere(personId: string): boolean;
}

/** By what somebody who asked for a place is let in; the door looks again when they take it. */
export interface Entry {
  /** An invitation's id. */
  redeem?: string;
  /** The hash of the password that was right. */
  byPassword?: string;
  /** The version of the charter that they accept. */
  charter?: string;
}

/** What they are, now that they are in. */
export interface Arrived {
  rank: Rank;
  /** The only area they can be in, and until when (ms since 1970). */
  visit: { area: string; untilMs: number | undefined } | undefined;
}

const higher = (a: Rank, b: Rank): Rank => (RANKS.indexOf(a) >= RANKS.indexOf(b) ? a : b);

export class OfficeDoor {
  readonly #port: DoorPort;
  /** Shut until it was read. */
  #door: Door = { mode: 'link', passwordHash: undefined, capacity: undefined };

  constructor(port: DoorPort) {
    this.#port = port;
  }

  get mode(): Door['mode'] {
    return this.#door.mode;
  }

  /** P16: people at a time. */
  get capacity(): number {
    return Math.min(this.#port.mostCapacity, this.#door.capacity ?? Number.POSITIVE_INFINITY);
  }

  get view(): DoorView {
    const { mode, passwordHash, capacity } = this.#door;
    return { mode, hasPassword: passwordHash !== undefined, capacity: capacity ?? null, mostCapacity: this.#port.mostCapacity };
  }

  /** As the office opens, and now and then: a command may have set it. */
  async read(): Promise<void> {
    this.#door = await this.#port.store.doors.of({ office: this.#port.officeId });
  }

  /** P14: whoever came in by the password before needs the new one. `password` undefined: it stays. */
  async set(mode: Door['mode'], password: string | undefined, capacity: number | undefined): Promise<void> {
    const passwordHash = password === undefined ? this.#door.passwordHash : await hashPassword(password);
    await this.#port.store.doors.set({ office: this.#port.officeId, mode, passwordHash, capacity });
    this.#door = { mode, passwordHash, capacity };
  }

  /**
   * Looks at who asks for a place; nothing is used up by asking.
   * @throws ServerError with a JOIN_REFUSED code
   */
  async admit({ invite, password, session, charter, ...admitted }: Admitted & Shown): Promise<Admitted> {
    const { store, passwords } = this.#port;
    const invitation = invite === undefined ? undefined : { found: await this.#find(invite, admitted.address) };
    const standing = await store.standings.of({ ...this.#askOf(admitted), sessionHash: session ?? null });
    const caller = { ...this.#callerOf(admitted, standing, charter), invitation, showsPassword: password !== undefined };
    const way = wayIn(this.#door, caller, Date.now(), this.#port.isArea);
    if (way !== 'byPassword') return 'refused' in way ? refuse(way.refused) : withEntry(admitted, { redeem: way.redeem, charter });
    const { passwordHash } = this.#door;
    const guessed = await passwords.attempt(
      admitted.address,
      async () => passwordHash !== undefined && (await isPassword(password ?? '', passwordHash)),
    );
    if (typeof guessed === 'object') throw refusedJoin('tooMany', guessed.retryAfterS);
    return guessed === 'right' ? withEntry(admitted, { byPassword: passwordHash, charter }) : refuse('wrongPassword');
  }

  /**
   * There is a place, and they take it. A ban, another password or the last use of a link may have come in between.
   * @throws ServerError with a JOIN_REFUSED code
   */
  async comeIn(admitted: Admitted): Promise<Arrived> {
    const standing = await this.#port.store.standings.of(this.#askOf(admitted));
    const is = await this.#pass(admitted, standing);
    const { personId, entry } = admitted;
    // P141: on the disk before they are in
    if (standing.charter !== undefined && entry?.charter === standing.charter)
      await this.#port.store.house.accept({ personId, version: standing.charter, atMs: Date.now() });
    return is;
  }

  async #pass(admitted: Admitted, standing: Standing): Promise<Arrived> {
    const { store, officeId } = this.#port;
    const { personId, entry } = admitted;
    const caller = this.#callerOf(admitted, standing, entry?.charter);
    const mayRedeem = !caller.isBanned && !caller.isSignedOut && (!caller.owesCharter || caller.isHere);
    if (entry?.redeem !== undefined && mayRedeem) {
      const redeemed = await store.invitations.redeem({ invitationId: entry.redeem, office: officeId, person: personOf(admitted) });
      return redeemed ? arrived(higher(caller.rank, redeemed.rank), redeemed.pass) : refuse('invitation');
    }
    const showsPassword = entry?.byPassword !== undefined && entry.byPassword === this.#door.passwordHash;
    const way = wayIn(this.#door, { ...caller, showsPassword }, Date.now(), this.#port.isArea);
    if (way !== 'byPassword') return 'refused' in way ? refuse(way.refused) : arrived(caller.rank, caller.pass);
    return arrived(caller.rank, await this.#grant(personId, 'password', undefined));
  }

  /** P10: those inside come back in after a restart too, when the door is shut behind them. */
  async keepIn(personIds: readonly string[], expiresMs: number): Promise<void> {
    const { store, officeId: office } = this.#port;
    const pass = { office, via: 'knock' as const, invitationId: undefined, area: undefined, grantedMs: Date.now(), expiresMs };
    await store.passes.grantMissing({ passes: personIds.map((personId) => ({ personId, ...pass })) });
  }

  /** P15: by a host who heard them knock. */
  async letIn(personId: string, expiresMs: number): Promise<void> {
    await this.#grant(personId, 'knock', expiresMs);
  }

  async #grant(personId: string, via: 'password' | 'knock', expiresMs: number | undefined): Promise<Pass> {
    const pass = { invitationId: undefined, area: undefined, expiresMs };
    await this.#port.store.passes.grant({ personId, office: this.#port.officeId, via, grantedMs: Date.now(), ...pass });
    return pass;
  }

  async #find(invitationId: string, address: string) {
    const { store, invitations, officeId } = this.#port;
    const found = await store.invitations.find({ invitationId });
    const guessed = await invitations.attempt(address, async () => found?.office === officeId);
    if (typeof guessed === 'object') throw refusedJoin('tooMany', guessed.retryAfterS);
    return guessed === 'right' ? found : undefined;
  }

  #callerOf({ personId }: Admitted, { rank, ban, pass, isSignedOut, charter }: Standing, accepts: string | undefined): Caller {
    const isHere = this.#port.isHere(personId);
    const owesCharter = charter !== undefined && accepts !== charter;
    return { rank, isBanned: ban !== undefined, isSignedOut, owesCharter, isHere, pass, invitation: undefined, showsPassword: false };
  }

  #askOf({ personId, deviceId, address }: Admitted) {
    const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
    return { personId, deviceHash, address, office: this.#port.officeId, nowMs: Date.now() };
  }
}

function refuse(reason: JoinRefusal): never {
  throw refusedJoin(reason);
}

const withEntry = (admitted: Admitted, { redeem, byPassword, charter }: { [K in keyof Entry]: Entry[K] | undefined }): Admitted => ({
  ...admitted,
  entry: {
    ...(redeem === undefined ? {} : { redeem }),
    ...(byPassword === undefined ? {} : { byPassword }),
    ...(charter === undefined ? {} : { charter }),
  },
});

function arrived(rank: Rank, pass: Pass | undefined): Arrived {
  const area = confinementOf({ rank, pass });
  return { rank, visit: area === undefined ? undefined : { area, untilMs: pass?.expiresMs } };
}

function personOf({ personId, deviceId, name, trade, appearance }: Admitted) {
  const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
  return { personId, deviceHash, name, trade, appearance, seenMs: Date.now() };
}
