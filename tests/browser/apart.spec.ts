// What is not to be heard is not played, whatever arrives: of a browser that obeys nobody, and of somebody who is blocked.
import { expect, HEARD, meet, test } from './callStory.ts';

test.describe.configure({ timeout: 180_000 });

/** In the page: its microphone cannot be taken from a call any more, whatever the page wants. */
function neverFallSilent(): void {
  const { prototype } = RTCRtpSender;
  const replace = prototype.replaceTrack;
  prototype.replaceTrack = function replaceTrack(this: RTCRtpSender, track: MediaStreamTrack | null) {
    if (track) return replace.call(this, track);
    return Promise.resolve();
  };
}

test('[K22] [P37] in a mesh: a forged microphone is not played, and a block ends the link between two of three', { tag: '@alone' }, async ({
  hall,
}) => {
  const [ada, bob, cem] = [await hall.enter('Ada'), await hall.enter('Bob'), await hall.enter('Cem')];
  await ada.person.page.evaluate(neverFallSilent);
  await meet(ada, bob, cem);
  expect((await bob.person.snapshot()).call?.transport).toBe('mesh');
  await expect(bob).toHear(ada);
  await ada.person.button('Microphone').press('Enter');
  await expect(bob).not.toHear(ada);
  await expect(bob).toHear(cem);
  // it arrives, and is decoded
  expect((await bob.ears.listen('line', [ada.pitch], 2000, HEARD))[0]).toBeGreaterThan(HEARD);
  await ada.person.button('Microphone').press('Enter');
  await expect(bob).toHear(ada);

  await bob.person.button('More with Ada').first().press('Enter');
  await bob.person.button('Block Ada').press('Enter');
  await expect.poll(async () => (await bob.person.snapshot()).call?.transport).toBe('sfu');
  await expect(bob).not.toHear(ada);
  await expect(ada).not.toHear(bob);
  // not only at the ear: no link and no server brings it any more
  const onTheLine = (await bob.ears.follow('line', [ada.pitch], 1500)).map(({ amplitudes: [amplitude = 0] }) => amplitude);
  expect(onTheLine.toSorted((a, b) => a - b)[Math.floor(onTheLine.length / 2)]).toBeLessThan(0.001);
  for (const listener of [ada, bob]) await expect(listener).toHear(cem);
  for (const speaker of [ada, bob]) await expect(cem).toHear(speaker);
  expect((await bob.person.snapshot()).conversation?.members.length).toBe(3);
});
