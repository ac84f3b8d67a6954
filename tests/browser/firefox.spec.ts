// Firefox beside Firefox and beside Chromium: who comes with either hears and sees whoever comes with the other.
import { PNG } from 'pngjs';
import { FIREFOX_PITCH, Firefox } from '../support/Firefox.ts';
import { FirefoxPerson } from '../support/FirefoxPerson.ts';
import { expect, test as hallTest, meet, type Speaking, spot } from './callStory.ts';

const problem = Firefox.problem();
if (problem) process.stdout.write(`Firefox is not tested: ${problem}\n`);

interface Firefoxer extends Speaking {
  person: FirefoxPerson;
}

const test = hallTest.extend<{ enterByFirefox(name: string, coming: { draws: boolean }): Promise<Firefoxer> }>({
  // the hall is open when they come
  enterByFirefox: async ({ office, hall: _hall }, use) => {
    const people: FirefoxPerson[] = [];
    await use(async (name, coming) => {
      const person = await FirefoxPerson.enter(firefox, name, `${office.server.url}/o/hall`, coming);
      people.push(person);
      return { person, ears: person.ears, pitch: FIREFOX_PITCH };
    });
    const faults = (await Promise.all(people.map((person) => person.faults()))).flat();
    for (const person of people) await person.leave();
    expect(faults).toEqual([]);
  },
});

test.describe.configure({ timeout: 120_000 });
test.skip(problem !== undefined, problem);

let firefox: Firefox;
test.beforeAll(async () => {
  if (!problem) firefox = await Firefox.launch();
});
test.afterAll(() => firefox?.close());

/** How much of the picture is floor, as small maps have it in the light of noon: brown, where pages are white. */
async function floorShare({ person }: Firefoxer): Promise<number> {
  const { data } = PNG.sync.read(Buffer.from(await person.page.screenshot()));
  let floor = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) - (data[i + 2] ?? 0) > 35 && (data[i + 1] ?? 0) > 150) floor++;
  return (4 * floor) / data.length;
}

async function hearAndSee(one: Speaking, other: Speaking): Promise<void> {
  await Promise.all([expect(one).toHear(other), expect(other).toHear(one)]);
  await Promise.all([expect(one).toSee(other), expect(other).toSee(one)]);
}

test('[K34] two in Firefox meet, hear and see each other, write, and part', { tag: '@alone' }, async ({ enterByFirefox }) => {
  // one after the other: a new window takes the focus
  const ada = await enterByFirefox('Ada', { draws: true });
  const bob = await enterByFirefox('Bob', { draws: false });
  await bob.person.sees('::-p-text(This browser cannot draw the map)');
  await expect.poll(() => floorShare(ada), { message: 'the map is drawn' }).toBeGreaterThan(0.4);
  await meet(ada, bob);
  await ada.person.press('v');
  await bob.person.press('v');
  await hearAndSee(ada, bob);
  expect((await ada.person.snapshot()).call?.transport).toBe('mesh');
  expect(await ada.ears.devices()).toEqual(['audio', 'video']);

  await ada.person.press('t');
  await ada.person.sees('::-p-aria([name="Write to the conversation"])');
  await ada.person.page.keyboard.type('Café? ☕');
  await ada.person.press('Enter');
  await bob.person.press('t');
  await bob.person.sees('[role="log"] ::-p-text(Café? ☕)');

  await ada.person.walkTo(spot(10));
  await expect(bob).not.toHear(ada);
  for (const { person, ears } of [ada, bob]) {
    expect((await person.snapshot()).conversation).toBeNull();
    await expect.poll(() => ears.connections()).toEqual([]);
    await expect.poll(() => ears.devices()).toEqual([]);
  }
});

for (const { way, env, transport } of [
  { way: 'from browser to browser', env: {}, transport: 'mesh' },
  { way: 'over the media server', env: { MEDIA_MESH_MAX: '1' }, transport: 'sfu' },
])
  test.describe(way, () => {
    test.use({ env });

    test(`[K34] Firefox and Chromium hear and see each other ${way}`, { tag: '@alone' }, async ({ hall, enterByFirefox }) => {
      // one after the other: while a browser still starts, links take longer than a mesh is given, and the media server takes over
      const ada = await enterByFirefox('Ada', { draws: false });
      const bob = await hall.enter('Bob');
      await meet(ada, bob);
      await ada.person.press('v');
      await bob.person.press('v');
      await hearAndSee(ada, bob);
      for (const { person } of [ada, bob]) expect((await person.snapshot()).call?.transport).toBe(transport);
    });
  });
