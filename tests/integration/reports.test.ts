// Reports: what goes with them, who sees them, and that whoever is reported learns nothing.
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { enterAs } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { meetAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const report = (who: Inside, personId: string, text: string) => who.connection.request('report', { personId, text });
const countOf = (host: Inside): number => host.world.hosting.openReports.peek();
async function reportsOf(host: Inside) {
  const answer = await host.connection.request('reports', {});
  return 'refused' in answer ? answer.refused : answer.list;
}

it('[P35] a report comes to the hosts with place and lines that both could read, and goes when one settles it', async () => {
  const hana = await enterAs(office, 'host', 'Hana');
  const ada = await office.enter('Ada');
  const eve = await joinWithSdk(office.open.url, { name: 'Eve' });
  const toldEve: string[] = [];
  eve.room.onMessage('*', (type) => toldEve.push(String(type)));
  const bob = await office.enter('Bob');
  await meetAt(37, 30, ada, bob);
  await bob.connection.request('say', { to: { kind: 'conversation' }, text: 'in the circle' });
  await eve.room.request('say', { to: { kind: 'person', id: ada.id }, text: 'psst' });
  await eve.room.request('say', { to: { kind: 'person', id: bob.id }, text: 'none of Ada' });
  const toldBefore = toldEve.length;

  expect(await report(ada, eve.welcome.personId, '  She writes \u202e to me  ')).toEqual({ ok: true });
  expect(await report(ada, bob.id, '')).toEqual({ ok: true });
  await until(() => countOf(hana) === 2, 'Hana is told');
  const [about, second] = await reportsOf(hana);
  expect(about).toMatchObject({ by: 'Ada', byId: ada.id, about: 'Eve', aboutId: eve.welcome.personId, text: 'She writes \ufffd to me' });
  expect(about).toMatchObject({ place: expect.any(String), lines: [{ name: 'Eve', text: 'psst', atMs: expect.any(Number) }] });
  expect(second).toMatchObject({ about: 'Bob', lines: [{ name: 'Bob', text: 'in the circle' }] });
  expect(toldEve.slice(toldBefore).filter((type) => type === 'openReports')).toEqual([]);
  const late = await enterAs(office, 'host', 'Late');
  await until(() => countOf(late) === 2, 'whoever becomes a host is told');

  if (typeof about !== 'object') throw new Error('no report');
  expect(await hana.connection.request('settleReport', { report: about.id })).toEqual({ ok: true });
  await until(() => countOf(hana) === 1 && countOf(late) === 1, 'one is left');
  expect(await late.connection.request('settleReport', { report: about.id })).toEqual({ refused: 'notThere' });
  expect((await actsOf(hana))[0]).toBe('Hana · settleReport · Eve');
  await eve.room.leave();
});

it('[P35] a report about a host is seen by others than them, and settled by others', async () => {
  const [hana, ivo, ada] = [await enterAs(office, 'host', 'Hana'), await enterAs(office, 'admin', 'Ivo'), await office.enter('Ada')];
  const before = countOf(hana);
  await until(() => countOf(ivo) === before, 'both know of as many');
  await report(ada, hana.id, 'she mutes everybody');
  await until(() => countOf(ivo) === before + 1, 'Ivo is told');
  expect(countOf(hana)).toBe(before);
  expect((await reportsOf(hana)).length).toBe(before);
  const list = await reportsOf(ivo);
  const id = typeof list === 'string' ? '' : (list.at(-1)?.id ?? '');
  expect(await hana.connection.request('settleReport', { report: id })).toEqual({ refused: 'notThere' });
  expect(await ivo.connection.request('settleReport', { report: id })).toEqual({ ok: true });
});

it('[P35] anybody reports, also who has left, at most five times an hour; nobody else reads reports', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  const { id } = bob;
  expect(await report(ada, ada.id, '')).toEqual({ refused: 'invalid' });
  expect(await report(ada, 'nobody', '')).toEqual({ refused: 'notHere' });
  expect(await report(ada, id, 'x'.repeat(tuning.reportLength + 1))).toEqual({ refused: 'textTooLong' });
  bob.leave();
  await until(() => !office.ids().includes(id), 'Bob has left');
  const answers = await Promise.all(Array.from({ length: tuning.reportsPerHour + 1 }, () => report(ada, id, 'again')));
  expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(tuning.reportsPerHour);
  expect(answers).toContainEqual({ refused: 'tooMany' });
  expect(await reportsOf(ada)).toBe('notAllowed');
  expect(await ada.connection.request('settleReport', { report: 'x' })).toEqual({ refused: 'notAllowed' });
});
