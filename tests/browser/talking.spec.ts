// Who talks with whom, seen from real browsers: meeting, passing by, doors, asking, listening, goodbye. Calls have their own stories.
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import type { OfficeOfTheStory, Person } from './story.ts';
import { expect, test } from './story.ts';

/** Large and empty; nobody talks at its start, from where it is not far to where people meet, and too far to hear them. */
const HALL = mapOf(drawHall(40, 24), [areaAt('start', { x: 24, y: 6, width: 2, height: 2 }, { start: true })]);

/** px of the map */
const HERE = { x: 624, y: 400 };
const BESIDE = { x: 672, y: 400 };
const FAR = { x: 624, y: 120 };

// three browsers that draw by software on a small machine need their time
test.describe.configure({ timeout: 180_000 });
test.use({ maps: withTiles({ 'hall.tmj': HALL }) });

/** Everybody inside an empty hall, which they see as a list. */
async function inHall<Names extends string[]>(office: OfficeOfTheStory, ...names: Names): Promise<{ [N in keyof Names]: Person }> {
  return (await Promise.all(names.map((name) => comeIn(office, name, 'list')))) as { [N in keyof Names]: Person };
}

const comeIn = (office: OfficeOfTheStory, name: string, view: 'map' | 'list'): Promise<Person> =>
  office.enter(name, { path: '/o/hall', browser: { reducedMotion: 'reduce' }, preferences: { view }, draws: view === 'map' });

const conversationOf = async (person: Person) => (await person.snapshot()).conversation;

const membersOf = async (person: Person): Promise<string[]> => {
  const { conversation, me, people } = await person.snapshot();
  const names = new Map([...people, ...(me ? [me] : [])].map(({ id, name }) => [id, name]));
  return (conversation?.members ?? []).map((id) => names.get(id) ?? id).sort((a, b) => a.localeCompare(b));
};

/** All of them are in one conversation, and in no other with anybody else. */
async function expectTogether(...people: Person[]): Promise<void> {
  const names = people.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  for (const person of people)
    await expect.poll(() => membersOf(person), { message: `${person.name} talks`, timeout: 15_000 }).toEqual(names);
  const ids = new Set(await Promise.all(people.map(async (person) => (await conversationOf(person))?.id)));
  expect(ids.size).toBe(1);
}

const expectAlone = (person: Person): Promise<void> =>
  expect.poll(() => conversationOf(person), { message: `${person.name} talks with nobody`, timeout: 15_000 }).toBeNull();

/** Nothing forms during this many dwells: what is awaited is time itself. */
async function expectStillAlone(person: Person, dwells = 4): Promise<void> {
  const until = Date.now() + dwells * 600;
  while (Date.now() < until) expect(await conversationOf(person)).toBeNull();
}

const clickOn = async (person: Person, other: Person): Promise<void> => {
  await person.sees(other);
  const [me, them] = [await person.me(), await person.placeOf(other)];
  const canvas = person.page.locator('#scene canvas');
  const box = await canvas.boundingBox();
  if (!box || !them) throw new Error('nobody to click on');
  const zoom = 2;
  // the camera has come to rest with my chest in the middle
  await canvas.click({ position: { x: box.width / 2 + (them.x - me.x) * zoom, y: box.height / 2 + (them.y - 20 - (me.y - 20)) * zoom } });
};

/** Stand beside each other, and talk. */
async function meet(ada: Person, bob: Person): Promise<void> {
  await Promise.all([ada.walkTo(HERE), bob.walkTo(BESIDE)]);
  await expectTogether(ada, bob);
}

test('[B4] two meet: a conversation on both sides; [B5] goodbye: it does not take me back until I ask for it; apart, it is over', async ({
  office,
}) => {
  const [ada, bob] = await inHall(office, 'Ada', 'Bob');
  await meet(ada, bob);
  expect(await conversationOf(ada)).toMatchObject({ kind: 'bubble', state: 'amongUs', role: 'member', listeners: [] });
  await bob.press('l');
  await expectAlone(bob);
  await expectStillAlone(bob);
  await bob.press('x');
  await expectTogether(ada, bob);
  await bob.walkTo(FAR);
  await expectAlone(ada);
  await expectAlone(bob);
});

test('[U28] a click on somebody walks over and joins at once', async ({ office }) => {
  const [ada] = await inHall(office, 'Ada');
  const bob = await comeIn(office, 'Bob', 'map');
  await bob.seesTheOffice();
  await Promise.all([ada.walkTo(HERE), bob.walkTo({ x: HERE.x - 130, y: HERE.y })]);
  await clickOn(bob, ada);
  await expectTogether(ada, bob);
});

