// A talk that is recorded, from the first yes to the page afterwards: with real clients, real pictures and sounds, and the files over HTTP.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, expect, it } from 'vitest';
import { granted, setDoorQuietly } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { eventually } from '../support/media/Synthetic.ts';
import { PACKETS_PER_S, PICTURES_PER_S, pictures, tones } from '../support/media/samples.ts';
import { callOf, useBodies } from '../support/media/useBodies.ts';
import { loudnessOf, readFilm, seenAt } from '../support/readFilm.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ MEDIA_WORKERS: '1' }, HALL_MAPS);
const embody = useBodies();
const dir = mkdtempSync(join(tmpdir(), 'films-'));
afterEach(() => endTalks(office));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const camera = { as: 'camera', mark: 'A', packetsPerS: PICTURES_PER_S, bytes: 0 } as const;
const microphone = { as: 'microphone', mark: 'a', packetsPerS: PACKETS_PER_S, bytes: 0 } as const;
const recordingOf = ({ world }: Inside) => world.auditorium.recording.peek()?.view;

it('[K69] is on its page when it is over, for whoever may read that, in whatever parts a player asks for', {
  timeout: 60_000,
}, async () => {
  const lea = await startTalk(office);
  await enterHall(office, 'Ada');
  const talk = lea.world.auditorium.stage.peek()?.talk ?? '';
  await granted(lea, 'record', { on: true });
  await until(() => recordingOf(lea)?.state === 'on', 'it is on');
  await until(() => callOf(lea)?.transport === 'sfu', 'there is a call');
  const body = embody(lea);
  lea.signalling.publishing({ microphone: true, camera: true, screen: false });
  body.publish({ ...microphone, samples: await tones([{ hz: 800, ms: 1000 }]) });
  body.publish({ ...camera, samples: pictures([{ colour: 'green', ms: 1000 }]) });
  await eventually('she sends', async () => ((await body.sent('camera'))?.packets ?? 0) > 5);
  await sleep(4000);
  const { url, room } = office.open;
  const path = (name: string): string => new URL(`/t/${talk}/${name}`, url).href;
  expect((await fetch(path('replay.webm'))).status).toBe(404);
  await granted(lea, 'endTalk', {});
  await eventually('it is made', () => room().parts.recordings.stateOf(talk) === 'ready', 20_000);

  for (const [name, type] of [
    ['replay.webm', 'video/webm'],
    ['replay.mp3', 'audio/mpeg'],
  ] as const) {
    const whole = await fetch(path(name));
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe(type);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = await fetch(path(name), { headers: { Range: 'bytes=1000-1999' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(1000, 2000));
    expect((await fetch(path(name), { headers: { Range: `bytes=${bytes.length}-` } })).status).toBe(416);
    writeFileSync(join(dir, name), bytes);
  }
  const film = await readFilm(join(dir, 'replay.webm'));
  expect(seenAt(film, film.durationMs - 500)).toBe('green');
  expect(loudnessOf(film, 800, film.durationMs - 1000, film.durationMs - 500)).toBeGreaterThan(0.1);
  expect(await (await fetch(new URL(`/t/${talk}`, url))).text()).toContain(`src="/t/${talk}/replay.webm"`);

  // by the same rule as the page
  await setDoorQuietly(office, 'password', 'correct horse');
  expect((await fetch(path('replay.webm'))).status).toBe(404);
  await setDoorQuietly(office, 'open');
  await room().auditorium.records.shelf.remove(talk);
  expect((await fetch(path('replay.webm'))).status).toBe(404);
  expect(room().parts.recordings.stateOf(talk)).toBe('none');
});
