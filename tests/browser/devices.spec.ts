// Devices in the middle of a call: chosen, unplugged, silent, held open by a key, by the headset's button; proved by what the others hear and see.
import type { Page } from '@playwright/test';
import { coloursSeen, DeviceRack, type RackDevice } from '../support/DeviceRack.ts';
import { SystemSide } from '../support/SystemSide.ts';
import { expect, HEARD, meet, spot, type Talker, test } from './callStory.ts';

test.describe.configure({ timeout: 120_000 });

const DESK: RackDevice = { id: 'desk', kind: 'audioinput', label: 'Desk microphone', pitch: 440 };
const HEADSET: RackDevice = { id: 'headset', kind: 'audioinput', label: 'Headset', pitch: 1050 };
const BROKEN: RackDevice = { id: 'broken', kind: 'audioinput', label: 'Broken cable', pitch: 0 };
const LID: RackDevice = { id: 'lid', kind: 'videoinput', label: 'Camera in the lid', colour: 'rgb(200, 30, 30)' };
const STAND: RackDevice = { id: 'stand', kind: 'videoinput', label: 'Camera on a stand', colour: 'rgb(30, 30, 200)' };

const WIDE = { viewport: { width: 1366, height: 768 } };

/** The same person, through another microphone. */
const through = (talker: Talker, { pitch = 0 }: RackDevice): Talker => ({ ...talker, pitch });

/** By the small menu beside the microphone. */
async function choose({ person }: Talker, name: string): Promise<void> {
  await person.button('Devices').click();
  await person.page.getByRole('menu').getByText(name, { exact: true }).click();
  await person.press('Escape');
}

const says = ({ person }: Talker, sentence: string) =>
  expect(person.page.getByText(sentence).filter({ visible: true }).first()).toBeVisible();
const microphoneIs = ({ person }: Talker, state: 'off' | 'ready' | 'live') =>
  expect(person.page.locator('.microphone').first()).toHaveAttribute('data-state', state);
const seesAsMuted = ({ person }: Talker) =>
  expect(person.page.getByRole('region', { name: 'Who hears me' })).toContainText('microphone off');

/** Not only at the ear: nothing of the voice is decoded. */
async function getsNothingOf(listener: Talker, speaker: Talker): Promise<void> {
  await expect(listener).not.toHear(speaker);
  expect((await listener.ears.listen('line', [speaker.pitch], 1000))[0]).toBeLessThan(0.001);
}

async function seesColour({ person }: Talker, wanted: 'red' | 'blue'): Promise<void> {
  const isWanted = async (): Promise<boolean> =>
    (await coloursSeen(person.page)).some(({ red, blue }) => (wanted === 'red' ? red > 120 && blue < 90 : blue > 120 && red < 90));
  await expect.poll(isWanted, { message: `${person.name} sees ${wanted}`, timeout: 15_000 }).toBe(true);
}

/** What stays the same as long as nobody comes in anew. */
async function visitOf({ person }: Talker) {
  const { me, conversation } = await person.snapshot();
  return { id: me?.id, conversation: conversation?.id, loaded: await person.page.evaluate(() => performance.timeOrigin) };
}

