// Calls as people have them: who hears and sees whom, proved by decoded sound and pictures.
import { expect, farAway, meet, spot, test } from './callStory.ts';

test.describe.configure({ timeout: 240_000 });

test('[K20] two meet, hear and see each other, and part', async ({ hall }) => {
  const ada = await hall.enter('Ada');
  const bob = await hall.enter('Bob');
  expect(await ada.ears.connections()).toEqual([]);
  await meet(ada, bob);
  await expect(ada).toHear(bob);
  await expect(bob).toHear(ada);
});
