import type { Ask } from '@comptoir/shared/protocol/requests';
import { beforeEach, expect, test } from 'vitest';
import { enterAs, granted, refusalOf, setDoorQuietly } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ PUBLIC_URL: '' });
const HOUR_MS = 3_600_000;

/** In UTC, so that it is so many ms from now whatever the zone of this machine. */
const startIn = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(0, 16);
const planOf = (more: Partial<Ask<'planAppointment'>> = {}): Ask<'planAppointment'> => ({
  ...{ title: 'Apéro des freelances', theme: 'Dire bonjour', start: startIn(2 * HOUR_MS), zone: 'UTC', minutes: 60 },
  ...{ repeat: { kind: 'weekly', every: 1 }, until: null, place: null },
  ...more,
});

let host: Inside;
beforeEach(async () => {
  await setDoorQuietly(office, 'open');
  host = await enterAs(office, 'host', 'Lou');
});

async function plan(more: Partial<Ask<'planAppointment'>> = {}): Promise<{ id: string; day: string }> {
  const { appointment } = await granted(host, 'planAppointment', planOf(more));
  const { next } = await granted(host, 'appointments', {});
  return { id: appointment, day: next.find(({ id }) => id === appointment)?.occurrence ?? '' };
}
const clear = async (id: string): Promise<unknown> =>
  granted(host, 'cancelAppointment', { appointment: id, occurrence: null, cancelled: true });
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(office.open.url + path, { headers, redirect: 'manual' });
const answer = (path: string, body: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(office.open.url + path, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(body) },
    headers: { origin: office.open.url, ...headers },
  });

test('[E3] only hosts plan, change and cancel; everybody inside is told within a second, and says that they come', async () => {
  const ada = await office.enter('Ada');
  expect(await refusalOf(ada, 'planAppointment', planOf())).toBe('notAllowed');
  expect(await refusalOf(host, 'planAppointment', planOf({ place: 'no-such-area' }))).toBe('notThere');
  const { id, day } = await plan();
  await until(() => ada.world.agenda.soonest.peek()?.id === id, 'Ada is told');
  expect(ada.world.agenda.soonest.peek()).toMatchObject({ title: 'Apéro des freelances', count: 0, mine: false, place: null });
  expect(await refusalOf(ada, 'changeAppointment', { ...planOf(), appointment: id })).toBe('notAllowed');
  expect(await refusalOf(ada, 'cancelAppointment', { appointment: id, occurrence: null, cancelled: true })).toBe('notAllowed');

  expect(await granted(ada, 'coming', { appointment: id, occurrence: day, coming: true })).toMatchObject({ count: 1 });
  expect(await granted(ada, 'coming', { appointment: id, occurrence: day, coming: true })).toMatchObject({ count: 1 });
  await until(() => host.world.agenda.soonest.peek()?.count === 1, 'the host is told how many');
  expect(host.world.agenda.soonest.peek()?.mine).toBe(false);
  expect(ada.world.agenda.soonest.peek()?.mine).toBe(true);
  // how many, never who
  const { next } = await granted(host, 'appointments', {});
  expect(JSON.stringify(next)).not.toContain(ada.id);

  // a change keeps who comes, and whoever comes in later is told at once
  await granted(host, 'changeAppointment', { ...planOf({ title: 'Apéro', place: 'lounge' }), appointment: id });
  await until(() => ada.world.agenda.soonest.peek()?.title === 'Apéro', 'the change is told');
  const bob = await office.enter('Bob');
  await until(() => bob.world.agenda.soonest.peek()?.count === 1, 'Bob is told at entry');
  await granted(ada, 'coming', { appointment: id, occurrence: day, coming: false });
  await until(() => bob.world.agenda.soonest.peek()?.count === 0, 'and that one comes no more');

  // one occurrence can be cancelled, and planned again
  await granted(host, 'cancelAppointment', { appointment: id, occurrence: day, cancelled: true });
  await until(() => bob.world.agenda.soonest.peek()?.occurrence !== day, 'this one is not');
  expect(await refusalOf(ada, 'coming', { appointment: id, occurrence: day, coming: true })).toBe('notThere');
  await granted(host, 'cancelAppointment', { appointment: id, occurrence: day, cancelled: false });
  await until(() => bob.world.agenda.soonest.peek()?.occurrence === day, 'it is again');
  await clear(id);
  await until(() => bob.world.agenda.soonest.peek() === undefined, 'all of it is cancelled');
  // what hosts did is written down
  expect((await actsOf(host)).slice(0, 5)).toEqual([
    'Lou · cancelAppointment · Apéro',
    `Lou · planAppointment · Apéro · ${day}`,
    `Lou · cancelAppointment · Apéro · ${day}`,
    'Lou · changeAppointment · Apéro',
    'Lou · planAppointment · Apéro des freelances',
  ]);
});

