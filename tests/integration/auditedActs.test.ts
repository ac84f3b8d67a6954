// The book of acts: whatever one may do by a rank above that of others leaves a line in it, or there is a reason why not.
import { type Act, leastRank } from '@comptoir/shared/permissions';
import type { Ask } from '@comptoir/shared/protocol/requests';
import { expect, it } from 'vitest';
import { enterAs, granted, inviteBy, setDoor } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { meetAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();

interface People {
  admin: Inside;
  /** Visitors. */
  lou: Inside;
  bob: Inside;
}

/** What is written of it, and how it is done; or why nothing is written. */
type Written = { entry: string; by(people: People): Promise<unknown> } | { nothing: string };

const plan: Ask<'planAppointment'> = {
  ...{ title: 'Coffee', theme: '', minutes: 30, place: null },
  ...{ start: '2030-01-03T18:00', zone: 'Europe/Paris', until: null },
  repeat: { kind: 'once' },
};

async function knockAndAnswer({ admin }: People): Promise<void> {
  await setDoor(admin, 'knock');
  const body = JSON.stringify({ office: 'office', name: 'Noor', trade: '', appearance: '' });
  const answer = await fetch(`${office.open.url}/api/knocks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { knock } = (await answer.json()) as { knock: string };
  await until(() => admin.world.hosting.knocks.peek().length > 0, 'the knock is heard');
  await granted(admin, 'answerKnock', { knock, yes: true });
  await setDoor(admin, 'open');
}

async function takeDesk({ admin }: People): Promise<void> {
  const member = await enterAs(office, 'member', 'Mia');
  const desk = office.open.room().floor.office.ground.map.seats.find((seat) => seat.desk !== undefined)?.desk ?? '';
  await granted(member, 'claimDesk', { desk });
  await granted(admin, 'freeDesk', { desk });
}

async function closeTopicOfOther({ admin }: People): Promise<void> {
  const member = await enterAs(office, 'member', 'Max');
  const { topic } = await granted(member, 'openTopic', { title: 'Maps', about: '', area: null });
  await granted(admin, 'changeTopic', { topic: topic.id, closed: true });
}

async function settleReport({ admin, lou, bob }: People): Promise<void> {
  await granted(lou, 'report', { personId: bob.id, text: 'rude' });
  const { list } = await granted(admin, 'reports', {});
  await granted(admin, 'settleReport', { report: list[0]?.id ?? '' });
}

async function endConversation({ admin, lou, bob }: People): Promise<void> {
  await meetAt(37, 30, lou, bob);
  await granted(admin, 'endConversation', { number: lou.world.talk.conversation.peek()?.number ?? -1 });
}

async function eraseLineOfOther({ admin, lou }: People): Promise<void> {
  const { line } = await granted(lou, 'say', { to: { kind: 'office' }, text: 'hello' });
  await granted(admin, 'eraseLine', { line: line.id });
}

const ACTS: Record<Act, Written> = {
  invite: { entry: 'invite', by: ({ admin }) => inviteBy(admin) },
  seeAllInvitations: { nothing: 'only read' },
  setDoor: { entry: 'setDoor', by: ({ admin }) => setDoor(admin, 'open', undefined, 50) },
  letIn: { entry: 'answerKnock', by: knockAndAnswer },
  setRank: { entry: 'setRank', by: ({ admin, lou }) => granted(admin, 'setRank', { personId: lou.id, rank: 'member' }) },
  handSignIn: { entry: 'signInLink', by: ({ admin, lou }) => granted(admin, 'signInLink', { personId: lou.id }) },
  mute: { entry: 'mute', by: ({ admin, lou }) => granted(admin, 'mute', { personId: lou.id }) },
  endConversation: { entry: 'endConversation', by: endConversation },
  gather: { entry: 'gather', by: ({ admin }) => granted(admin, 'gather', { on: true }) },
  announce: { entry: 'announce', by: ({ admin }) => granted(admin, 'announce', { on: true }) },
  planMeeting: { entry: 'planAppointment', by: ({ admin }) => granted(admin, 'planAppointment', plan) },
  claimDesk: { nothing: 'their own' },
  freeDesk: { entry: 'freeDesk', by: takeDesk },
  eraseLines: { entry: 'eraseLine', by: eraseLineOfOther },
  openTopic: { nothing: 'their own words' },
  tendTopics: { entry: 'changeTopic', by: closeTopicOfOther },
  seeReports: { entry: 'settleReport', by: settleReport },
  seeAudit: { nothing: 'only read' },
  administer: { entry: 'setAppeal', by: ({ admin }) => granted(admin, 'setHouseText', { name: 'appeal', en: 'Write to us', fr: '' }) },
  // the last ones: whom they concern is out
  sendOut: { entry: 'sendOut', by: ({ admin, lou }) => granted(admin, 'sendOut', { personId: lou.id, reason: '' }) },
  ban: { entry: 'ban', by: ({ admin, bob }) => granted(admin, 'ban', { personId: bob.id, reason: '', hours: 1, network: false }) },
};

it('[P146] every act that takes a rank leaves a line in the book: who, what, and upon whom', { timeout: 60_000 }, async () => {
  const people = { admin: await enterAs(office, 'admin', 'Ada'), lou: await office.enter('Lou'), bob: await office.enter('Bob') };
  expect(Object.keys(ACTS).length).toBe(Object.keys(leastRank).length);
  const { audit } = office.open.room().parts.store;
  const acts = async () =>
    (await audit.of({ office: 'office', limit: 100 })).filter(({ byName }) => byName === 'Ada').map(({ act }) => act);
  for (const [act, written] of Object.entries(ACTS)) {
    if ('nothing' in written) continue;
    const before = (await acts()).filter((one) => one === written.entry).length;
    await written.by(people);
    await expect.poll(async () => (await acts()).filter((one) => one === written.entry).length, { message: act }).toBe(before + 1);
  }
});
