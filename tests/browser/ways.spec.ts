// The many ways to do it: thumbs, pads, taps, wheels, keyboards of other countries, seats, emotes and the whole map.
import type { Direction } from '@comptoir/shared/movement';
import { changeBetween, readFloorLines, takePicture, takeStillPicture } from '../support/picture.ts';
import { areaAt, drawHall, mapOf, seatAt, tilePx, withTiles } from '../support/smallMaps.ts';
import { type Coming, expect, type OfficeOfTheStory, type Person, test } from './story.ts';

/** Large, plain and empty: the camera has me in the middle wherever I stand, and nothing moves by itself. */
const HALL = mapOf(drawHall(60, 40), [
  areaAt('start', { x: 30, y: 20 }, { start: true }),
  areaAt('west', { x: 4, y: 4, width: 6, height: 6 }, { name: 'West' }),
  areaAt('east', { x: 50, y: 30, width: 6, height: 6 }, { name: 'East' }),
  seatAt('stool', { x: 33, y: 20 }, 'down'),
]);
const MIDDLE = tilePx(30, 20);
/** Across somebody's dot in the whole map, about. */
const DOT_PX = 12;

test.use({ maps: withTiles({ 'hall.tmj': HALL }) });

const inHall = (coming: Coming = {}): Coming => ({ path: '/o/hall', ...coming, browser: { reducedMotion: 'reduce', ...coming.browser } });

async function enterHall(office: OfficeOfTheStory, name: string, coming: Coming = {}): Promise<Person> {
  const person = await office.enter(name, inHall(coming));
  await person.seesTheOffice();
  return person;
}

/** One who walks for as long as `held` says, seen by where they come to. */
async function walksTowards(person: Person, direction: Direction, hold: () => Promise<void>, letGo: () => Promise<void>): Promise<void> {
  const from = await person.me();
  await hold();
  const east = direction === 0 ? 1 : direction === 4 ? -1 : 0;
  const south = direction === 2 ? 1 : direction === 6 ? -1 : 0;
  await expect
    .poll(async () => {
      const { x, y } = await person.me();
      return (x - from.x) * east + (y - from.y) * south;
    })
    .toBeGreaterThan(32);
  await letGo();
  await isStill(person);
  const { x, y } = await person.me();
  // along one axis, not both
  expect(east === 0 ? x - from.x : y - from.y).toBe(0);
}

/** Where one is changes with each frame: on a slow machine two looks may fall between the same two. */
async function isStill(person: Person): Promise<void> {
  await person.framesPass(2);
  let last = await person.me();
  await expect
    .poll(
      async () => {
        const before = last;
        await person.framesPass(2);
        last = await person.me();
        return [last.x - before.x, last.y - before.y];
      },
      { intervals: [150] },
    )
    .toEqual([0, 0]);
}

