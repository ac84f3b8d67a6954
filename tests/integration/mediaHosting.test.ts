// What hosts and blocks do to the media of a call, at the receiver: packets of a client that obeys nobody.
import { expect, it } from 'vitest';
import { enterAs } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { callOf, memberOf, useBodies } from '../support/media/useBodies.ts';
import { meetAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

// a mesh of two: what becomes of one is seen too
const office = useOffice({ MEDIA_MESH_MAX: '2', MEDIA_WORKERS: '1' });
const VOICE = { as: 'microphone', packetsPerS: 50, bytes: 80 } as const;
const NOTHING = { microphone: false, camera: false, screen: false };

const embody = useBodies();

const hears = async (body: SyntheticParticipant, mark: string, more = 25): Promise<void> => {
  const before = await body.marked(mark);
  await eventually(`${mark} is heard`, async () => (await body.marked(mark)) >= before + more);
};
/** They go on sending, whatever they were told. */
const goesOn = async (body: SyntheticParticipant): Promise<void> => {
  const before = (await body.sent('microphone'))?.packets ?? 0;
  await eventually('the voice goes on', async () => ((await body.sent('microphone'))?.packets ?? 0) > before + 60);
};

it('[P30] a mesh of somebody who was muted goes on over the media server, which lets nothing of a forged client through', async () => {
  const [hana, ada, bob] = [await enterAs(office, 'host', 'Hana'), await office.enter('Ada'), await office.enter('Bob')];
  await meetAt(37, 30, ada, bob);
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await until(() => memberOf(bob, ada)?.microphone === true, 'they talk');
  expect(callOf(bob)?.transport).toBe('mesh');
  expect(await hana.connection.request('mute', { personId: ada.id })).toEqual({ ok: true });
  await until(() => callOf(ada)?.transport === 'sfu' && callOf(bob)?.transport === 'sfu', 'the media server carries it');
  const [voice, ears] = [embody(ada), embody(bob)];
  ears.subscribe();
  voice.publish({ ...VOICE, mark: 'v' });
  await goesOn(voice);
  expect(await ears.marked('v')).toBe(0);

  // opened again, by her own word
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(ears, 'v');
  expect(await hana.connection.request('mute', { personId: ada.id })).toEqual({ ok: true });
  await until(() => memberOf(bob, ada)?.microphone === false, 'Bob knows');
  await eventually('it is silent', () => ears.midOf(ada.id, 'microphone') === undefined);
  const before = await ears.marked('v');
  await goesOn(voice);
  expect(await ears.marked('v')).toBe(before);
});

it('[P37] of two who are apart nothing reaches the other, and everything the third', async () => {
  const [ada, bob, cem] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cem')];
  await meetAt(37, 30, ada, bob, cem);
  expect(callOf(ada)?.transport).toBe('sfu');
  const all = [embody(ada), embody(bob), embody(cem)] as const;
  const [a, b, c] = all;
  for (const [body, person, mark] of [
    [a, ada, 'a'],
    [b, bob, 'b'],
    [c, cem, 'c'],
  ] as const) {
    person.signalling.publishing({ ...NOTHING, microphone: true });
    body.publish({ ...VOICE, mark });
    body.subscribe();
  }
  await Promise.all([hears(a, 'b'), hears(a, 'c'), hears(b, 'a'), hears(b, 'c'), hears(c, 'a'), hears(c, 'b')]);

  const { epoch } = callOf(ada) ?? {};
  expect(await ada.connection.request('block', { personId: bob.id, blocked: true })).toEqual({ ok: true });
  await eventually('neither has a place for the other', () =>
    [a.midOf(bob.id, 'microphone'), b.midOf(ada.id, 'microphone')].every((mid) => mid === undefined),
  );
  // Bob's client asks for her again, as if nothing had been
  b.want([{ personId: ada.id, as: 'camera', quality: 'high' }]);
  const [heardByAda, heardByBob] = [await a.marked('b'), await b.marked('a')];
  await Promise.all([goesOn(a), goesOn(b), hears(a, 'c', 60), hears(b, 'c', 60), hears(c, 'a', 60), hears(c, 'b', 60)]);
  expect([await a.marked('b'), await b.marked('a')]).toEqual([heardByAda, heardByBob]);
  expect(callOf(ada)?.epoch).toBe(epoch);

  expect(await ada.connection.request('block', { personId: bob.id, blocked: false })).toEqual({ ok: true });
  await Promise.all([hears(a, 'b'), hears(b, 'a')]);
});
