// Calls as people have them: who hears and sees whom, proved by decoded sound and pictures.
import { tuning } from '@comptoir/shared/tuning';
import { BadUdp } from '../support/media/BadUdp.ts';
import { expect, farAway, HEARD, meet, spot, test } from './callStory.ts';

test.describe.configure({ timeout: 180_000 });

/** In the page: what is to happen so many ms later happens after two seconds. */
function passSooner(ms: number): void {
  const wait = globalThis.setTimeout;
  const sooner = (run: () => void, after?: number) => wait(run, after === ms ? 2000 : after);
  Object.assign(globalThis, { setTimeout: sooner });
}

/** Longer than a link takes to be offered, shorter than it is waited for. */
const LATE_MS = 1800;

test('[K20] two meet, hear and see each other, and part; alone nothing is open', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  expect(await ada.openDevices()).toEqual([]);
  await meet(ada, bob);
  await expect(ada).toHear(bob);
  await expect(bob).toHear(ada);
  await ada.person.button('Camera').press('Enter');
  await expect(bob).toSee(ada);
  await expect(ada).not.toSee(bob);

  await ada.person.walkTo(farAway);
  await expect(bob).not.toHear(ada);
  await expect.poll(() => ada.ears.connections()).toEqual([]);
  await expect.poll(() => ada.openDevices()).toEqual([]);
});

test('[K20] whoever walks past is not heard and hears nothing', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  await bob.person.walkTo(spot(0));
  await ada.person.walkTo(spot(-5));
  await ada.person.walkTo(spot(6));
  expect((await bob.person.snapshot()).conversation).toBeNull();
  expect((await ada.ears.samples()).bytesSent + (await bob.ears.samples()).bytesSent).toBe(0);
  expect([...(await ada.openDevices()), ...(await bob.openDevices())]).toEqual([]);
});

test('[K27] a person without devices hears the others', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob', { devices: false })]);
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  expect((await bob.person.snapshot()).connection).toBe('online');
});

test('[K22] muted is muted at the receiver, and heard again when it is not', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  await ada.person.button('Microphone').press('Enter');
  await expect(bob).not.toHear(ada);
  // not only at the ear: nothing of the voice arrives
  expect((await bob.ears.listen('line', [ada.pitch], 2000))[0]).toBeLessThan(0.001);
  await ada.person.button('Microphone').press('Enter');
  await expect(bob).toHear(ada);
});

test('[K24] a reload in the middle of a call: talking again', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  await ada.person.page.reload();
  await ada.person.isInside();
  await expect(bob).toHear(ada);
  await expect(ada).toHear(bob);
});

test('[K24] the server is killed and comes back: talking again', async ({ hall, office }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  for (const { person } of [ada, bob]) person.forgive(/Failed to load resource|WebSocket connection|ERR_CONNECTION/);
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  await office.server.end('SIGKILL');
  await office.server.start();
  await expect.poll(async () => (await bob.person.snapshot()).conversation?.members.length, { timeout: 30_000 }).toBe(2);
  await expect(bob).toHear(ada);
  await expect(ada).toHear(bob);
});

test('[K23] hidden: the microphone stays, the camera closes; for a newcomer it is held shut until answered', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  await meet(ada, bob);
  await ada.person.button('Camera').press('Enter');
  await expect(bob).toSee(ada);
  await ada.person.page.evaluate(passSooner, tuning.cameraHiddenMs);
  await ada.person.setHidden(true);
  await expect.poll(() => ada.openDevices()).toEqual(['audio']);
  await expect(bob).not.toSee(ada);
  await expect(bob).toHear(ada);
  const cem = await hall.enter('Cem');
  await cem.person.walkTo(spot(2));
  await expect.poll(async () => (await cem.person.snapshot()).conversation?.members.length ?? 0).toBe(3);
  await expect(bob).not.toHear(ada);
  await expect(cem).toHear(bob);
  await expect.poll(async () => (await cem.ears.packets()).length).toBe(2);
  // where Bob's voice is cut, by a lost packet or by when we begin to listen, it is at every pitch for that moment, up to 0.011: most moments count
  const moments = (await cem.ears.follow('line', [ada.pitch], 1500)).map(({ amplitudes: [amplitude = 0] }) => amplitude);
  expect(moments.toSorted((a, b) => a - b)[Math.floor(moments.length / 2)]).toBeLessThan(0.001);
  // over the link with Bob packets come, over the one with her there was none from the first moment on
  expect((await cem.ears.packets())[0]).toBe(0);
  await ada.person.setHidden(false);
  await ada.person.button('Open it again').press('Enter');
  await expect(cem).toHear(ada);
});

test('[K29] a shared screen is seen, and ends with the conversation', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  await meet(ada, bob);
  await ada.person.button('Present screen').press('Enter');
  await expect(bob).toSee(ada, 'screen');
  await ada.person.walkTo(farAway);
  await expect.poll(() => ada.openDevices()).toEqual([]);
});

test('[K24] three, then four are linked each with each', { tag: '@long' }, async ({ hall }) => {
  const all = [await hall.enter('Ada'), await hall.enter('Bob'), await hall.enter('Cem'), await hall.enter('Dia')];
  await meet(...all);
  for (const listener of all) for (const speaker of all) if (speaker !== listener) await expect(listener).toHear(speaker);
});