test('[K27] another device is heard, seen, and plays, without coming in anew; unplugged, the next one is; what is wrong is said @alone', async ({
  hall,
}) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  const system = await SystemSide.of(ada.person.page);
  const rack = await DeviceRack.at(ada.person.page, [DESK, HEADSET, BROKEN, LID, STAND]);
  await meet(ada, bob);
  await expect(bob).toHear(through(ada, DESK));
  const before = await visitOf(ada);

  await choose(ada, HEADSET.label);
  await expect(bob).toHear(through(ada, HEADSET));
  await expect(bob).not.toHear(through(ada, DESK));
  await ada.person.button('Camera').press('Enter');
  await seesColour(bob, 'red');
  await choose(ada, STAND.label);
  await seesColour(bob, 'blue');
  await choose(ada, 'Fake Audio Output 1');
  await expect.poll(() => system.speakers()).toEqual(['Fake Audio Output 1']);
  await choose(ada, 'Fake Audio Output 2');
  await expect.poll(() => system.speakers()).toEqual(['Fake Audio Output 2']);
  await expect(ada).toHear(bob);

  await rack.unplug(STAND);
  await says(ada, 'Your camera was unplugged. We took the next one.');
  await seesColour(bob, 'red');
  await rack.unplug(HEADSET);
  await says(ada, 'Your microphone was unplugged. We took the next one.');
  await expect(bob).toHear(through(ada, DESK));
  await choose(ada, BROKEN.label);
  await says(ada, 'No sound is coming from your microphone. Choose another one beside its button.');

  await rack.unplug(DESK);
  await rack.unplug(BROKEN);
  await says(ada, 'Your microphone was unplugged, and there is no other one. Plug one in.');
  await microphoneIs(ada, 'ready');
  await seesAsMuted(bob);
  await expect(ada).toHear(bob);
  await rack.plug(HEADSET);
  await expect(bob).toHear(through(ada, HEADSET));
  await microphoneIs(ada, 'live');
  expect(await visitOf(ada)).toEqual(before);

  await ada.person.page.reload();
  await ada.person.isInside();
  await expect(ada).toHear(bob);
  expect(await system.speakers()).toEqual(['Fake Audio Output 2']);
});

test('[K20] off, ready, live: by the key that is held, by M, by the headset; [K26] speaking while muted is said; [K23] held shut', async ({
  hall,
}) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { microphone: 'off' }), hall.enter('Bob')]);
  const { page } = ada.person;
  const system = await SystemSide.of(page);
  await microphoneIs(ada, 'off');
  await meet(ada, bob);
  await expect(ada).toHear(bob);
  expect(await ada.openDevices()).toEqual([]);

  // Space presses what has the focus
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.down('Space');
  await expect(bob).toHear(ada);
  await microphoneIs(ada, 'live');
  await page.keyboard.up('Space');
  await microphoneIs(ada, 'off');
  await getsNothingOf(bob, ada);
  await says(ada, 'Your microphone is off – M');

  await ada.person.press('m');
  await expect(bob).toHear(ada);
  await system.press('togglemicrophone');
  await getsNothingOf(bob, ada);
  expect(await system.playback()).toBe('paused');
  // faster than the browser changes a track: the last word counts
  await page.evaluate(() => {
    for (let n = 0; n < 2; n++) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', code: 'KeyM', bubbles: true }));
  });
  await getsNothingOf(bob, ada);
  await microphoneIs(ada, 'off');
  await system.press('togglemicrophone');
  await expect(bob).toHear(ada);

  // alone it is ready, and closed
  await ada.person.walkTo(spot(8));
  await microphoneIs(ada, 'ready');
  await expect.poll(() => ada.openDevices()).toEqual([]);

  await ada.person.setHidden(true);
  await bob.person.walkTo(spot(7));
  await expect(ada).toHear(bob);
  await says(ada, 'Somebody new came while you looked elsewhere.');
  await expect(ada.person.button('Microphone')).toHaveAccessibleDescription('Closed: somebody came while you were away');
  await seesAsMuted(bob);
  expect(await ada.openDevices()).toEqual([]);
  // looking is no answer
  await ada.person.setHidden(false);
  await getsNothingOf(bob, ada);
  expect(await bob.ears.packets()).toEqual([0]);
  await ada.person.button('Open it again').press('Enter');
  await expect(bob).toHear(ada);
});

