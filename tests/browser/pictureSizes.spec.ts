// How large a picture comes from the media server: as large as it is shown, counted in lines of decoded frames.
import { expect, meet, type Talker, test } from './callStory.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ env: { MEDIA_MESH_MAX: '1' } });

const WIDE = { width: 1366, height: 768 };
/** A face has less than 440 lines in it. */
const NARROW = { width: 1024, height: 700 };

/** Lines of the last of three frames that were decoded and shown in this tile from now on; 0 when none come. */
const linesIn = ({ person }: Talker, tile: RegExp): Promise<number> =>
  person.page
    .getByRole('complementary', { name: 'Call' })
    .getByRole('article', { name: tile })
    .locator('video')
    .first()
    .evaluate(
      (video: HTMLVideoElement) =>
        new Promise<number>((resolve) => {
          let frames = 0;
          const count: VideoFrameRequestCallback = (_nowMs, { height }) => {
            if (++frames === 3) resolve(height);
            else video.requestVideoFrameCallback(count);
          };
          video.requestVideoFrameCallback(count);
          setTimeout(resolve, 3000, 0);
        }),
    );

/** In the page: a shared screen of 1080 lines, with something that moves; without a display the browser's own has 360. */
function standInScreen(): void {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1920, height: 1080 });
    const drawing = canvas.getContext('2d');
    let n = 0;
    setInterval(() => {
      if (!drawing) return;
      drawing.fillStyle = 'white';
      drawing.fillRect(0, 0, canvas.width, canvas.height);
      drawing.fillStyle = 'black';
      drawing.fillText(`line ${n++}`, 20, 40 + (n % 50) * 20);
    }, 100);
    return canvas.captureStream(10);
  };
}

test('[K8] [U36] a tile gets 180 lines, a face 360, one that fills the window 720, and a shared screen all it has', {
  tag: '@alone',
}, async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada'), hall.enter('Bob', { browser: { viewport: WIDE } })]);
  const { page } = bob.person;
  const call = page.getByRole('complementary', { name: 'Call' });
  const lines = (tile: RegExp, message: string) => expect.poll(() => linesIn(bob, tile), { message, timeout: 20_000 });
  await ada.person.page.evaluate(standInScreen);
  await meet(ada, bob);
  await ada.person.button('Camera').press('Enter');
  await lines(/^Ada/, 'the tile').toBe(180);
  await page.setViewportSize(NARROW);
  await bob.person.button('Face to face').click();
  await lines(/^Ada/, 'the face').toBe(360);
  await page.setViewportSize(WIDE);
  await lines(/^Ada/, 'the face that fills the window').toBe(720);

  await bob.person.press('Escape');
  await ada.person.button('Present screen').press('Enter');
  await lines(/^Screen of Ada/, 'the screen').toBeGreaterThanOrEqual(720);
  await call.getByRole('button', { name: 'Show Ada large' }).first().press('Enter');
  await lines(/^Ada/, 'the face instead of the screen').toBe(720);
  await call.getByRole('button', { name: 'Show the screen of Ada large' }).first().press('Enter');
  await lines(/^Screen of Ada/, 'the screen that was enlarged').toBeGreaterThanOrEqual(720);
  await lines(/^Ada/, 'the tile beside it').toBe(180);
});
