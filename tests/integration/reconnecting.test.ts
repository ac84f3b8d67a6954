// The network goes away and comes back; the office keeps the place.
import { CLOSE } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { BadNetwork } from '../support/BadNetwork.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const networks: BadNetwork[] = [];
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close();
});

async function enterBehind(name: string): Promise<{ person: Inside; network: BadNetwork }> {
  const network = await BadNetwork.before(office.open.url);
  networks.push(network);
  return { person: await office.enter(name, { endpoint: network.url }), network };
}
/** Ends the socket without a word, as the network would. */
function tear(person: Inside): void {
  const socket = office.open.room().clientOf.get(person.id)?.ref as unknown as WebSocket | undefined;
  socket?.terminate();
}
const phase = (person: Inside) => person.connection.phase.peek();

function phasesOf(person: Inside): string[] {
  const phases: string[] = [];
  person.connection.phase.subscribe((now) => phases.push(now));
  return phases;
}

describe('a lost connection', () => {
  it('[R5] cut for some seconds, one is back within 2 s of its return, in the same place and without a ghost', async () => {
    const before = office.ids();
    const bob = await office.enter('Bob');
    const { person: ada, network } = await enterBehind('Ada');
    await until(() => bob.sees(ada) !== undefined, 'Bob sees Ada');
    ada.hold(4, 'walk');
    await until(() => !office.place(ada).isStill, 'Ada walks');
    network.cut();
    // R4 and M6: nobody hears of her, so the server stands her still
    await until(() => office.place(ada).isStill, 'the server stands Ada still', tuning.heldIntentMs + 1500);
    const stood = office.place(ada);
    ada.letGo();
    await until(() => phase(ada) === 'reconnecting', 'Ada notices', tuning.lostMs + tuning.heartbeatMs + 1500);
    expect(ada.world.connection.peek()).toBe('reconnecting');
    expect(ada.world.lostSinceMs.peek()).toBeDefined();
    expect(ada.world.people.peek().size).toBe(before.length + 2);

    const mendedMs = performance.now();
    network.mend();
    await until(() => phase(ada) === 'online', 'Ada is back', 2000);
    expect(performance.now() - mendedMs).toBeLessThan(2000);
    await until(() => isNear(ada.place, office.place(ada), 1), 'Ada knows where she is');
    expect(isNear(office.place(ada), stood, 1)).toBe(true);
    expect(office.ids()).toEqual([...before, bob.id, ada.id]);
    const seen = (): string => `${bob.world.avatars.size} avatars, Ada ${JSON.stringify(bob.sees(ada))}`;
    const isAdaThere = (): string => (isNear(bob.sees(ada), stood, 1) ? 'where she stood' : `${seen()} and not ${JSON.stringify(stood)}`);
    await expect.poll(isAdaThere, { timeout: 8000 }).toBe('where she stood');
    await expect.poll(() => bob.world.avatars.size).toBe(before.length + 1);
    await until(() => bob.world.people.peek().get(ada.id)?.connected === true, 'Bob reads that Ada is here');
  }, 40_000);

  it('[R5] with a new address the old connections die and new ones are made at once', async () => {
    const { person: ada, network } = await enterBehind('Ada');
    const id = ada.id;
    const stood = office.place(ada);
    const phases = phasesOf(ada);
    network.drop();
    await until(() => phases.join(' ') === 'online reconnecting online', 'Ada is back', 2000);
    expect(ada.id).toBe(id);
    expect(isNear(office.place(ada), stood, 1)).toBe(true);
  });

  it('[R3] the place is kept for 60 s: a name without connection, then nobody', async () => {
    const bob = await office.enter('Bob');
    const { person: ada, network } = await enterBehind('Ada');
    await until(() => bob.sees(ada) !== undefined, 'Bob sees Ada');
    network.cut();
    // the server notices by its pings, which are seconds apart; here the socket's end tells it at once
    tear(ada);
    await until(() => bob.world.people.peek().get(ada.id)?.connected === false, 'Bob reads that Ada is away');
    expect(bob.sees(ada)).toBeDefined();
    const occupant = office.occupant(ada);
    expect(occupant.lostTick).toBeDefined();
    occupant.lostTick = office.open.room().tickNow() - (tuning.holdSeatMs - 3000) / tuning.tickMs;
    await until(() => bob.world.people.peek().has(ada.id), 'still kept after 57 s');
    occupant.lostTick -= 3000 / tuning.tickMs;
    await until(() => !bob.world.people.peek().has(ada.id), 'gone after 60 s');
    await until(() => bob.sees(ada) === undefined, 'her avatar too');
  });

  it('[R4] whose connection is lost stands still', async () => {
    const ada = await office.enter('Ada');
    void ada.actions.walkTo({ area: 'library' }, 'walk');
    await until(() => !office.place(ada).isStill, 'Ada walks a long way');
    const phases = phasesOf(ada);
    tear(ada);
    await until(() => office.place(ada).isStill, 'Ada stands');
    await until(() => phases.join(' ') === 'online reconnecting online', 'Ada is back');
    await until(() => isNear(ada.place, office.place(ada), 1), 'and knows where');
  });
});

describe('other ends', () => {
  it('[R7] who leaves is gone at once', async () => {
    const bob = await office.enter('Bob');
    const ada = await office.enter('Ada');
    await until(() => bob.sees(ada) !== undefined, 'Bob sees Ada');
    ada.leave();
    await until(() => !bob.world.people.peek().has(ada.id) && bob.sees(ada) === undefined, 'Bob sees nobody');
    expect(phase(ada)).toBe('ended');
  });

  it('[R8] who moved to another tab does not come back by themselves', async () => {
    const first = await office.enter('Ada');
    const second = await office.enter('Ada', { ticket: first.ticket });
    await until(() => phase(first) === 'ended', 'the first tab is told');
    expect(first.connection.ended.peek()).toBe('movedToAnotherTab');
    // longer than any pause between two attempts
    const patienceMs = performance.now() + 3 * tuning.retryMs;
    await until(() => performance.now() > patienceMs, 'time passes');
    expect([phase(first), phase(second)]).toEqual(['ended', 'online']);
  });

  it('[R8] a tab that came back twice is not told that it moved', async () => {
    const { url } = office.open;
    const first = await joinWithSdk(url, { name: 'Ada', tab: 'a' });
    const { ticket } = first.welcome;
    const second = await joinWithSdk(url, { name: 'Ada', tab: 'a', ticket });
    expect(await first.closed).toBe(CLOSE.replaced);
    const other = await joinWithSdk(url, { name: 'Ada', tab: 'b', ticket });
    expect(await second.closed).toBe(CLOSE.movedToAnotherTab);
    await other.room.leave();
  });

  it('[R2] coming back with the ticket after the place was given up is the same person where they stood', async () => {
    const ada = await office.enter('Ada');
    await ada.actions.walkTo({ area: 'square' }, 'run');
    await until(() => office.place(ada).isStill, 'Ada stands in the square');
    const { id, ticket } = ada;
    const stood = office.place(ada);
    ada.leave();
    await until(() => !office.ids().includes(id), 'Ada is gone');
    const again = await office.enter('Ada', { ticket });
    expect(again.id).toBe(id);
    expect(isNear(again.place, stood, 1)).toBe(true);
  });

  it('[M9] a slow reader who was closed comes back by themselves', async () => {
    const ada = await office.enter('Ada');
    const phases = phasesOf(ada);
    office.open.room().clientOf.get(ada.id)?.leave(CLOSE.slowReader);
    await until(() => phases.join(' ') === 'online reconnecting online', 'Ada is back');
  });
});