test('[U28] a tap on the floor walks there, by finger; [U21] the joystick for thumbs, once asked for, walks while it is pushed', async ({
  office,
}) => {
  const ada = await enterHall(office, 'Ada', { browser: { hasTouch: true, viewport: { width: 800, height: 480 } } });
  const before = await ada.me();
  await ada.page.touchscreen.tap(280, 240);
  await expect.poll(async () => (await ada.me()).x).toBeLessThan(before.x - 30);
  await isStill(ada);

  await ada.button(/^You, Ada:/).tap();
  await ada.page.getByRole('menuitem', { name: 'Settings' }).tap();
  await ada.page.getByRole('switch', { name: /joystick/i }).tap();
  await ada.press('Escape');
  const devtools = await ada.context.newCDPSession(ada.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  // 56 px in radius, 16 px from the left and 76 px from the foot
  const middle = { x: 16 + 56, y: 480 - 76 - 56 };
  const push = (dx: number, dy: number) => async () => {
    await touch('touchStart', [middle]);
    await touch('touchMove', [{ x: middle.x + dx, y: middle.y + dy }]);
  };
  const release = async (): Promise<void> => void (await touch('touchEnd', []));
  await walksTowards(ada, 0, push(50, 0), release);
  await walksTowards(ada, 6, push(0, -50), release);
});

test('[U20] on an AZERTY keyboard ZQSD walk by their place, and digits need no Shift; [U21] a gamepad walks with stick and cross, and its lowest button acts', async ({
  office,
}) => {
  const ada = await enterHall(office, 'Ada');
  const devtools = await ada.context.newCDPSession(ada.page);
  const send = (type: 'keyDown' | 'keyUp', code: string, key: string) => async () =>
    void (await devtools.send('Input.dispatchKeyEvent', { type, code, key }));
  for (const [code, key, direction] of [
    ['KeyW', 'z', 6],
    ['KeyA', 'q', 4],
    ['KeyS', 's', 2],
    ['KeyD', 'd', 0],
  ] as const)
    await walksTowards(ada, direction, send('keyDown', code, key), send('keyUp', code, key));
  // what is written on them on this keyboard: a and w are other keys, and walk nowhere
  const before = await ada.me();
  for (const [code, key] of [
    ['KeyQ', 'a'],
    ['KeyZ', 'w'],
  ] as const) {
    await send('keyDown', code, key)();
    await isStill(ada);
    await send('keyUp', code, key)();
  }
  expect(await ada.me()).toEqual(before);
  const plain = await takeStillPicture(ada.page);
  await send('keyDown', 'Digit2', 'é')();
  await send('keyUp', 'Digit2', 'é')();
  await expect.poll(async () => changeBetween(plain, await takePicture(ada.page)).pixels).toBeGreaterThan(50);

  await ada.page.evaluate(() => {
    const pad = { axes: [0, 0], buttons: Array.from({ length: 16 }, () => ({ pressed: false, value: 0 })) };
    Object.assign(globalThis, { pad });
    navigator.getGamepads = () => [null, pad as unknown as Gamepad];
    dispatchEvent(new Event('gamepadconnected'));
  });
  const set =
    (stick: [number, number], pressed: number[] = []) =>
    async () =>
      ada.page.evaluate(
        ([axes, down]) => {
          const { pad } = globalThis as unknown as { pad: { axes: number[]; buttons: { pressed: boolean }[] } };
          pad.axes = axes;
          pad.buttons.forEach((button, index) => {
            button.pressed = down.includes(index);
          });
        },
        [stick, pressed] as const,
      );
  await walksTowards(ada, 4, set([-1, 0]), set([0, 0]));
  await walksTowards(ada, 2, set([0, 0], [13]), set([0, 0]));
  await ada.walkTo(tilePx(33, 21));
  await expect(ada.button(/Sit down/)).toBeVisible();
  await set([0, 0], [0])();
  await expect.poll(async () => (await ada.me()).seated).toBe(true);
});

test('[S1] one sits down by a click or by key, and stands up by moving', async ({ office }) => {
  const ada = await enterHall(office, 'Ada');
  const bob = await office.enter('Bob', inHall({ draws: false }));
  await ada.walkTo(tilePx(33, 21));
  await expect(ada.button(/Sit down/)).toBeVisible();
  await ada.press('x');
  await expect.poll(async () => (await ada.me()).seated).toBe(true);
  await bob.sees(ada);
  await ada.page.keyboard.down('ArrowLeft');
  await expect.poll(async () => (await ada.me()).seated).toBe(false);
  await ada.page.keyboard.up('ArrowLeft');
  await isStill(ada);
  await bob.button('Be there now: West').click();

  // which tile a click means, a walk tells; the lines of the floor say where its middle is
  await ada.walkTo(MIDDLE);
  const { spacingPx, left, top } = readFloorLines(await takeStillPicture(ada.page));
  const middleOf = (at: number, first: number): number => first + spacingPx * (Math.floor((at - first) / spacingPx) + 0.5);
  const cell = { x: middleOf(320, left), y: middleOf(100, top) };
  await ada.page.mouse.click(cell.x, cell.y);
  await expect.poll(async () => (await ada.me()).y).toBeLessThan(MIDDLE.y);
  await isStill(ada);
  const reached = await ada.me();
  await ada.walkTo(MIDDLE);
  await takeStillPicture(ada.page);
  const seat = tilePx(33, 20);
  await ada.page.mouse.click(cell.x + 2 * (seat.x - reached.x), cell.y + 2 * (seat.y - reached.y));
  await expect.poll(async () => (await ada.me()).seated).toBe(true);
});

test('[M12] emotes on 1 to 6 are seen by the other over the one who shows them, each its own, and pass', async ({ office }) => {
  const bob = await enterHall(office, 'Bob');
  const ada = await office.enter('Ada', inHall({ draws: false }));
  await ada.walkTo({ x: MIDDLE.x - 96, y: MIDDLE.y });
  await bob.sees(ada);
  const plain = await takeStillPicture(bob.page);
  const seen = new Set<string>();
  let before = plain;
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    await ada.press(key);
    let picture = plain;
    // the next one takes the place of the one before
    await expect
      .poll(
        async () => {
          picture = await takePicture(bob.page);
          return Math.min(changeBetween(plain, picture).pixels, changeBetween(before, picture).pixels);
        },
        { message: `Bob sees the emote of ${key}` },
      )
      .toBeGreaterThan(20);
    const { x, width, height } = changeBetween(plain, picture);
    // over Ada, who stands to the left; of the size of a bubble
    expect(x).toBeLessThan(220);
    expect(Math.max(width, height)).toBeLessThan(160);
    seen.add(picture.data.toString('base64'));
    before = picture;
  }
  await expect.poll(async () => changeBetween(plain, await takePicture(bob.page)).pixels, { message: 'the last one passes' }).toBe(0);
  expect(seen.size).toBe(6);
});

