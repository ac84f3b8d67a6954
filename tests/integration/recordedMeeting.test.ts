// A meeting room that is recorded with everybody's consent: with real clients, real voices and pictures, and its files over HTTP.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { meetingRecord } from '@comptoir/server/auditorium/meetingRecord';
import { hashDevice } from '@comptoir/server/ops/identity';
import { storedOf } from '@comptoir/server/room/OfficeShelf';
import { afterAll, expect, it } from 'vitest';
import { enterAs, granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { loudest } from '../support/loudest.ts';
import { eventually } from '../support/media/Synthetic.ts';
import { PACKETS_PER_S, PICTURES_PER_S, pictures, tones } from '../support/media/samples.ts';
import { callOf, useBodies } from '../support/media/useBodies.ts';
import { type Film, readFilm } from '../support/readFilm.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { meetAt, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice(
  { MEDIA_WORKERS: '1' },
  withTiles({
    'office.tmj': mapOf(drawHall(40, 16), [
      areaAt('start', { x: 20, y: 6, width: 4, height: 4 }, { start: true }),
      areaAt('attic', { x: 2, y: 2, width: 8, height: 6 }, { conversation: 'meeting', label_en: 'Attic', label_fr: 'Grenier' }),
    ]),
  }),
);
const embody = useBodies();
const dir = mkdtempSync(join(tmpdir(), 'films-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const camera = { as: 'camera', mark: 'A', packetsPerS: PICTURES_PER_S, bytes: 0 } as const;
const microphone = { as: 'microphone', mark: 'a', packetsPerS: PACKETS_PER_S, bytes: 0 } as const;
const HZ = { Ada: 500, Bob: 1500, Eve: 2500 } as const;
const LOUD = 0.1;
const QUIET = 0.02;

const recordingOf = ({ world }: Inside) => world.auditorium.recording.peek()?.view;
const leftOf = ({ world }: Inside): string => world.auditorium.meetingRecorded.peek() ?? '';
const listOf = async (person: Inside) => (await granted(person, 'pastTalks', {})).list;

/** Whoever comes in without a browser has no device; gives them one. @returns its cookie */
async function deviceOf(person: Inside): Promise<{ cookie: string; deviceId: string }> {
  const answer = await fetch(new URL('/api/device', office.open.url), {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const deviceId = /=([\w-]{22})\./.exec(cookie)?.[1] ?? '';
  const client = office.open.room().clientOf.get(person.id);
  if (client) Object.assign(client.auth ?? {}, { deviceId });
  return { cookie, deviceId };
}

async function speak(person: Inside, name: keyof typeof HZ, colour: 'green' | 'blue' | 'red') {
  const body = embody(person);
  person.signalling.publishing({ microphone: true, camera: true, screen: false });
  body.publish({ ...microphone, samples: await tones([{ hz: HZ[name], ms: 1000 }]) });
  body.publish({ ...camera, samples: pictures([{ colour, ms: 1000 }]) });
  return body;
}

const get = (cookie: string, path: string): Promise<Response> => fetch(new URL(path, office.open.url), { headers: { cookie } });

async function filmOf(cookie: string, talk: string, name = 'replay.webm'): Promise<{ status: number; film?: Film }> {
  const answer = await get(cookie, `/t/${talk}/${name}`);
  if (!answer.ok) return { status: answer.status };
  const path = join(dir, `${talk}-${name}`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return { status: answer.status, film: await readFilm(path) };
}

it('[T145] two are recorded when both agreed, a third who refuses is not, and what stays is theirs alone', {
  timeout: 90_000,
}, async () => {
  const [ada, bob, eve] = (await Promise.all([office.enter('Ada'), office.enter('Bob'), office.enter('Eve')])) as [Inside, Inside, Inside];
  const host = await enterAs(office, 'host', 'Noor');
  await meetAt(4, 4, ada, bob);
  await granted(ada, 'record', { on: true, language: 'fr' });
  await until(() => recordingOf(bob)?.mine === 'asked', 'Bob is asked');
  expect(callOf(ada)?.transport).toBe('mesh');
  await granted(bob, 'agreeRecording', { yes: true });
  await until(() => [ada, bob].every((one) => recordingOf(one)?.state === 'on'), 'it is on');
  await until(() => [ada, bob].every((one) => callOf(one)?.transport === 'sfu'), 'the server hears them');
  const bodies = [await speak(ada, 'Ada', 'green'), await speak(bob, 'Bob', 'blue')];
  for (const body of bodies) await eventually('they send', async () => ((await body.sent('camera'))?.packets ?? 0) > 5);
  await sleep(4000);

  // she comes in with an open microphone, refuses, and talks all the time
  await standAt(eve, 4, 6);
  await until(() => talkTogether(ada, bob, eve), 'Eve is in the room');
  await until(() => recordingOf(ada)?.state === 'paused' && recordingOf(eve)?.mine === 'asked', 'it rests');
  const third = await speak(eve, 'Eve', 'red');
  await eventually('Eve sends', async () => ((await third.sent('camera'))?.packets ?? 0) > 5);
  await granted(eve, 'agreeRecording', { yes: false });
  expect(recordingOf(bob)).toMatchObject({ state: 'paused', agreed: 2, waiting: 1, refused: 0 });
  await sleep(2000);
  await standAt(eve, 20, 6);
  await until(() => recordingOf(ada)?.state === 'on' && recordingOf(eve) === undefined, 'she is gone, it goes on');
  await sleep(2500);
  await granted(bob, 'record', { on: false });
  await until(() => leftOf(ada) !== '' && leftOf(bob) === leftOf(ada), 'both are told what stays');
  const talk = leftOf(ada);
  const { recordings, store } = office.open.room().parts;
  await eventually('it is made', () => recordings.stateOf(talk) === 'ready', 30_000);

  const [adas, bobs, eves, hosts] = await Promise.all([ada, bob, eve, host].map(deviceOf));
  if (!adas || !bobs || !eves || !hosts) throw new Error('everybody has a device');
  const { film } = await filmOf(bobs.cookie, talk);
  if (!film) throw new Error('Bob may not see it');
  for (const name of ['Ada', 'Bob'] as const) expect(loudest(film, HZ[name]), name).toBeGreaterThan(LOUD);
  expect(loudest(film, HZ.Eve)).toBeLessThan(QUIET);
  const colours = new Set(film.shown.map(({ colour }) => colour));
  expect(colours).not.toContain('red');
  expect(colours.has('green') || colours.has('blue')).toBe(true);
  const sound = (await filmOf(adas.cookie, talk, 'replay.mp3')).film;
  for (const name of ['Ada', 'Bob'] as const) expect(sound && loudest(sound, HZ[name])).toBeGreaterThan(LOUD);
  const tapes = join(office.open.dataDir, 'recordings', talk, 'tapes');
  for (const name of readdirSync(tapes)) expect(readFileSync(join(tapes, name)).toString('latin1')).not.toContain(eve.id);

  // theirs alone: list, page, files; the door is open, and a host is nobody special
  expect((await listOf(bob)).find((past) => past.talk === talk)).toMatchObject({
    ...{ of: 'meeting', title: 'Grenier', mine: false, page: `/t/${talk}`, recording: { state: 'ready' } },
  });
  const names = (await listOf(ada)).find((past) => past.talk === talk)?.speakers ?? [];
  expect(new Set(names)).toEqual(new Set(['Ada', 'Bob']));
  for (const [outsider, { cookie }] of [[eve, eves] as const, [host, hosts] as const]) {
    expect((await listOf(outsider)).some((past) => past.talk === talk)).toBe(false);
    for (const request of ['pastTalk', 'removeTalk'] as const) expect(await refusalOf(outsider, request, { talk })).toBe('notThere');
    for (const name of ['replay.webm', 'replay.mp3', 'notes.md']) expect((await filmOf(cookie, talk, name)).status).toBe(404);
    const page = await get(cookie, `/t/${talk}`);
    expect([page.status, (await page.text()).includes('Grenier')]).toEqual([404, false]);
  }
  expect((await filmOf('', talk)).status).toBe(404);
  const html = await (await get(adas.cookie, `/t/${talk}`)).text();
  expect(html).toContain('Grenier');
  expect(html).not.toContain('/write');
  // when nobody of the device is inside, too
  const { shelf } = office.open.room().auditorium.records;
  const record = shelf.find(talk);
  if (!record) throw new Error('it stays');
  const gone = await deviceOf(host);
  const facts = { deviceHash: hashDevice(gone.deviceId), name: 'Zoé', trade: '', appearance: '', seenMs: Date.now() };
  await store.persons.save({ ...facts, personId: 'zoe' });
  expect(await shelf.mayRead(record, undefined, gone.deviceId)).toBe(false);
  expect(await shelf.mayRead({ ...record, speakers: { zoe: 'Zoé' } }, undefined, gone.deviceId)).toBe(true);

  // no podcast, no key; whoever asked deletes, the others take themselves out
  expect(await refusalOf(ada, 'editTalk', { talk, podcast: true })).toBe('notAllowed');
  expect(await refusalOf(bob, 'removeTalk', { talk })).toBe('notAllowed');
  expect(await refusalOf(eve, 'withdrawRecording', { talk })).toBe('notThere');
  await granted(bob, 'withdrawRecording', { talk });
  await eventually('it is made anew', () => recordings.stateOf(talk) === 'ready', 30_000);
  const without = (await filmOf(bobs.cookie, talk)).film;
  expect(without && loudest(without, HZ.Ada)).toBeGreaterThan(LOUD);
  expect(without && loudest(without, HZ.Bob)).toBeLessThan(QUIET);
  await granted(ada, 'removeTalk', { talk });
  expect([recordings.stateOf(talk), await store.talks.find({ talkId: talk })]).toEqual(['none', undefined]);
  expect((await filmOf(adas.cookie, talk)).status).toBe(404);
});

it('[T146] a host who was in it deletes it, whoever asked; anybody ends it, and nothing is recorded on the open floor', {
  timeout: 30_000,
}, async () => {
  const host = await enterAs(office, 'host', 'Noor');
  const [ada, bob] = (await Promise.all([office.enter('Ada'), office.enter('Bob')])) as [Inside, Inside];
  await meetAt(26, 10, ada, bob);
  await granted(ada, 'setState', { state: 'closed' });
  expect(await refusalOf(ada, 'record', { on: true })).toBe('notRecordedHere');
  await meetAt(4, 4, ada, host);
  await granted(ada, 'record', { on: true });
  await granted(host, 'agreeRecording', { yes: true });
  await until(() => recordingOf(ada)?.state === 'on', 'it is on');
  // another page of hers need not agree again
  const again = await office.enter('Ada', { ticket: ada.ticket });
  await until(() => recordingOf(again)?.mine === 'agreed' && recordingOf(again)?.state === 'on', 'she comes back into it');
  await granted(host, 'record', { on: false });
  await until(() => leftOf(again) !== '' && recordingOf(again) === undefined, 'it is over');
  const talk = leftOf(again);
  expect((await listOf(host)).find((past) => past.talk === talk)).toMatchObject({ mine: true });
  await granted(host, 'removeTalk', { talk });
  expect((await listOf(again)).some((past) => past.talk === talk)).toBe(false);
});

it('[T148] what a killed server left is over when it starts again, and stays with those who are in it', async () => {
  const [ada, eve] = (await Promise.all([office.enter('Ada'), office.enter('Eve')])) as [Inside, Inside];
  const { auditorium, parts } = office.open.room();
  const startedMs = Date.now() - 60_000;
  const left = {
    id: 'left-behind',
    area: 'attic',
    title: 'Attic',
    language: 'en',
    startedMs,
    by: { [ada.id]: 'Ada' },
    people: { [ada.id]: 'Ada' },
  };
  await parts.store.talks.save(storedOf(meetingRecord(left, { seenMs: startedMs + 50_000, endedMs: null }), parts.officeId, null));
  await auditorium.records.restore();
  expect((await listOf(ada)).find(({ talk }) => talk === left.id)).toMatchObject({ of: 'meeting', durationMs: 50_000, mine: true });
  expect((await listOf(eve)).some(({ talk }) => talk === left.id)).toBe(false);
  expect((await parts.store.talks.find({ talkId: left.id }))?.keptUntilMs).toBeGreaterThan(Date.now());
  await standAt(ada, 4, 4);
  expect(recordingOf(ada)).toBeUndefined();
});
