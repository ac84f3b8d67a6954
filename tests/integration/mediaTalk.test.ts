// The media of a talk in a whole office: the stage is heard and seen in the rows, nothing of the rows is heard anywhere, until somebody is given the floor.
import { afterEach, expect, it } from 'vitest';
import { granted } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { useBodies } from '../support/media/useBodies.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ MEDIA_WORKERS: '1' }, HALL_MAPS);
const embody = useBodies();
afterEach(() => endTalks(office));

const VOICE = { as: 'microphone', mark: 'v', packetsPerS: 50, bytes: 80 } as const;
const PICTURE = { as: 'camera', mark: 'V', packetsPerS: 60, bytes: 900 } as const;
const NOTHING = { microphone: false, camera: false, screen: false };

const arrives = (at: SyntheticParticipant, mark: string, more = 25): Promise<void> =>
  at.marked(mark).then((before) => eventually(`${mark} arrives at ${at.id}`, async () => (await at.marked(mark)) >= before + more));

it('[K4][K50] a forged producer in the rows is heard by nobody; with the floor their voice is, and no picture; leaders are told of the links', async () => {
  const lea = await startTalk(office);
  const [eve, bob] = (await enterHall(office, 'Eve', 'Bob')) as [typeof lea, typeof lea];
  const [stage, forged, ears] = [embody(lea), embody(eve), embody(bob)] as const;
  for (const body of [stage, forged, ears]) {
    body.comesBack = true;
    body.subscribe();
  }
  lea.signalling.publishing({ ...NOTHING, microphone: true, camera: true });
  stage.publish(VOICE);
  stage.publish(PICTURE);
  await arrives(ears, 'v');
  await arrives(ears, 'V');
  // says that it sends, and does
  eve.signalling.publishing({ microphone: true, camera: true, screen: true });
  forged.publish({ ...VOICE, mark: 'e' });
  forged.publish({ ...PICTURE, mark: 'E' });
  stage.want([{ personId: eve.id, as: 'camera', quality: 'high' }]);
  await eventually('the forged packets are sent', async () => ((await forged.sent('camera'))?.packets ?? 0) > 60);
  await arrives(ears, 'v', 50);
  for (const body of [stage, ears]) expect([await body.marked('e'), await body.marked('E')]).toEqual([0, 0]);

  await granted(eve, 'raiseHand', { up: true });
  await granted(lea, 'giveFloor', { personId: eve.id, video: false });
  await arrives(ears, 'e');
  await arrives(stage, 'e');
  expect(await ears.marked('E')).toBe(0);
  await granted(lea, 'takeFloor', { personId: eve.id });
  await arrives(ears, 'v', 10);
  const heard = await ears.marked('e');
  await arrives(ears, 'v', 50);
  expect(await ears.marked('e')).toBe(heard);

  const isWell = { personId: lea.id, quality: 'good' };
  await until(
    () => JSON.stringify(lea.world.auditorium.links.peek()) === JSON.stringify([isWell]),
    'the leader knows that she arrives well',
  );
  expect(bob.world.auditorium.links.peek()).toEqual([]);
});
