// The rights of people over a real server: all that is known of somebody is given to them and to nobody else, and when they are erased no byte of it is left.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SentFiles } from '@comptoir/server/files/SentFiles';
import type { ErasingParts } from '@comptoir/server/room/erasePerson';
import { hearNews } from '@comptoir/server/room/hearNews';
import { eraseDue, scrub } from '@comptoir/server/room/keepHouse';
import { EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import { tuning } from '@comptoir/shared/tuning';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { Browser } from '../support/Browser.ts';
import { until } from '../support/enterOffice.ts';
import { onRecords } from '../support/onRecords.ts';
import { useOffice } from '../support/useOffice.ts';
import { enterWriting, OFFICE, to, type Writer } from '../support/writing.ts';

const office = useOffice({ TRUST_PROXY: '1' });
const DAY_MS = 86_400_000;
const EXPORT = '/api/account/export';
const store = () => office.open.room().parts.store;
const exportOf = (ticket: string): Promise<Response> =>
  fetch(`${office.open.url}${EXPORT}`, { headers: { authorization: `Bearer ${ticket}` } });

async function unpacked(answer: Response): Promise<{ me: Record<string, never>; names: string[]; files: Record<string, Uint8Array> }> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return { me: JSON.parse(strFromU8(files['me.json'] ?? new Uint8Array())), names: Object.keys(files), files };
}
async function sendPicture(who: Writer, name: string, cookie = ''): Promise<{ id: string; bytes: Buffer }> {
  const bytes = PNG.sync.write(new PNG({ width: 3, height: 2 }));
  const headers = { authorization: `Bearer ${who.ticket}`, 'x-file-name': encodeURIComponent(name), 'content-type': 'image/png', cookie };
  const answer = await fetch(`${office.open.url}/api/files`, { method: 'POST', headers, body: bytes as unknown as BodyInit });
  return { id: ((await answer.json()) as { id: string }).id, bytes };
}
/** Where in the data folder these bytes are. */
function findBytes(mark: string, folder = office.open.dataDir): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (path.includes(mark)) return [path];
    return statSync(path).isDirectory() ? findBytes(mark, path) : readFileSync(path).includes(mark) ? [path] : [];
  });
}
const erase = (who: Browser, ticket: string) => who.post('/api/account/erasure', { ticket });
const newBrowser = (): Browser => new Browser(office.open.url, { address: `198.51.100.${Math.floor(Math.random() * 250)}` });
/** As app.ts gives it to the job of every hour. */
function erasingParts(): ErasingParts & { store: ReturnType<typeof store> } {
  const { recordings, keptSlides, removeTalkFiles } = office.open.room().parts;
  const rooms = new Map([['office', office.open.room()]]);
  return { rooms, store: store(), files: new SentFiles(office.open.dataDir), recordings, keptSlides, removeTalkFiles };
}

it('[P120] a guest is given all that is known of them, opened, with what they sent; twice an hour, and to nobody else', async () => {
  const [ada, bob] = [await enterWriting(office, 'Ada'), await enterWriting(office, 'Bob')];
  const picture = await sendPicture(ada, 'a/b: plan?.png');
  await ada.say('to all', OFFICE, { files: [picture.id] });
  await ada.say('for you alone', to(bob));
  await bob.say('and for you', to(ada));
  await bob.say('not hers', OFFICE);
  await ada.granted('saveCard', { card: { ...EMPTY_CARD, doing: 'sealed engines' } });
  await ada.granted('block', { personId: bob.id, blocked: true });
  await ada.granted('report', { personId: bob.id, text: 'too loud' });
  await store().flush();

  const { me, names, files } = await unpacked(await exportOf(ada.ticket));
  expect(me).toMatchObject({
    ...{ format: 'comptoir-export', version: 1, person: { id: ada.id, name: 'Ada', rank: 'visitor' }, account: null },
    ...{ card: { card: { doing: 'sealed engines' } }, blocked: [{ id: bob.id }], reports: [{ about: 'Bob', text: 'too loud' }] },
    ...{ insideNow: [{ office: 'office' }], places: [{ office: 'office' }] },
  });
  const { lines, files: sent } = me as unknown as { lines: { text: string }[]; files: { path: string; bytes: number }[] };
  expect(lines.map(({ text }) => text)).toEqual(['to all', 'for you alone', 'and for you']);
  expect(names).toEqual(['me.json', 'files/0001 b_ plan_.png']);
  expect(sent).toMatchObject([{ path: names[1], bytes: picture.bytes.length }]);
  expect(Buffer.from(files[names[1] ?? ''] ?? []).equals(picture.bytes)).toBe(true);

  // whoever else asks has another ticket, and gets what is theirs
  const his = await unpacked(await exportOf(bob.ticket));
  expect(JSON.stringify(his.me)).not.toContain('sealed engines');
  expect(JSON.stringify(his.me)).not.toContain('too loud');
  expect(his.names).toEqual(['me.json']);
  for (const ticket of ['forged', `${ada.id}.${'A'.repeat(43)}`, `${ada.ticket}x`]) expect((await exportOf(ticket)).status).toBe(403);
  expect((await fetch(`${office.open.url}${EXPORT}`)).status).toBe(403);
  expect((await exportOf(ada.ticket)).status).toBe(200);
  const third = await exportOf(ada.ticket);
  expect([third.status, ((await third.json()) as { code: string }).code]).toEqual([429, 'tooMany']);
});

