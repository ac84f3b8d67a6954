// The page of a talk over HTTP, with real clients: who reads it, answers the day after, and that a shut door shows nothing.
import { afterEach, expect, it, vi } from 'vitest';
import { enterAs, granted, setDoor, setDoorQuietly } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ OFFICE_TIMEZONE: 'Europe/Paris' }, HALL_MAPS);
afterEach(async () => {
  vi.useRealTimers();
  endTalks(office);
  await setDoorQuietly(office, 'open');
});

const DAY_MS = 86_400_000;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(office.open.url + path, { headers: { 'accept-language': 'en', ...headers }, redirect: 'manual' });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(office.open.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: office.open.url, ...headers },
    redirect: 'manual',
  });
const pageOf = async (talk: string, query = ''): Promise<string> => (await get(`/t/${talk}${query}`)).text();

/** A talk with a question that was asked without a name, and one of Nina's. @returns its id */
async function talkThatWas(): Promise<{ talk: string; lea: Inside; bob: Inside; named: string }> {
  const lea = await startTalk(office, 'Lea', 'Rivers & stones');
  const [bob, nina] = (await enterHall(office, 'Bob Unmistakable', 'Nina')) as [Inside, Inside];
  await granted(lea, 'changeTalk', { anonymous: true });
  await granted(bob, 'askQuestion', { text: 'Is it <true>?', anonymous: true });
  const { question: named } = await granted(nina, 'askQuestion', { text: 'How deep?', anonymous: false });
  await granted(lea, 'markChapter', { title: 'Springs' });
  const talk = lea.world.auditorium.stage.peek()?.talk ?? '';
  const onNow = await get(`/t/${talk}`);
  expect([onNow.status, (await onNow.text()).includes('This talk is on now')]).toEqual([404, true]);
  await granted(lea, 'endTalk', {});
  await until(() => lea.world.auditorium.stage.peek() === undefined, 'the talk is over');
  return { talk, lea, bob, named };
}

