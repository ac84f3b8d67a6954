// Links that hosts and whoever runs the server hand out: for whom, how often, and what is written of it. No mail is sent here.
import { beforeAll, expect, it } from 'vitest';
import { Browser } from '../support/Browser.ts';
import { enterAs, granted, refusalOf } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { onRecords } from '../support/onRecords.ts';
import { runAdmin } from '../support/runAdmin.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
let browser: () => Browser;
beforeAll(() => {
  browser = () => new Browser(office.open.url);
});

const setRank = (personId: string, rank: string) =>
  onRecords(office.open.dataDir, 'update persons set rank = ? where personId = ?', rank, personId);

it('[P88] a host gives one to a member, who signs in once, anywhere, and is who they were', async () => {
  const host = await enterAs(office, 'host');
  const member = await enterAs(office, 'member', 'Ada');
  const { path, untilMs } = await granted(host, 'signInLink', { personId: member.id });
  expect(Math.round((untilMs - Date.now()) / 3_600_000)).toBe(24);
  const device = browser();
  expect((await device.account()).ways.email).toBe(false);
  expect((await device.get(path)).text).toContain('<h1>Ada</h1>');
  expect((await device.post(path)).headers.get('location')).toBe('/o/office?signed=in');
  expect((await device.account()).account).toMatchObject({ personId: member.id, name: 'Ada', rank: 'member', passkeys: [] });
  // whoever was her without being signed in is not any more
  await until(() => member.connection.phase.peek() !== 'online', 'her first device is out');
  expect((await browser().post(path)).status).toBe(410);
  expect((await actsOf(host))[0]).toBe('host · signInLink · Ada');
  // a second one, for who has an account already
  const again = await granted(host, 'signInLink', { personId: member.id });
  const second = browser();
  await second.post(again.path);
  expect((await second.account()).account?.sessions).toHaveLength(2);
});

it('[P88] nobody gets one for somebody of their own rank or above, for themself, or for nobody', async () => {
  const [host, other, admin] = [await enterAs(office, 'host'), await enterAs(office, 'host', 'Other'), await enterAs(office, 'admin')];
  for (const { id } of [other, admin]) expect(await refusalOf(host, 'signInLink', { personId: id })).toBe('aboveYou');
  expect(await refusalOf(host, 'signInLink', { personId: host.id })).toBe('invalid');
  expect(await refusalOf(host, 'signInLink', { personId: 'nobody' })).toBe('notHere');
  expect(await refusalOf(await enterAs(office, 'member'), 'signInLink', { personId: host.id })).toBe('notAllowed');
  await granted(admin, 'signInLink', { personId: host.id });
});

it('[P88] who was made a host since is not reached by it, and who is banned neither', async () => {
  const host = await enterAs(office, 'host');
  const guest = await office.enter('Bea');
  const { path } = await granted(host, 'signInLink', { personId: guest.id });
  setRank(guest.id, 'host');
  expect((await browser().post(path)).headers.get('location')).toBe('/o/office?signed=expired');
  setRank(guest.id, 'visitor');
  const next = await granted(host, 'signInLink', { personId: guest.id });
  await granted(host, 'ban', { personId: guest.id, reason: 'spam', hours: 1, network: false });
  const device = browser();
  expect((await device.post(next.path)).headers.get('location')).toBe('/o/office?signed=banned');
  expect((await device.account()).account).toBeNull();
});

it('[P88] `admin sign-in-link` gives one for anybody, by name or address, while the server runs', async () => {
  const host = await enterAs(office, 'host', 'Cleo');
  const made = await runAdmin(office.open.dataDir, 'sign-in-link', 'Cleo');
  expect(made.code).toBe(0);
  expect(made.text).toContain('Whoever opens it is Cleo, who has an account from then on; it works once');
  const link = new URL(made.text.split('\n')[0] ?? '').pathname;
  const device = browser();
  expect((await device.post(link)).headers.get('location')).toBe('/?signed=in');
  expect((await device.account()).account?.personId).toBe(host.id);
  onRecords(office.open.dataDir, 'update accounts set email = ? where personId = ?', 'cleo@example.org', host.id);
  expect((await runAdmin(office.open.dataDir, 'sign-in-link', 'Cleo@Example.org')).text).toContain(
    'Whoever opens it is Cleo; it works once',
  );
  expect(await runAdmin(office.open.dataDir, 'sign-in-link', 'nobody@example.org')).toEqual({
    code: 1,
    text: 'No account has the address nobody@example.org.\n',
  });
  expect((await runAdmin(office.open.dataDir, 'sign-in-link')).code).toBe(1);
});