it('[P123] [P121] of a guest who is erased no byte is left, in the database and on the disk; others keep what is theirs', async () => {
  const device = newBrowser();
  await device.device();
  const ada = await enterWriting(office, 'Zazie-of-the-Marks', { cookie: device.cookie });
  const bob = await enterWriting(office, 'Bob');
  const ticket = ada.ticket;
  const picture = await sendPicture(ada, 'zazie-plan.png', device.cookie);
  for (let n = 0; n < 4; n++) await ada.say(`zazie-says-${n} ${'x'.repeat(n * 300)}`, OFFICE, n === 0 ? { files: [picture.id] } : {});
  await ada.say('zazie-whispers', to(bob));
  const kept = await bob.say('what Bob wrote', to(ada));
  const quoting = await bob.say('yes', OFFICE, { replyTo: (await ada.say('zazie-asks', OFFICE)).id });
  await ada.granted('saveCard', { card: { ...EMPTY_CARD, doing: 'zazie-engines' } });
  await store().persons.setRank({ personId: ada.id, rank: 'member' });
  office.open.room().rankChanged(ada.id, 'member');
  await ada.granted('openTopic', { title: 'A topic', about: '', area: null });
  await ada.granted('invite', { rank: 'visitor', area: null, label: 'zazie-friend', quota: null, days: null });
  await store().met.add({ ...(ada.id < bob.id ? { oneId: ada.id, otherId: bob.id } : { oneId: bob.id, otherId: ada.id }), atMs: 1 });
  await store().flush();
  expect(findBytes('Zazie-of-the-Marks').length).toBeGreaterThan(0);
  expect(findBytes(ada.id).length).toBeGreaterThan(0);

  // by their own browser only
  expect((await erase(newBrowser(), ticket)).status).toBe(403);
  const answer = await erase(device, ticket);
  expect([answer.status, answer.body]).toEqual([200, { erased: true }]);
  await until(() => !office.ids().includes(ada.id), 'they are out');
  await until(() => bob.told('erased').length > 0, 'their lines are gone from the page of others');
  expect((await device.device()).persons).toEqual([]);
  expect((await exportOf(ticket)).status).toBe(403);
  expect((await erase(device, ticket)).status).toBe(403);

  await scrub(store(), 12);
  for (const mark of ['Zazie', 'zazie', ada.id, picture.id]) expect(findBytes(mark), mark).toEqual([]);
  const page = await bob.granted('history', { of: OFFICE } as never);
  expect(JSON.stringify(page)).toContain(quoting.id);
  expect(onRecords(office.open.dataDir, 'select "lineId" from lines where "lineId" = ?', kept.id)).toHaveLength(1);
});

it('[P122] an account is erased when its grace is over, not before, and goes on after a crash; a guest whom nobody has seen for long, too', async () => {
  const nowMs = Date.now();
  const save = (personId: string, name: string, seenMs = nowMs) =>
    store().persons.save({ personId, deviceHash: personId, name, trade: '', appearance: '', seenMs });
  await Promise.all([save('grace', 'Grace of the marks'), save('due', 'Due of the marks'), save('half', 'Half of the marks')]);
  await save('lapsed', 'Lapsed of the marks', nowMs - (tuning.guestKeptDays + 1) * DAY_MS);
  for (const [personId, erasesAtMs] of [
    ['grace', nowMs + DAY_MS],
    ['due', nowMs - 1],
  ] as const) {
    const session = {
      sessionId: personId,
      accountId: `${personId}-account`,
      deviceHash: personId,
      tokenHash: personId,
      browser: '',
      system: '',
    };
    const email = `${personId}@marks.example.org`;
    await store().accounts.create({ personId, accountId: session.accountId, email, nowMs, session: { ...session, begunMs: nowMs } });
    await store().accounts.markDeleted({ accountId: session.accountId, erasesAtMs });
  }
  // as a server that was killed leaves it
  await store().erasures.begin({ erasureId: 'half', personId: 'half', askedMs: nowMs });
  await eraseDue(erasingParts(), { office: 30, topic: 30, person: 30 }, nowMs);
  await scrub(store(), 12);
  for (const gone of ['Due of the marks', 'due@marks', 'Half of the marks', 'Lapsed of the marks'])
    expect(findBytes(gone), gone).toEqual([]);
  expect(findBytes('Grace of the marks')).not.toEqual([]);
  expect(await store().accounts.ofEmail({ email: 'grace@marks.example.org' })).toMatchObject({ personId: 'grace' });
});

it('[P121] an office of another process puts them out, and forgets what they wrote, as it hears of it', async () => {
  const [ada, bob] = [await enterWriting(office, 'Ada'), await enterWriting(office, 'Bob')];
  const line = await ada.say('soon gone', OFFICE);
  hearNews([office.open.room()], { kind: 'erased', personId: ada.id, lines: [line.id], who: [ada.id] });
  expect(office.ids()).not.toContain(ada.id);
  await until(() => bob.told('erased').some(({ lines }) => lines.includes(line.id)), 'it is gone from the page of Bob');
});
