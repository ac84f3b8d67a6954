// Takes somebody out of every table: what is theirs goes, what belongs to others stays without their name and id. tableFates.ts of rights says which is which.
import { newId } from '../ops/identity.ts';
import { isPair, otherOf, pairChannel } from './channelKeys.ts';
import { findAccount, namedRows } from './personRows.ts';
import type { Db } from './tables.ts';
import { type Unwritten, written } from './written.ts';

/** Stands where their name was; nobody is called so, and an empty one means that a command did it. */
export const ERASED_NAME = '—';

/** Acts whose target is what whoever did it called it. */
const OWN_WORDS = ['invite', 'revokeInvitation'];

export interface Erased extends Unwritten {
  /** As whom they answered: their id, and their browser where nobody else is known in it. */
  who: string[];
}

/** @returns lines that others may still be looking at, and files whose bytes on the disk are to go */
export async function eraseRows(db: Db, { personId, nowMs }: { personId: string; nowMs: number }): Promise<Erased> {
  // first: a picture is held by its card
  await db.deleteFrom('cards').where('personId', '=', personId).execute();
  const gone = await written.erase.run(db, { personId });
  await leaveLinesOfOthers(db, personId);
  await eraseAccount(db, personId);
  const who = await eraseByDevice(db, personId, nowMs);
  await keepWithoutName(db, personId);
  for (const table of ['positions', 'passes', 'visits', 'desks', 'charterAccepted', 'persons'] as const)
    await db.deleteFrom(table).where('personId', '=', personId).execute();
  await db
    .deleteFrom('deskNotes')
    .where((is) => is.or([is('ownerId', '=', personId), is('fromId', '=', personId)]))
    .execute();
  await db
    .deleteFrom('blocks')
    .where((is) => is.or([is('personId', '=', personId), is('blockedId', '=', personId)]))
    .execute();
  await db
    .deleteFrom('met')
    .where((is) => is.or([is('oneId', '=', personId), is('otherId', '=', personId)]))
    .execute();
  // whoever they let in stays; nobody comes in any more by a link that nobody answers for
  await db.deleteFrom('invitations').where('createdBy', '=', personId).execute();
  for (const { orderId } of await namedRows(db, 'orders', ['order', 'outcome'], personId))
    await db.deleteFrom('orders').where('orderId', '=', orderId).execute();
  return { ...gone, who };
}

/** What others wrote to them stays with those who wrote it, as written to nobody. */
async function leaveLinesOfOthers(db: Db, personId: string): Promise<void> {
  const channels = new Set<string>();
  for (const table of ['channels', 'readMarks'] as const)
    for (const { channel } of await db
      .selectFrom(table)
      .select('channel')
      .distinct()
      .where('channel', 'like', `pair:%${personId}%`)
      .execute())
      if (isPair(channel) && channel.includes(personId)) channels.add(channel);
  for (const channel of channels) {
    const nobody = newId();
    const to = pairChannel(otherOf(channel, personId) ?? newId(), nobody);
    const left = db.updateTable('lines').set({ channel: to, toId: nobody, hiddenFrom: null }).where('channel', '=', channel);
    const isLeft = (await left.returning('lineId').execute()).length > 0;
    for (const table of ['channels', 'readMarks'] as const) {
      if (isLeft) await db.updateTable(table).set({ channel: to }).where('channel', '=', channel).execute();
      else await db.deleteFrom(table).where('channel', '=', channel).execute();
    }
  }
  await db.updateTable('lines').set({ replyFrom: '' }).where('replyFrom', '=', personId).execute();
  for (const { lineId, mentions } of await namedRows(db, 'lines', ['mentions'], personId)) {
    const others = (JSON.parse(mentions) as string[]).filter((id) => id !== personId);
    await db
      .updateTable('lines')
      .set({ mentions: JSON.stringify(others) })
      .where('lineId', '=', lineId)
      .execute();
  }
}

async function eraseAccount(db: Db, personId: string): Promise<void> {
  const account = await findAccount(db, personId);
  const ids = account ? [personId, account.accountId] : [personId];
  for (const table of ['sessions', 'passkeys', 'openIdentities'] as const)
    await db.deleteFrom(table).where('accountId', 'in', ids).execute();
  await db
    .deleteFrom('signInLinks')
    .where((is) =>
      is.or([is('personId', '=', personId), is('accountId', 'in', ids), ...(account?.email ? [is('email', '=', account.email)] : [])]),
    )
    .execute();
  for (const id of ids)
    for (const { flowHash } of await namedRows(db, 'signInFlows', ['facts'], id))
      await db.deleteFrom('signInFlows').where('flowHash', '=', flowHash).execute();
  await db.deleteFrom('accounts').where('personId', '=', personId).execute();
}

