// Whose voice and picture goes through in a hall, decided by the server: a page in the audience that says otherwise gets nothing through.
import { afterEach, expect, it } from 'vitest';
import { granted } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { useBodies } from '../support/media/useBodies.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ MEDIA_WORKERS: '1' }, HALL_MAPS);
afterEach(() => endTalks(office));
const embody = useBodies();

const ALL = { microphone: true, camera: true, screen: true };
const voiceOf = (mark: string) => ({ as: 'microphone', mark, packetsPerS: 50, bytes: 80, level: 20 }) as const;
const hears = (body: SyntheticParticipant, mark: string, atLeast = 25): Promise<void> =>
  eventually(`${mark} is heard`, async () => (await body.marked(mark)) >= atLeast);
const given = ({ world }: Inside) => world.auditorium.floor.peek()?.given;

it('[T6] of the audience nothing goes through; with the floor the voice does, no picture that was not given, and nothing once it is taken', async () => {
  const lea = await startTalk(office);
  const [ada = lea, bob = lea] = await enterHall(office, 'Ada', 'Bob');
  await until(() => [lea, ada, bob].every((one) => one.world.talk.conversation.peek()?.call), 'there is a call');
  const [voice, forged, ears] = [embody(lea), embody(ada), embody(bob)];
  ears.subscribe();
  lea.signalling.publishing({ ...ALL, camera: false, screen: false });
  voice.publish(voiceOf('l'));
  // Ada's page says that it sends, and sends
  ada.signalling.publishing(ALL);
  forged.publish(voiceOf('a'));
  forged.publish({ as: 'camera', mark: 'c', packetsPerS: 30, bytes: 400 });
  forged.publish({ as: 'screen', mark: 's', packetsPerS: 30, bytes: 400 });
  await hears(ears, 'l', 100);
  for (const mark of ['a', 'c', 's']) expect([mark, await ears.marked(mark)]).toEqual([mark, 0]);

  await granted(ada, 'raiseHand', { up: true });
  await granted(lea, 'giveFloor', { personId: ada.id, video: false });
  const fromMs = performance.now();
  await hears(ears, 'a');
  expect(performance.now() - fromMs).toBeLessThan(1500 + 500);
  expect([await ears.marked('c'), await ears.marked('s')]).toEqual([0, 0]);

  await granted(lea, 'takeFloor', { personId: ada.id });
  await until(() => given(ada) === false, 'taken');
  const [before, heard] = [await ears.marked('a'), await ears.marked('l')];
  await hears(ears, 'l', heard + 100);
  // what was on its way
  expect((await ears.marked('a')) - before).toBeLessThan(10);

  await granted(ada, 'raiseHand', { up: true });
  await granted(lea, 'giveFloor', { personId: ada.id, video: true });
  await hears(ears, 'c');
  expect(await ears.marked('s')).toBe(0);
});
