// What is over is deleted by itself, on a real server whose clock is put forward.
import { dropOld } from '@comptoir/server/room/keepHouse';
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const DAY_MS = 86_400_000;

it('[P125] the book, reports, bans, invitations, links and sessions are deleted when their time is over, and not before', async () => {
  const { store } = office.open.room().parts;
  const nowMs = Date.now();
  const { bans, invitations, reports, signIns, accounts, sessions } = store;
  const ban = { personId: 'eve', deviceHash: null, address: null, name: 'Eve', reason: '', byName: 'Ada', createdMs: nowMs };
  await bans.add({ ...ban, banId: 'short', untilMs: nowMs + DAY_MS });
  await bans.add({ ...ban, banId: 'for ever', untilMs: null });
  const report = { office: 'office', byId: 'ada', byName: 'Ada', aboutId: 'eve', aboutName: 'Eve', text: '', place: '', lines: '[]' };
  await reports.file({ ...report, reportId: 'open', atMs: nowMs, settledMs: null });
  const link = { office: 'office', rank: 'visitor' as const, area: undefined, label: '', quota: undefined, createdMs: nowMs };
  const by = { createdBy: 'ada', createdByName: 'Ada' };
  await invitations.create({ ...link, ...by, invitationId: 'short', expiresMs: nowMs + DAY_MS });
  await invitations.create({ ...link, ...by, invitationId: 'for ever', expiresMs: undefined });
  await store.audit.add({ entryId: 'act', office: 'office', atMs: nowMs, byName: 'Ada', act: 'ban', target: 'Eve', details: '' });
  const handed = { email: null, accountId: null, deviceHash: null, codeHash: null, mostRank: null, office: null };
  await signIns.addLink({ ...handed, tokenHash: 'link', personId: 'ada', expiresMs: nowMs + DAY_MS, nowMs });
  const session = { sessionId: 's', accountId: 'a', deviceHash: 'd', tokenHash: 'token', browser: '', system: '', begunMs: nowMs };
  await store.persons.save({ personId: 'ada', deviceHash: 'd', name: 'Ada', trade: '', appearance: '', seenMs: nowMs });
  await accounts.create({ accountId: 'a', personId: 'ada', email: null, nowMs, session });

  const kept = async () => ({
    bans: (await bans.list({ nowMs })).map(({ banId }) => banId).toSorted((one, other) => one.localeCompare(other)),
    reports: (await reports.open({ limit: 9 })).length,
    invitations: (await invitations.list({ office: 'office', limit: 9 })).length,
    audit: (await store.audit.latest({ limit: 9 })).length,
    link: (await signIns.findLink({ tokenHash: 'link', nowMs })) !== undefined,
    session: (await sessions.byToken({ tokenHash: 'token', nowMs })) !== undefined,
  });
  const all = { bans: ['for ever', 'short'], reports: 1, invitations: 2, audit: 1, link: true, session: true };
  await dropOld(store, nowMs);
  expect(await kept()).toEqual(all);
  await dropOld(store, nowMs + DAY_MS);
  expect(await kept()).toEqual({ ...all, bans: ['for ever'], link: false });
  await dropOld(store, nowMs + tuning.sessionUnusedMs + 1);
  expect(await kept()).toEqual({ ...all, bans: ['for ever'], link: false, session: false });
  await dropOld(store, nowMs + (tuning.auditDays + 2) * DAY_MS);
  expect(await kept()).toEqual({ bans: ['for ever'], reports: 0, invitations: 1, audit: 0, link: false, session: false });
});
