// The sound of the page costs nothing while nothing is heard, and is there again for the next voice.
import { expect, farAway, meet, test } from './callStory.ts';

test('[K36] between two conversations no audio context runs, and the second is heard like the first', async ({ hall }) => {
  const ada = await hall.enter('Ada');
  const bob = await hall.enter('Bob', { microphone: 'off' });
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  expect(await ada.ears.runningContexts()).toBeGreaterThan(0);
  await bob.person.walkTo(farAway);
  await expect.poll(() => ada.ears.runningContexts(), { message: 'contexts that run after it', timeout: 15_000 }).toBe(0);
  await meet(ada, bob);
  await expect(bob).toHear(ada);
  await bob.person.button('Microphone').press('Enter');
  await expect(ada).toHear(bob);
});
