// The clocks of a debate against real voices: synthetic speakers on a stage, over the media server.
import { afterEach, expect, it } from 'vitest';
import { granted } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { eventually } from '../support/media/Synthetic.ts';
import { callOf, useBodies } from '../support/media/useBodies.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ MEDIA_WORKERS: '1' }, HALL_MAPS);
const embody = useBodies();
afterEach(() => endTalks(office));

const SPEECH = 20;
const SILENCE = 127;
const VOICE = { as: 'microphone', mark: 'v', packetsPerS: 50, bytes: 80, level: SILENCE } as const;

it('[T29] the clocks of both sides say what was spoken, within 5 %', async () => {
  const lea = await startTalk(office);
  const [ada, max] = (await enterHall(office, 'Ada', 'Max')) as [Inside, Inside];
  await standAt(max, 9, 3);
  await until(() => lea.world.talk.conversation.peek()?.members.some(({ personId }) => personId === max.id) === true, 'both speak');
  const ears = embody(ada);
  ears.subscribe();
  const voices = [lea, max].map((one) => {
    const body = embody(one);
    one.signalling.publishing({ microphone: true, camera: false, screen: false });
    body.publish(VOICE);
    return { one, body };
  });
  await until(() => callOf(ada)?.transport === 'sfu', 'there is a call');
  await eventually('both are heard', async () => (await ears.marked('v')) > 50);
  await granted(lea, 'openDebate', { sides: ['yes', 'no'] });
  for (const [side, { one }] of voices.entries()) await granted(lea, 'takeSide', { personId: one.id, side });
  await granted(lea, 'advanceDebate', { to: 'debate' });

  const spoken = [0, 0];
  const speak = async (side: number, ms: number): Promise<void> => {
    const fromMs = performance.now();
    voices[side]?.body.speak(SPEECH);
    await until(() => performance.now() - fromMs >= ms, 'they speak', ms + 4000);
    voices[side]?.body.speak(SILENCE);
    spoken[side] = (spoken[side] ?? 0) + performance.now() - fromMs;
  };
  await speak(0, 1500);
  await speak(1, 2500);
  // they interrupt each other
  await Promise.all([speak(0, 2500), speak(1, 1500)]);
  const clocks = (): number[] => ada.world.auditorium.debate.peek()?.view.spokenMs ?? [];
  const isRight = (): boolean => spoken.every((ms, side) => Math.abs((clocks()[side] ?? 0) - ms) <= ms * 0.05);
  await until(isRight, `${spoken.map(Math.round)} were spoken`, 3000).catch((cause) => {
    throw new Error(`the clocks say ${clocks()}`, { cause });
  });
  // and they stand now
  const before = clocks();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(clocks()).toEqual(before);
});