test('[U22] the wheel zooms in whole steps, from four to the whole map; [L1] that shows everybody in it, where they are, also those out of view', async ({
  office,
}) => {
  const ada = await enterHall(office, 'Ada');
  const wholeMap = ada.page.getByRole('navigation').getByRole('button', { name: 'Whole map' });
  /** Picture px per px of the map. */
  const zoom = async (): Promise<number> => readFloorLines(await takeStillPicture(ada.page)).spacingPx / 32;
  const notch = async (steps: number): Promise<void> => {
    await ada.page.mouse.move(320, 130);
    await ada.page.mouse.wheel(0, -100 * steps);
  };
  // on its way from one step to the next a picture has no spacing of its own
  const isAt = (step: number): Promise<void> => expect(async () => expect(await zoom()).toBe(step)).toPass({ timeout: 15_000 });
  await isAt(2);
  await notch(1);
  await isAt(3);
  await notch(1);
  await isAt(4);
  await notch(1);
  await isAt(4);
  for (const step of [3, 2, 1]) {
    await notch(-1);
    await isAt(step);
  }
  await notch(-1);
  await expect(wholeMap).toHaveAttribute('aria-pressed', 'true');

  const empty = await takeStillPicture(ada.page);
  const bob = await office.enter('Bob', inHall({ draws: false }));
  const goTo = async (place: 'West' | 'East'): Promise<void> => {
    await bob.button(`Be there now: ${place}`).click();
    await expect.poll(async () => (await bob.me()).area).toBe(place.toLowerCase());
  };
  await expect.poll(async () => (await ada.snapshot()).people.length, { message: 'Ada knows of Bob' }).toBe(1);
  await goTo('West');
  const west = await bob.me();
  const nobodyInView = async () => expect.poll(() => ada.placeOf(bob)).toBeNull();
  await nobodyInView();
  // in the left third of it
  await expect
    .poll(async () => changeBetween(empty, await takePicture(ada.page)).x, { message: 'his dot is in the west' })
    .toBeLessThan(213);
  const pictureOfWest = await takeStillPicture(ada.page);
  await goTo('East');
  const east = await bob.me();
  // his dot is not where it was, and is elsewhere: a box from the one to the other
  const change = async () => changeBetween(pictureOfWest, await takeStillPicture(ada.page));
  const scaleX = async () => ((await change()).width - DOT_PX) / (east.x - west.x);
  await expect.poll(scaleX).toBeGreaterThan(0.19);
  const { pixels, width, height } = await change();
  expect((width - DOT_PX) / (east.x - west.x)).toBeCloseTo((height - DOT_PX) / (east.y - west.y), 1);
  expect(pixels).toBeLessThan(800);
  await nobodyInView();

  // the key does the same, and Escape leaves it
  await ada.press('o');
  await expect(wholeMap).toHaveAttribute('aria-pressed', 'false');
});