test('[K1] two whose browsers find no way to each other talk by the media server, and so at once the next time', { tag: '@alone' }, async ({
  hall,
}) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { reachesOthers: false }), hall.enter('Bob', { reachesOthers: false })]);
  await meet(ada, bob);
  expect((await ada.person.snapshot()).call?.transport).toBe('mesh');
  await expect(bob).toHear(ada);
  await expect(ada).toHear(bob);
  expect((await ada.person.snapshot()).call?.transport).toBe('sfu');
  await bob.person.walkTo(farAway);
  await expect.poll(async () => (await ada.person.snapshot()).conversation).toBeNull();
  await meet(ada, bob);
  expect((await ada.person.snapshot()).call?.transport).toBe('sfu');
  await expect(bob).toHear(ada);
});

test('[K1] what is sent to a browser that is not ready for the call yet is read when it is', { tag: '@alone' }, async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  // who is first by id writes to the other, who has still to load what calls need
  const late = (await ada.person.me()).id < (await bob.person.me()).id ? bob : ada;
  await late.person.page.route(/\/openCall-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await meet(ada, bob);
  await expect(ada).toHear(bob);
  await expect(bob).toHear(ada);
  for (const { person } of [ada, bob]) expect((await person.snapshot()).call?.transport).toBe('mesh');
});

test.describe('with a mesh of two at most', () => {
  test.use({ env: { MEDIA_MESH_MAX: '2' } });

  test('[K25] the third moves the call to the media server, and nobody hears a gap', { tag: '@alone' }, async ({ hall }) => {
    const [ada, bob, cem] = await Promise.all([hall.enter('Ada'), hall.enter('Bob'), hall.enter('Cem')]);
    await meet(ada, bob);
    await expect(ada).toHear(bob);
    expect((await ada.person.snapshot()).call?.transport).toBe('mesh');
    const before = await ada.ears.follow('ear', [bob.pitch], 2000);
    const listening = ada.ears.follow('ear', [bob.pitch], 12_000);
    await cem.person.walkTo(spot(2));
    await expect.poll(async () => (await ada.person.snapshot()).call?.transport).toBe('sfu');
    const during = await listening;
    const of = (moments: typeof during) => moments.map(({ amplitudes }) => amplitudes[0] ?? 0);
    // the softest part of a syllable is far above it; where one transport fades into the other two copies of a tone may cancel out, for a moment
    const isSilent = of(during).map((amplitude) => amplitude < HEARD);
    expect(isSilent.filter((is, n) => is && isSilent[n + 1])).toEqual([]);
    expect(Math.max(...of(during))).toBeLessThan(1.5 * Math.max(...of(before)));
    await expect(cem).toHear(ada);
    await expect(cem).toHear(bob);
    await expect(ada).toHear(cem);
    // the links of the mesh are gone: one connection to hear, one to be heard
    await expect.poll(async () => (await ada.ears.connections()).length).toBe(2);
  });
});

test.describe('on the media server', () => {
  test.use({ env: { MEDIA_MESH_MAX: '1' } });

  test('[K30] behind a network of 150 ms that loses 3 %, 95 % of the sound is as it was sent', { tag: '@alone' }, async ({ hall }) => {
    const network = await BadUdp.open({ delayMs: 150, lossShare: 0.03 }, 7);
    const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob', { network })]);
    await meet(ada, bob);
    await expect(bob).toHear(ada);
    await expect(ada).toHear(bob);
    const received = await Promise.all(
      [ada, bob].map(async ({ ears }) => {
        const before = await ears.samples();
        await ears.follow('ear', [ada.pitch], 8000);
        const after = await ears.samples();
        return { all: after.received - before.received, concealed: after.concealed - before.concealed };
      }),
    );
    for (const { all, concealed } of received) {
      expect(all).toBeGreaterThan(5 * 48_000);
      expect(1 - concealed / all).toBeGreaterThanOrEqual(0.95);
    }
    expect(network.dropped).toBeGreaterThan(0);
    await network.close();
  });

  test('[K30] after 20 s without a network, talking again within 5 s', { tag: '@alone' }, async ({ hall }) => {
    const network = await BadUdp.open({}, 7);
    const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob', { network })]);
    await meet(ada, bob);
    await expect(bob).toHear(ada);
    await expect(ada).toHear(bob);
    network.isCut = true;
    await bob.ears.follow('ear', [ada.pitch], 20_000);
    expect((await bob.ears.listen('ear', [ada.pitch], 500))[0]).toBeLessThan(HEARD);
    network.isCut = false;
    const back = await Promise.all([bob.ears.follow('ear', [ada.pitch], 5000), ada.ears.follow('ear', [bob.pitch], 5000)]);
    for (const moments of back) expect(Math.max(...moments.map(({ amplitudes }) => amplitudes[0] ?? 0))).toBeGreaterThan(HEARD);
    await network.close();
  });
});

test('[K31] the background of a camera is blurred by a model that we serve', { tag: '@long' }, async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { draws: true, preferences: { blur: true } }), hall.enter('Bob')]);
  await meet(ada, bob);
  await ada.person.button('Camera').press('Enter');
  // where it did not run nothing would be sent
  await expect(bob).toSee(ada);
});
