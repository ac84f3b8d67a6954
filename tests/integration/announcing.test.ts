// Announcements in a whole office: who gets the host's voice on the media server, and what a client that claims otherwise gets.

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { enterAs, linkFromCommand } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { eventually, Synthetic, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { meetAt, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ MEDIA_WORKERS: '1' });
const VOICE = { as: 'microphone', packetsPerS: 50, bytes: 80 } as const;

let synthetic: Synthetic;
const bodies: SyntheticParticipant[] = [];
beforeAll(() => {
  synthetic = new Synthetic();
});
afterEach(() => {
  for (const body of bodies.splice(0)) body.end();
});
afterAll(() => synthetic.close());

const viewOf = (person: Inside) => person.world.hosting.announcement.peek();
const announce = (person: Inside, on: boolean) => person.connection.request('announce', { on });

/** Gives somebody a voice and ears in the announcement. @param epoch which one they say they mean */
function embody(person: Inside, epoch = viewOf(person)?.epoch ?? 0): SyntheticParticipant {
  const body = synthetic.add(person.id, (signal) => person.signalling.toServer(epoch, signal));
  person.signalling.onServer((of, signal) => of === epoch && body.receive(signal));
  bodies.push(body);
  return body;
}

const hears = async (body: SyntheticParticipant, mark: string, more = 25): Promise<void> => {
  const before = await body.marked(mark);
  await eventually(`${mark} is heard`, async () => (await body.marked(mark)) >= before + more);
};
/** So many more packets of a voice have left. */
const speaksOn = async (body: SyntheticParticipant, more: number): Promise<void> => {
  const before = (await body.sent('microphone'))?.packets ?? 0;
  await eventually('the voice goes on', async () => ((await body.sent('microphone'))?.packets ?? 0) >= before + more);
};

async function dropped(): Promise<number> {
  const { values } = await office.open.room().parts.metrics.droppedSignals.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

it('[K43] the host is heard everywhere once it begins, nobody else ever, and nothing comes to who is not to be disturbed', async () => {
  const [host, bob, cem] = [await enterAs(office, 'host', 'Ada'), await office.enter('Bob'), await office.enter('Cem')];
  const [dia, eve, finn] = [await office.enter('Dia'), await office.enter('Eve'), await office.enter('Finn')];
  await Promise.all([meetAt(37, 30, host, bob), meetAt(43, 31, cem, dia), standAt(eve, 30, 20)]);
  const client = await office.enter('Gil', { invite: await linkFromCommand(office, 'visitor', 'canteen') });
  finn.connection.send('availability', { availability: 'doNotDisturb' });
  await until(() => office.occupant(finn).availability === 'doNotDisturb', 'Finn is not to be disturbed');

  expect(await announce(host, true)).toEqual({ ok: true });
  const all = [host, bob, cem, dia, eve, finn];
  await until(() => all.every((person) => viewOf(person)?.by === host.id), 'everybody is told');
  const { epoch = null, fromTick = 0 } = viewOf(host) ?? {};
  expect(epoch).not.toBeNull();
  for (const person of [bob, cem, dia, eve]) expect(viewOf(person)?.epoch).toBe(epoch);
  expect(viewOf(finn)).toMatchObject({ name: 'Ada', epoch: null });
  // nothing of the rest of the office reaches somebody on a visit to one area
  expect(viewOf(client)).toBeUndefined();

  const [voice, near, far, other] = [embody(host), embody(bob), embody(eve), embody(cem)];
  for (const ears of [near, far, other]) ears.subscribe();
  voice.publish({ ...VOICE, mark: 'h' });
  other.publish({ ...VOICE, mark: 'c' });
  await speaksOn(voice, 25);
  await speaksOn(other, 25);
  const early = await Promise.all([near, far, other].map((ears) => ears.all()));
  expect(office.open.room().tickNow()).toBeLessThan(fromTick);
  expect(early).toEqual([0, 0, 0]);

  await Promise.all([near, far, other].map((ears) => hears(ears, 'h')));
  expect(office.open.room().tickNow()).toBeGreaterThan(fromTick);

  // whoever is not to hear it claims the epoch of the others
  const before = await dropped();
  const forgers = [finn, client].map((person) => embody(person, epoch ?? 0));
  for (const forged of forgers) {
    forged.subscribe();
    forged.publish({ ...VOICE, mark: 'f' });
  }
  await eventually('all of it is dropped', async () => (await dropped()) >= before + 4);
  for (const forged of forgers) expect(forged.mids.size).toBe(0);

  // one who comes, and one who does not want to hear any more
  const gus = await office.enter('Gus');
  await until(() => viewOf(gus)?.epoch === epoch, 'a newcomer is told');
  const late = embody(gus);
  late.subscribe();
  await hears(late, 'h');
  eve.connection.send('availability', { availability: 'doNotDisturb' });
  await until(() => viewOf(eve)?.epoch === null, 'Eve is cut off');
  const cut = await far.all();
  await speaksOn(voice, 50);
  expect(await far.all()).toBe(cut);

  expect(await announce(host, false)).toEqual({ ok: true });
  await until(() => [...all, gus].every((person) => viewOf(person) === undefined), 'everybody knows that it is over');
  const after = await Promise.all([near, other, late].map((ears) => ears.all()));
  const droppedBefore = await dropped();
  near.subscribe();
  voice.publish({ ...VOICE, mark: 'i' });
  await eventually('there is no way back in', async () => (await dropped()) >= droppedBefore + 2);
  expect(await Promise.all([near, other, late].map((ears) => ears.all()))).toEqual(after);
  for (const ears of [near, far, other, late]) for (const mark of ['c', 'f', 'i']) expect(await ears.marked(mark)).toBe(0);
});

it('[K42] only a host makes one, while no other is on; it ends when the host leaves', async () => {
  const [host, other, bob] = [await enterAs(office, 'host', 'Ada'), await enterAs(office, 'host', 'Hal'), await office.enter('Bob')];
  expect(await announce(bob, true)).toEqual({ refused: 'notAllowed' });
  expect(await announce(host, true)).toEqual({ ok: true });
  expect(await announce(other, true)).toEqual({ refused: 'announcing' });
  expect(await announce(other, false)).toEqual({ refused: 'aboveYou' });
  expect(await announce(bob, false)).toEqual({ refused: 'notAllowed' });
  expect(await actsOf(other)).toContain('Ada · announce');
  await until(() => viewOf(bob)?.by === host.id, 'Bob is told');
  host.leave();
  await until(() => viewOf(bob) === undefined, 'it is over');
});