it('[T90][T82] stands for everybody while the door is open, and tells nobody who asked without a name', async () => {
  const { talk, bob } = await talkThatWas();
  const answer = await get(`/t/${talk}`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await answer.text();
  for (const words of ['Rivers &amp; stones', 'Is it &lt;true&gt;?', 'Without a name', '<b>Nina</b>', 'Springs', 'With <b>Lea</b>'])
    expect(page).toContain(words);
  for (const file of ['', '/notes.md', '/chapters.json', '/chapters.txt', '/chapters.vtt', '/notes.vtt']) {
    const sent = await get(`/t/${talk}${file}`);
    expect([file, sent.status]).toEqual([file, 200]);
    const text = await sent.text();
    for (const secret of ['Unmistakable', bob.id]) expect(text).not.toContain(secret);
  }
  expect((await get(`/t/${talk}/slides/nothing`)).status).toBe(404);
  expect((await get(`/t/${talk}/slides/..%2F..%2Fcomptoir.db`)).status).toBe(404);
  expect(await pageOf(talk, '?lang=fr')).toContain('<h2 id="questions">Questions</h2>');
  const gone = await get('/t/nobody');
  expect([gone.status, (await gone.text()).includes('No talk here')]).toEqual([404, true]);
});

it('[T89] an answer and a question of the next day say so; other sites and empty words are refused', async () => {
  const { talk, lea, named } = await talkThatWas();
  vi.useFakeTimers({ now: Date.now() + DAY_MS, toFake: ['Date'] });
  const answered = await post(`/t/${talk}/write?lang=en`, { question: named, text: 'Very <b>deep</b>.\nReally.', name: ' Olga ' });
  expect([answered.status, answered.headers.get('location')]).toEqual([303, `/t/${talk}?lang=en#questions`]);
  await post(`/t/${talk}/write`, { question: '', text: 'And today?', name: 'Pia' });
  const page = await pageOf(talk);
  expect(page).toMatch(
    /Very &lt;b&gt;deep&lt;\/b&gt;\.<br>Really\.<\/p><p class="by"><b>Olga<\/b> <span class="later">After the live talk · <time/,
  );
  expect(page.indexOf('Very &lt;b')).toBeGreaterThan(page.indexOf('How deep?'));
  expect(page).toContain('And today?');
  const { written } = (await granted(lea, 'pastTalk', { talk })).talk;
  const today = written.find(({ text }) => text === 'And today?')?.id ?? '';
  expect((await post(`/t/${talk}/write`, { question: today, text: 'Yes.', name: 'Olga' })).status).toBe(303);

  const fields = { question: named, text: 'Hm', name: 'Eve' };
  expect((await post(`/t/${talk}/write`, fields, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await post(`/t/${talk}/write`, { ...fields, question: 'nothing' })).status).toBe(409);
  expect((await post(`/t/${talk}/write`, { ...fields, text: ' \u200b ' })).status).toBe(400);
  expect((await post(`/t/${talk}/write`, { ...fields, text: 'x'.repeat(1001) })).status).toBe(400);
  expect((await post(`/t/${talk}/write`, { ...fields, name: '' })).status).toBe(400);

  // taken away with its answers
  await granted(lea, 'removeFromTalk', { talk, what: 'question', id: today });
  const olgas = written.find(({ id }) => id === named)?.answers[0]?.id ?? '';
  await granted(lea, 'removeFromTalk', { talk, what: 'answer', id: olgas });
  const after = await pageOf(talk);
  for (const words of ['And today?', 'Yes.', 'Very &lt;b']) expect(after).not.toContain(words);
  expect(after).toContain('How deep?');
});

it('[T85] behind a shut door it is there by the key or for a device that was let in, and for nobody else', async () => {
  const { talk, named } = await talkThatWas();
  const host = await enterAs(office, 'host');
  await setDoor(host, 'link');
  for (const path of [`/t/${talk}`, `/t/${talk}?key=wrong`, `/t/${talk}/notes.md`, `/t/${talk}/chapters.json`])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  expect((await post(`/t/${talk}/write`, { question: named, text: 'Hm', name: 'Eve' })).status).toBe(404);
  const page = (await granted(host, 'pastTalks', {})).list.find((one) => one.talk === talk)?.page ?? '';
  expect(page).toContain('?key=');
  const shown = await get(page);
  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain(`${page.replace(/^[^?]+/, '')}`);

  // a browser from which somebody was let in
  const { store, officeId } = office.open.room().parts;
  const device = (
    await fetch(`${office.open.url}/api/device`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  ).headers;
  const cookie = device.get('set-cookie')?.split(';')[0] ?? '';
  expect((await get(`/t/${talk}`, { cookie })).status).toBe(404);
  const { hashDevice, createIdentity } = await import('@comptoir/server/ops/identity');
  const deviceId = createIdentity(await store.secrets.ensure({ name: 'identity' })).readDevice(cookie) ?? '';
  await store.persons.save({
    ...{ personId: 'olga', deviceHash: hashDevice(deviceId), name: 'Olga', trade: '' },
    ...{ appearance: '', seenMs: Date.now() },
  });
  await store.passes.grant({
    ...{ personId: 'olga', office: officeId, via: 'link', invitationId: undefined, area: undefined },
    ...{ grantedMs: Date.now(), expiresMs: undefined },
  });
  const known = await get(`/t/${talk}`, { cookie });
  expect(known.status).toBe(200);
  const read = await known.text();
  expect(read).toContain('value="Olga"');
  // the key opens the whole agenda, to whoever has it
  expect(read).not.toContain('key=');
  const answered = await post(`/t/${talk}/write?key=wrong`, { question: named, text: 'Hm', name: 'Olga' }, { cookie });
  expect([answered.status, answered.headers.get('location')?.includes('key=')]).toEqual([303, false]);
});

it('[T85] what is too old is deleted with its answers; what is kept stays', async () => {
  const { talk, named } = await talkThatWas();
  const { talk: kept, lea } = await talkThatWas();
  await granted(lea, 'editTalk', { talk: kept, kept: true });
  const { store } = office.open.room().parts;
  await store.talks.answer({ answerId: 'a', talkId: talk, questionId: named, text: 'Deep', name: 'Olga', who: 'x', atMs: Date.now() });
  vi.useFakeTimers({ now: Date.now() + 91 * DAY_MS, toFake: ['Date'] });
  office.open.room().auditorium.records.shelf.forgetOld();
  await expect.poll(() => store.talks.find({ talkId: talk })).toBeUndefined();
  expect(await store.talks.answersTo({ talkId: talk })).toEqual([]);
  expect((await get(`/t/${talk}`)).status).toBe(404);
  expect((await get(`/t/${kept}`)).status).toBe(200);
});

it('[T89] whoever writes too much is told to wait', async () => {
  const { talk, named } = await talkThatWas();
  const statuses = [];
  for (let n = 0; n < 14; n++) statuses.push((await post(`/t/${talk}/write`, { question: named, text: 'Hm', name: 'Eve' })).status);
  expect(statuses.at(-1)).toBe(429);
});