test('[E10] the machine steams for everybody while a meeting is about to begin', async () => {
  const ada = await office.enter('Ada');
  const { id } = await plan({ start: startIn(5 * 60_000) });
  await until(() => ada.world.agenda.steaming.peek().size === 1, 'steam rises');
  const machine = ada.world.ground.peek().map.things.find(({ use }) => use === 'coffee');
  expect([...ada.world.agenda.steaming.peek()]).toEqual([machine?.id]);
  await clear(id);
  await until(() => ada.world.agenda.steaming.peek().size === 0, 'no steam');
});

test('[E7] the page is read by everybody while the office is open, and by its key alone otherwise', async () => {
  const { id } = await plan({ title: '<script>alert(1)</script>', theme: '"><img src=x onerror=alert(1)>\nzwei', place: 'lounge' });
  await expect
    .poll(async () => ((await (await get('/api/offices/office')).json()) as { next?: unknown }).next)
    .toMatchObject({ id, count: 0 });
  const page = await get(`/e/${id}`, { 'accept-language': 'fr' });
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'self'/);
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/);
  expect(html).toContain(`property="og:image" content="${office.open.url}/share.png"`);
  expect(html).toContain('Salon');
  expect(html).toMatch(/<time datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:00Z">/);
  expect(await (await get(`/e/${id}?lang=en`, { 'accept-language': 'fr' })).text()).toContain('Lounge');
  expect((await get('/e/page.css')).headers.get('content-type')).toContain('text/css');
  expect((await get(`/e/${id.split('').reverse().join('')}`)).status).toBe(404);

  await setDoorQuietly(office, 'password', 'correct horse');
  expect(((await (await get('/api/offices/office')).json()) as { next?: unknown }).next).toBeUndefined();
  const { key } = await granted(host, 'appointments', {});
  expect(key).toMatch(/^[\w-]{22}$/);
  for (const path of [`/e/${id}`, `/e/${id}.ics`, '/o/office/agenda.ics', `/api/appointments/${id}`]) {
    expect((await get(path)).status, path).toBe(404);
    expect((await get(`${path}?key=${'A'.repeat(22)}`)).status, path).toBe(404);
    expect((await get(`${path}?key=${key}`)).status, path).toBe(200);
  }
  expect((await answer(`/e/${id}/coming`, { occurrence: '2026-01-01', coming: 'yes' })).status).toBe(404);
  // links lead on with the key, and so do calendars
  expect(await (await get(`/e/${id}?key=${key}`)).text()).toContain(`/o/office?at=${id}&amp;key=${key}`);
  expect((await (await get(`/e/${id}.ics?key=${key}`)).text()).replaceAll('\r\n ', '')).toContain(`/o/office?at=${id}&key=${key}`);
  await until(() => host.world.agenda.key.peek() === key, 'the host has the key for links to others');
  // a visitor gets no key, and whoever may be in one place only hears of what is there
  const listFor = (confinedTo: string | undefined) => {
    const answer = office.open.room().agenda.list({ personId: 'x', name: 'x', rank: 'visitor', who: 'x', confinedTo });
    if ('refused' in answer) throw new Error(answer.refused);
    return answer;
  };
  expect(listFor(undefined).key).toBeNull();
  expect(listFor('meeting-1')).toMatchObject({ next: [], planned: [] });
  expect(listFor('lounge').planned).toMatchObject([{ id }]);

  // a host gives out another key: what others have shows nothing any more, after a restart too
  expect(await host.connection.request('renewAgendaKey', {})).toEqual({ ok: true });
  const { key: fresh } = await granted(host, 'appointments', {});
  expect(fresh).toMatch(/^[\w-]{22}$/);
  const feedWith = async (given: string | null) => (await get(`/o/office/agenda.ics?key=${given}`)).status;
  expect([await feedWith(key), await feedWith(fresh)]).toEqual([404, 200]);
  await until(() => host.world.agenda.key.peek() === fresh, 'the host has the new one');
  await office.open.room().agenda.restore();
  expect([await feedWith(key), await feedWith(fresh)]).toEqual([404, 200]);
  await clear(id);
});