/** What fills the screen, or floats above other programs: how many frames of it are shown within a second. */
const framesOf = (page: Page, where: 'fullscreen' | 'pictureInPicture'): Promise<number> =>
  page.evaluate(async (how) => {
    const video = how === 'fullscreen' ? document.fullscreenElement?.querySelector('video') : document.pictureInPictureElement;
    if (!(video instanceof HTMLVideoElement)) return 0;
    let frames = 0;
    const count = (): void => {
      frames++;
      video.requestVideoFrameCallback(count);
    };
    video.requestVideoFrameCallback(count);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return frames;
  }, where);

test('[K28] with little data the picture stops coming and the voice goes on; [U35] a shared screen fills mine, or floats above', async ({
  hall,
}) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { browser: WIDE }), hall.enter('Bob')]);
  const { page } = ada.person;
  const framesCome = async (): Promise<number> =>
    Math.max(0, ...(await ada.ears.look(1000, Number.POSITIVE_INFINITY)).map(({ frames }) => frames));
  await meet(ada, bob);
  await bob.person.button('Camera').press('Enter');
  await expect(ada).toSee(bob);
  await choose(ada, 'Use little data');
  // the last picture may still be painted
  await expect.poll(framesCome).toBeLessThan(2);
  await expect(ada).toHear(bob);
  await choose(ada, 'Use little data');
  await expect(ada).toSee(bob);
  await bob.person.button('Camera').press('Enter');

  await bob.person.button('Present screen').press('Enter');
  await expect(ada).toSee(bob, 'screen');
  await ada.person.button('Full screen').click();
  await expect.poll(() => framesOf(page, 'fullscreen')).toBeGreaterThan(0);
  await ada.person.button('End full screen').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();

  const [ofTile, ofCall] = [ada.person.button('In a window of its own').first(), ada.person.button('In a window of its own').last()];
  await ofTile.click();
  await expect.poll(() => framesOf(page, 'pictureInPicture')).toBeGreaterThan(0);
  const opens = ada.person.context.waitForEvent('page');
  await ofCall.click();
  const own = await opens;
  await expect(own.getByRole('article', { name: 'Screen of Bob' }).locator('video')).toBeVisible();
  await own.getByRole('button', { name: 'Microphone', exact: true }).click();
  await microphoneIs(ada, 'off');
  await ada.person.button('Back from its own window').click();
  await expect.poll(() => own.isClosed()).toBe(true);
});

test('[K33] each is as loud as I set them; [K21] whoever listens hears by distance, members in full', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob')]);
  const eve = await hall.enter('Eve');
  const loudness = async (listener: Talker, speaker: Talker) => (await listener.ears.listen('ear', [speaker.pitch], 1000))[0] ?? 0;
  const below = (tiles: number) => ({ x: spot(0).x, y: spot(0).y + tiles * 32 });
  await Promise.all([meet(ada, bob), eve.person.walkTo(below(3))]);
  await ada.person.button('Out loud').press('Enter');
  await expect(eve).toHear(ada);
  const near = await loudness(eve, ada);
  await eve.person.walkTo(below(4.5));
  await expect.poll(() => loudness(eve, ada)).toBeLessThan(0.6 * near);
  expect(await loudness(eve, ada)).toBeGreaterThan(HEARD);
  expect(await loudness(bob, ada)).toBeGreaterThan(1.5 * near);

  await eve.person.walkTo(spot(2));
  await expect.poll(async () => (await eve.person.snapshot()).conversation?.role).toBe('member');
  await ada.person.page.getByRole('slider', { name: 'Volume of Bob' }).press('Home');
  await expect(ada).not.toHear(bob);
  // it still comes, and the others hear on
  expect((await ada.ears.listen('line', [bob.pitch], 1000))[0]).toBeGreaterThan(HEARD);
  await expect(ada).toHear(eve);
  await expect(eve).toHear(bob);

  await bob.person.walkTo(spot(7));
  await expect(eve).not.toHear(bob);
  await bob.person.walkTo(spot(3));
  await expect(eve).toHear(bob);
  await expect(ada).toHear(eve);
  await expect(ada).not.toHear(bob);
});
