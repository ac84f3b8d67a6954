// `npm run admin -- ban`, `unban`, `bans`: who is kept out of this server.
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { addressKey } from '../ops/addressKey.ts';
import { newId } from '../ops/identity.ts';
import { bans, type StoredBan } from '../store/bans.ts';
import { persons, type StoredPerson } from '../store/persons.ts';
import type { Db } from '../store/tables.ts';
import { momentOf, noteCommand, type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

const HOUR_MS = 3_600_000;
const NAMESAKES = 20;

const WHOM = { name: { type: 'string' }, person: { type: 'string' }, address: { type: 'string' } } as const;

export async function ban(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...WHOM, hours: { type: 'string' }, reason: { type: 'string' } } });
  const { name, person, address, reason = '' } = values;
  const hours = values.hours === undefined ? undefined : Number(values.hours);
  if (hours !== undefined && !(hours > 0)) return refuse('--hours is a number above 0; without it the ban is for ever.');
  if (address !== undefined && isIP(address) === 0) return refuse(`${address} is no address: 203.0.113.7, say.`);
  if (name === undefined && person === undefined && address === undefined) return refuse('Whom? --name NAME, --person ID or --address IP.');
  return withRecords(settings, async (db) => {
    const found = name === undefined && person === undefined ? undefined : await findPerson(db, name, person);
    if (Array.isArray(found)) return refuse(...found);
    const nowMs = Date.now();
    const untilMs = hours === undefined ? null : nowMs + hours * HOUR_MS;
    await bans.add.run(db, {
      ...{ banId: newId(), personId: found?.personId ?? null, deviceHash: found?.deviceHash ?? null },
      ...{ address: address === undefined ? null : addressKey(address), name: found?.name ?? address ?? '', reason },
      ...{ byName: '', createdMs: nowMs, untilMs },
    });
    const whom = found?.name ?? address ?? '';
    const until = untilMs === null ? 'for ever' : `until ${momentOf(untilMs)}`;
    const details = [until, reason].filter((part) => part !== '').join(': ');
    await noteCommand(db, 'ban', whom, { details, whose: found?.personId });
    say(`${whom} is banned ${until}. Whoever of them is inside is out within 5 seconds.`);
    return 0;
  });
}

export async function unban(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...WHOM, ban: { type: 'string' } } });
  const { name, person, address, ban: id } = values;
  if ([name, person, address, id].every((one) => one === undefined))
    return refuse('Whom? --name NAME, --person ID, --address IP or --ban ID, as "bans" shows them.');
  const isMeant = (one: StoredBan): boolean =>
    (id !== undefined && one.banId === id) ||
    (person !== undefined && one.personId === person) ||
    (name !== undefined && one.name.toLowerCase() === name.toLowerCase()) ||
    (address !== undefined && one.address === addressKey(address));
  return withRecords(settings, async (db) => {
    const meant = (await bans.list.run(db, { nowMs: Date.now() })).filter(isMeant);
    if (meant.length === 0) return refuse('There is no such ban.');
    for (const { banId, name: whom, personId } of meant) {
      await bans.lift.run(db, { banId });
      await noteCommand(db, 'liftBan', whom, { whose: personId ?? undefined });
      say(`${whom} may come in again.`);
    }
    return 0;
  });
}

export function listBans(args: readonly string[], settings: RecordSettings): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  return withRecords(settings, async (db) => {
    const all = await bans.list.run(db, { nowMs: Date.now() });
    say(...(all.length === 0 ? ['Nobody is banned.'] : all.map(lineOf)));
    return 0;
  });
}

function lineOf({ banId, name, untilMs, byName, address, reason }: StoredBan): string {
  const until = untilMs === null ? 'for ever' : `until ${momentOf(untilMs)}`;
  const by = byName === '' ? 'by command' : `by ${byName}`;
  return [banId, name, until, by, ...(address === null ? [] : [`and ${address}`]), ...(reason === '' ? [] : [reason])].join('  ');
}

/** @returns one, or why there is none, in lines */
export async function findPerson(db: Db, name: string | undefined, personId: string | undefined): Promise<StoredPerson | string[]> {
  if (personId !== undefined) return (await persons.find.run(db, { personId })) ?? [`There is nobody with the id ${personId}.`];
  const namesakes = await persons.byName.run(db, { name: name ?? '', limit: NAMESAKES });
  const [one, ...more] = namesakes;
  if (!one) return [`Nobody here is called ${name}.`];
  if (more.length === 0) return one;
  return [
    `Several are called ${name}. Say which with --person ID:`,
    ...namesakes.map((each) => `  ${each.personId}  ${each.rank}, last here ${momentOf(each.seenMs)}`),
  ];
}