test('[E8] who comes says so on the page without a script: once per browser, from our own page only, not for what is over', async () => {
  const { id, day } = await plan({ start: startIn(3 * HOUR_MS) });
  const said = await answer(`/e/${id}/coming?lang=fr`, { occurrence: day, coming: 'yes' });
  expect([said.status, said.headers.get('location')]).toEqual([303, `/e/${id}?lang=fr`]);
  const cookie = said.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(said.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/i);
  await answer(`/e/${id}/coming`, { occurrence: day, coming: 'yes' }, { cookie });
  await until(() => host.world.agenda.soonest.peek()?.count === 1, 'counted once');
  const mine = await (await get(`/e/${id}?lang=en`, { cookie })).text();
  expect(mine).toContain('You are coming.');
  expect(mine).toContain('1 person is coming.');
  expect(await (await get(`/e/${id}?lang=en`)).text()).not.toContain('You are coming.');
  // of other sites, of nobody's form, of another day, and of what is no answer
  const body = { occurrence: day, coming: 'yes' };
  expect((await answer(`/e/${id}/coming`, body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await fetch(`${office.open.url}/e/${id}/coming`, { method: 'POST', body: new URLSearchParams(body) })).status).toBe(403);
  expect((await answer(`/e/${id}/coming`, { ...body, occurrence: '2020-01-01' })).status).toBe(409);
  expect((await answer(`/e/${id}/coming`, { ...body, coming: 'perhaps' })).status).toBe(400);
  await answer(`/e/${id}/coming`, { ...body, coming: 'no' }, { cookie });
  await until(() => host.world.agenda.soonest.peek()?.count === 0, 'taken back');
  // a script without cookies is a new browser each time: its network is stopped
  const statuses: number[] = [];
  for (let i = 0; i < 70; i++) statuses.push((await answer(`/e/${id}/coming`, body)).status);
  expect(statuses).toContain(429);
  expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(60);
  await clear(id);
});

test('[E6] the feed follows what is planned, changed and cancelled: same identity, higher sequence', async () => {
  const { id, day } = await plan({ title: 'Mercredi data' });
  const eventIn = async (): Promise<string> => {
    const feed = await get('/o/office/agenda.ics');
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await feed.text()).replaceAll('\r\n ', '');
    return text.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${id}@comptoir`)) ?? '';
  };
  expect(await eventIn()).toMatch(/SEQUENCE:0\r\n.*SUMMARY:Mercredi data\r\n.*STATUS:CONFIRMED/s);
  await granted(host, 'changeAppointment', { ...planOf({ title: 'Jeudi data', place: 'lounge' }), appointment: id });
  expect(await eventIn()).toMatch(/SEQUENCE:1\r\n.*SUMMARY:Jeudi data\r\nLOCATION:Lounge · .*STATUS:CONFIRMED/s);
  await granted(host, 'cancelAppointment', { appointment: id, occurrence: day, cancelled: true });
  expect(await eventIn()).toMatch(new RegExp(`SEQUENCE:2\r\n.*EXDATE:${day.replaceAll('-', '')}T`, 's'));
  await clear(id);
  expect(await eventIn()).toMatch(/SEQUENCE:3\r\n.*STATUS:CANCELLED/s);
  const file = await get(`/e/${id}.ics`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="jeudi-data.ics"');
});

test('[E5] meetings and who comes outlive a restart', async () => {
  const { id, day } = await plan();
  await granted(host, 'coming', { appointment: id, occurrence: day, coming: true });
  const room = office.open.room();
  await room.parts.store.flush();
  await room.agenda.restore();
  expect(room.agenda.nextOfOne(id, 1, host.id)).toMatchObject([{ occurrence: day, count: 1, mine: true }]);
  await clear(id);
});