test('[B11] whoever listens to an out-loud circle is shown to its members; [B12] a closed door is knocked at, and a refusal bears no name', async ({
  office,
}) => {
  const [ada, bob, eve] = await inHall(office, 'Ada', 'Bob', 'Eve');
  await meet(ada, bob);
  await ada.button('Out loud').first().click();
  await eve.walkTo({ x: HERE.x + 24, y: HERE.y + 128 });
  const { id } = await eve.me();
  await expect.poll(async () => (await conversationOf(ada))?.listeners, { timeout: 15_000 }).toEqual([id]);
  await expect.poll(async () => (await conversationOf(eve))?.role).toBe('listener');
  expect(await membersOf(eve)).toEqual(['Ada', 'Bob']);

  await ada.button('Close door').first().click();
  await expect.poll(async () => (await conversationOf(bob))?.state).toBe('closed');
  await eve.walkTo({ x: HERE.x + 24, y: HERE.y + 32 });
  await expectStillAlone(eve);
  await eve.press('x');
  await bob.button('Not now').click();
  // told to nobody: Ada may still let her in
  await expect(bob.button('Let in')).toBeHidden();
  await ada.button('Not now').click();
  await expect(ada.button('Let in')).toBeHidden();
  await expectStillAlone(eve, 2);
  await expect(eve.page.getByText(/Bob.*(?:not now|refus)/i)).toHaveCount(0);
});

test('[B10] who does not want to be disturbed is left alone; [B4] by keyboard alone: walk over, talk, write, say goodbye', async ({
  office,
}) => {
  const [ada, bob] = await inHall(office, 'Ada', 'Bob');
  await ada.button(/^You, Ada:/).click();
  await ada.page.getByRole('menuitemradio', { name: /Do not disturb/ }).click();
  await expect.poll(async () => (await ada.me()).availability).toBe('doNotDisturb');
  await Promise.all([ada.walkTo(HERE), bob.walkTo(BESIDE)]);
  await expectStillAlone(bob);
  await bob.press('x');
  await expect(bob.page.getByText('They do not want to be disturbed now. You can write to them.')).toBeVisible();
  expect(await conversationOf(bob)).toBeNull();

  await bob.walkTo({ x: HERE.x - 170, y: HERE.y });
  await ada.button(/^You, Ada:/).click();
  await ada.page.getByRole('menuitemradio', { name: /Available/ }).click();
  // arrows scroll the list; the letters walk
  await bob.page.keyboard.down('KeyD');
  await expect.poll(async () => (await bob.me()).x).toBeGreaterThan(HERE.x - 60);
  await bob.page.keyboard.up('KeyD');
  await expectTogether(ada, bob);
  await bob.press('t');
  await expect(bob.page.getByLabel('Write to the conversation')).toBeFocused();
  await bob.page.keyboard.type('Good morning');
  await bob.press('Enter');
  await expect(ada.page.getByText('Good morning').first()).toBeVisible();
  await bob.press('Escape');
  await expect(bob.page.getByRole('complementary', { name: 'Chat' })).toBeHidden();
  await bob.press('l');
  await expectAlone(bob);
});

test('[B19] walking together: whoever said yes comes along, in a hidden tab too', async ({ office }) => {
  const [ada, bob] = await inHall(office, 'Ada', 'Bob');
  await meet(ada, bob);
  await ada.press('f');
  await bob.button('Walk along').click();
  await bob.setHidden(true);
  const from = await bob.me();
  const { arrived } = await ada.walkTo({ x: HERE.x + 320, y: HERE.y });
  expect(arrived).toBe(true);
  await expect.poll(async () => (await ada.placeOf(bob))?.x ?? 0, { timeout: 15_000 }).toBeGreaterThan(from.x + 200);
  await bob.setHidden(false);
  await ada.sees(bob, 8);
  await expectTogether(ada, bob);
});

/** Records the system's notes instead of showing them. */
function recordNotes(): void {
  const told: string[] = [];
  class Recorded {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    onclick = null;
    constructor(title: string, { body = '' }: { body?: string } = {}) {
      told.push(`${title}: ${body}`);
    }
    close(): void {}
  }
  Object.assign(globalThis, { Notification: Recorded, told });
}

test('[U52] a hidden tab tells by its title and by notes of the system what is said to me', async ({ office, browserThatDrawsNothing }) => {
  const [ada] = await inHall(office, 'Ada');
  const context = await (await browserThatDrawsNothing()).newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(recordNotes);
  const bob = await office.enter('Bob', { path: '/o/hall', context, draws: false, preferences: { notifications: true } });
  const { id } = await bob.me();
  const say = (text: string): Promise<void> =>
    ada.page.evaluate(([to, words]) => window.comptoir?.say(words, { person: to }), [id, text] as const) as Promise<void>;
  await say('while you look');
  await expect(bob.page).toHaveTitle(/^hall/);
  await bob.setHidden(true);
  await say('while you look elsewhere');
  await expect(bob.page).toHaveTitle(/^● 2 - hall/);
  const told = await bob.page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  expect(told).toEqual(['Ada: while you look elsewhere']);
  await bob.setHidden(false);
  await expect(bob.page).toHaveTitle(/^hall/);
});
