// The page of a recorded talk over HTTP: that the recording is being prepared, and who can be taken out of it from there, by whom and until when.
import { createIdentity, hashDevice } from '@comptoir/server/ops/identity';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { granted, setDoorQuietly } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { eventually } from '../support/media/Synthetic.ts';
import { endTalks, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
const DAY_MS = 86_400_000;
const [LEA, ADA, EVE] = ['person-lea', 'person-ada', 'person-eve'] as const;

let talk: string;
/** Of their browsers; Eve only listened. */
let cookies: Record<'lea' | 'ada' | 'eve', string>;

/** A browser in which somebody was this person. @returns its cookie */
async function deviceOf(personId: string, name: string): Promise<string> {
  const { store } = office.open.room().parts;
  const answer = await fetch(`${office.open.url}/api/device`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const deviceId = createIdentity(await store.secrets.ensure({ name: 'identity' })).readDevice(cookie) ?? '';
  await store.persons.save({ personId, deviceHash: hashDevice(deviceId), name, trade: '', appearance: '', seenMs: Date.now() });
  return cookie;
}

const recordings = () => office.open.room().parts.recordings;
const get = (cookie = '', path = `/t/${talk}`) =>
  fetch(office.open.url + path, { headers: { 'accept-language': 'en', cookie }, redirect: 'manual' });
const leave = (cookie: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${office.open.url}/t/${talk}/leave?lang=en`, {
    ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
    headers: { origin: office.open.url, cookie, ...headers },
  });
const isReady = () => eventually('it is made', () => recordings().stateOf(talk) === 'ready', 30_000);

beforeAll(async () => {
  cookies = { lea: await deviceOf(LEA, 'Lea'), ada: await deviceOf(ADA, 'Ada'), eve: await deviceOf(EVE, 'Eve') };
});
beforeEach(async () => {
  const leader = await startTalk(office);
  talk = leader.world.auditorium.stage.peek()?.talk ?? '';
  await granted(leader, 'record', { on: true });
  await until(() => leader.world.auditorium.recording.peek()?.view.state === 'on', 'it is on');
  // whoever comes in here has no browser, so those who have one are put into it
  recordings().consent(talk, { by: leader.id, agreed: [], people: [LEA, ADA] });
  await granted(leader, 'endTalk', {});
  await until(() => leader.world.auditorium.stage.peek() === undefined, 'the talk is over');
});
afterEach(async () => {
  vi.useRealTimers();
  endTalks(office);
  await setDoorQuietly(office, 'open');
});

it('[T129] the page says that the recording is being prepared until it is there', async () => {
  expect(recordings().stateOf(talk)).toBe('finishing');
  const coming = await get();
  expect(await coming.text()).toContain('The recording is being prepared.');
  expect(coming.headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'");
  await isReady();
  const ready = await (await get()).text();
  expect(ready).toContain(`src="/t/${talk}/replay.webm"`);
  expect(ready).not.toContain('being prepared');
});

it('[T130] whoever is in it takes themselves out from the page, once and for all; it is made anew without them', async () => {
  await isReady();
  const page = await (await get(cookies.ada)).text();
  expect(page).toContain(`name="person" value="${ADA}"`);
  expect(page).not.toContain(LEA);
  for (const cookie of ['', cookies.eve]) expect(await (await get(cookie)).text()).not.toContain('name="person"');

  const out = await leave(cookies.ada, { person: ADA });
  expect([out.status, (await out.text()).includes('You are out')]).toEqual([200, true]);
  expect((await get('', `/t/${talk}/replay.mp3`)).status).toBe(404);
  const again = await (await get(cookies.ada)).text();
  expect(again).toContain('The recording is being prepared.');
  expect(again).not.toContain('name="person"');
  // a form that is sent twice
  expect((await leave(cookies.ada, { person: ADA })).status).toBe(200);
  await isReady();
  expect(recordings().isIn(talk, ADA)).toBe(false);
  expect(recordings().isIn(talk, LEA)).toBe(true);
});

it('[T130] nobody takes out somebody else, without their browser or from another site', async () => {
  await isReady();
  const [name, value] = cookies.ada.split('=') as [string, string];
  const forged = `${name}=${value.slice(0, -2)}${value.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const cookie of ['', cookies.eve, cookies.lea, forged]) expect((await leave(cookie, { person: ADA })).status).toBe(404);
  expect((await leave(cookies.eve, { person: EVE })).status).toBe(404);
  expect((await leave(cookies.ada, {})).status).toBe(400);
  expect((await leave(cookies.ada, { person: ADA }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(recordings().stateOf(talk)).toBe('ready');
  expect(recordings().isIn(talk, ADA)).toBe(true);
});

it('[T130] after seven days nobody is taken out any more, and the page does not offer it', async () => {
  await isReady();
  vi.useFakeTimers({ now: Date.now() + 7 * DAY_MS + 60_000, toFake: ['Date'] });
  expect(await (await get(cookies.ada)).text()).not.toContain('name="person"');
  const late = await leave(cookies.ada, { person: ADA });
  expect([late.status, (await late.text()).includes('Too late')]).toEqual([409, true]);
  expect(recordings().stateOf(talk)).toBe('ready');
});

it('[T131] whom the door shuts out of the page can still take themselves out of the recording, and reads nothing else', async () => {
  await isReady();
  await setDoorQuietly(office, 'password', 'correct horse');
  const shut = await get(cookies.ada);
  const text = await shut.text();
  expect([shut.status, text.includes(`value="${ADA}"`), text.includes('Rivers')]).toEqual([404, true, false]);
  expect((await get(cookies.eve)).status).toBe(404);
  const out = await leave(cookies.ada, { person: ADA });
  expect([out.status, (await out.text()).includes('Back to the talk')]).toEqual([200, false]);
  expect(recordings().isIn(talk, ADA)).toBe(false);
});