/** What is known of a browser only, when nobody else is known in it. A ban holds for what it was made for: browsers, a network, hashes of ways to sign in. */
async function eraseByDevice(db: Db, personId: string, nowMs: number): Promise<string[]> {
  const { deviceHash = null } =
    (await db.selectFrom('persons').select('deviceHash').where('personId', '=', personId).executeTakeFirst()) ?? {};
  const others = db.selectFrom('persons').select('personId').where('deviceHash', '=', deviceHash).where('personId', '!=', personId);
  const isAlone = deviceHash !== null && (await others.limit(1).executeTakeFirst()) === undefined;
  const who = isAlone ? [personId, deviceHash] : [personId];
  await db.deleteFrom('coming').where('who', 'in', who).execute();
  await db.deleteFrom('talkAnswers').where('who', 'in', who).execute();
  const mine = await db
    .selectFrom('bans')
    .selectAll()
    .where((is) => is.or([is('personId', '=', personId), ...(isAlone ? [is('deviceHash', '=', deviceHash)] : [])]))
    .execute();
  for (const { banId, deviceHash: device, address, untilMs } of mine) {
    const marks = await db.selectFrom('banMarks').select('banId').where('banId', '=', banId).limit(1).execute();
    const isMarked = device !== null || address !== null || marks.length > 0;
    if (isMarked && (untilMs === null || untilMs > nowMs))
      await db.updateTable('bans').set({ personId: null, name: ERASED_NAME, reason: '' }).where('banId', '=', banId).execute();
    else for (const table of ['banMarks', 'bans'] as const) await db.deleteFrom(table).where('banId', '=', banId).execute();
  }
  return who;
}

/** What others need still: the book of hosts, reports that nobody has settled yet, meetings to which others come. */
async function keepWithoutName(db: Db, personId: string): Promise<void> {
  await db.updateTable('bans').set({ byId: null, byName: ERASED_NAME }).where('byId', '=', personId).execute();
  for (const { entryId, byId, byName, act, target, targetIds } of await namedRows(db, 'audit', ['byId', 'targetIds'], personId)) {
    const isMine = byId === personId;
    const by = isMine ? { byId: null, byName: ERASED_NAME } : { byId, byName };
    const words = isMine && OWN_WORDS.includes(act) ? { target: '' } : {};
    await db
      .updateTable('audit')
      .set({ ...by, ...targetsWithout(personId, target, targetIds), ...words })
      .where('entryId', '=', entryId)
      .execute();
  }
  await db.updateTable('appointments').set({ createdBy: '', createdByName: ERASED_NAME }).where('createdBy', '=', personId).execute();
  await db
    .deleteFrom('reports')
    .where('settledMs', 'is not', null)
    .where((is) => is.or([is('byId', '=', personId), is('aboutId', '=', personId)]))
    .execute();
  await db.updateTable('reports').set({ byId: '', byName: ERASED_NAME }).where('byId', '=', personId).execute();
  await db.updateTable('reports').set({ aboutId: '', aboutName: ERASED_NAME }).where('aboutId', '=', personId).execute();
  for (const { reportId, lines } of await namedRows(db, 'reports', ['lines'], personId)) {
    const others = (JSON.parse(lines) as { from?: string; replyTo?: { from: string } }[]).filter(({ from }) => from !== personId);
    for (const line of others) if (line.replyTo?.from === personId) delete line.replyTo;
    // whom they were written to, and who was named in them
    const kept = JSON.stringify(others).replaceAll(personId, '');
    await db.updateTable('reports').set({ lines: kept }).where('reportId', '=', reportId).execute();
  }
}

/** Of several, their names stand in the order of their ids; where they cannot be told apart none is kept. */
function targetsWithout(personId: string, target: string, targetIds: string | null): { target: string; targetIds: string | null } {
  const ids = JSON.parse(targetIds ?? '[]') as string[];
  if (!ids.includes(personId)) return { target, targetIds };
  const names = ids.length === 1 ? [target] : target.split(', ');
  const without = <T>(list: readonly T[], instead: T): T[] => list.map((one, n) => (ids[n] === personId ? instead : one));
  return {
    target: names.length === ids.length ? without(names, ERASED_NAME).join(', ') : ERASED_NAME,
    targetIds: JSON.stringify(ids.filter((id) => id !== personId)),
  };
}
