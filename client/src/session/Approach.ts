// What is known of an office before one is inside: its facts, who this device has been, its map as a World.
import { groundOf } from '@comptoir/shared/map/Ground';
import type { HouseFacts } from '@comptoir/shared/protocol/admin';
import type { DeviceFacts, OfficeFacts, OfficeSummary } from '@comptoir/shared/protocol/http';
import { effect, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import { fetchDevice, fetchHouse, fetchMap, fetchMeeting, fetchOffice, fetchOffices } from '../net/http.ts';
import type { EntryRefusal, OfficeProblem, WantedMeeting } from '../ui/UiPort.ts';
import { World } from '../world/World.ts';
import { type Address, withoutMeeting } from './address.ts';

/** How often the facts are read, and asked for again while there is no answer. */
const FACTS_EVERY_MS = 4000;

/** Whoever is banned may be let in again. */
const DEVICE_EVERY_MS = 20_000;

const PROBLEMS = { notFound: 'unknown', refused: 'mapBroken', unreachable: 'unreachable' } as const;

export class Approach {
  readonly office = signal<OfficeFacts | undefined>(undefined);
  readonly problem = signal<OfficeProblem | undefined>(undefined);
  readonly device = signal<DeviceFacts | undefined>(undefined);
  /** What admins wrote for everybody, once it was asked for. */
  readonly house = signal<HouseFacts | undefined>(undefined);
  readonly world = signal<World | undefined>(undefined);
  /** What the address says one comes for, once the office has told of it. */
  readonly meeting = signal<WantedMeeting | undefined>(undefined);
  readonly #officeId: string;
  readonly #at: Address['at'];

  constructor(officeId: string, at?: Address['at']) {
    this.#officeId = officeId;
    this.#at = at;
  }

  /**
   * Asks until the server has answered everything: it may only be starting. Keeps the facts fresh while `isWaiting`.
   * @returns undefined when the scope ended first
   */
  async open(scope: Scope, isWaiting: () => boolean): Promise<World | undefined> {
    void untilTrue(scope, () => this.readDevice());
    if (this.#at) void this.#readMeeting(this.#at);
    await untilTrue(scope, async () => (await this.readFacts()) && (await this.#readMap()));
    scope.every(FACTS_EVERY_MS, () => {
      if (isWaiting() && document.visibilityState === 'visible') void this.readFacts();
    });
    scope.every(DEVICE_EVERY_MS, () => {
      if (isWaiting() && this.device.peek()?.banned && document.visibilityState === 'visible') void this.readDevice();
    });
    const world = this.world.peek();
    if (this.#at && world)
      scope.onEnd(
        effect(() => {
          if (world.myId.value !== undefined) history.replaceState(history.state, '', withoutMeeting(location.href));
        }),
      );
    return world;
  }

  /** E11: where the address sends whoever comes in for the first time: to the meeting's place, else where it says. */
  goal(moveTo: string | undefined): string | undefined {
    const meeting = this.meeting.peek();
    const world = this.world.peek();
    if (!meeting || !world || world.myId.peek() !== undefined) return moveTo;
    const { map } = world.ground.peek();
    return map.areas.find(({ id }) => id === meeting.place)?.id ?? map.things.find(({ use }) => use === 'coffee')?.id ?? moveTo;
  }

  async #readMeeting({ id, key }: NonNullable<Address['at']>): Promise<void> {
    const fetched = await fetchMeeting(id, key);
    if ('ok' in fetched) this.meeting.value = { ...fetched.ok, key };
  }

  async readFacts(): Promise<boolean> {
    const fetched = await fetchOffice(this.#officeId);
    if ('ok' in fetched) {
      this.office.value = fetched.ok;
      this.problem.value = undefined;
      return true;
    }
    this.problem.value = PROBLEMS[fetched.failed];
    return false;
  }

  async otherOffices(): Promise<readonly OfficeSummary[]> {
    const fetched = await fetchOffices();
    return 'ok' in fetched ? fetched.ok.filter(({ id }) => id !== this.#officeId) : [];
  }

  async #readMap(): Promise<boolean> {
    const fetched = await fetchMap(this.#officeId, this.office.peek()?.mapVersion ?? '');
    if ('ok' in fetched) this.world.value = new World(this.#officeId, groundOf(fetched.ok));
    else this.problem.value = fetched.failed === 'unreachable' ? 'unreachable' : 'mapBroken';
    return 'ok' in fetched;
  }

  /** What is known here may be older than what the door says. */
  refused(refusal: EntryRefusal): void {
    if (refusal === 'banned') void this.readDevice();
    if (refusal === 'charter') void this.readFacts();
  }

  async readHouse(): Promise<void> {
    const fetched = await fetchHouse();
    if ('ok' in fetched) this.house.value = fetched.ok;
  }

  async readDevice(): Promise<boolean> {
    const fetched = await fetchDevice(this.#officeId);
    if ('ok' in fetched) this.device.value = fetched.ok;
    return 'ok' in fetched;
  }
}

async function untilTrue(scope: Scope, ask: () => Promise<boolean>): Promise<void> {
  while (!scope.ended && !(await ask())) await new Promise((again) => setTimeout(again, FACTS_EVERY_MS));
}
