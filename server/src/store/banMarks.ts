// P142: a ban of somebody with an account reaches every device where it is signed in, and every way to sign in, also when the account is gone.
import { createHash } from 'node:crypto';
import type { Db, Tables } from './tables.ts';

export type BanMark = Tables['banMarks'];

/** Of an address or an identity only this is kept: it outlives the account as long as the ban. */
const hashOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
/** `email` as normaliseEmail of accounts/ways.ts writes it. */
export const emailMark = (email: string): string => hashOf('email', email);
export const openIdMark = ({ issuer, subject }: { issuer: string; subject: string }): string => hashOf('openId', issuer, subject);

/** Who can lift a ban is not shut out because somebody else signed in on their device. */
const HOSTS = ['host', 'admin'];

export async function marksOfAccount(db: Db, banId: string, personId: string): Promise<BanMark[]> {
  const account = await db.selectFrom('accounts').selectAll().where('personId', '=', personId).executeTakeFirst();
  if (!account) return [];
  const { accountId, email } = account;
  const sessions = await db.selectFrom('sessions').select('deviceHash').where('accountId', '=', accountId).execute();
  const identities = await db.selectFrom('openIdentities').select(['issuer', 'subject']).where('accountId', '=', accountId).execute();
  const devices: string[] = [];
  for (const { deviceHash } of sessions) {
    const hosts = db.selectFrom('persons').select('personId').where('deviceHash', '=', deviceHash).where('rank', 'in', HOSTS);
    const others = hosts.where('personId', '!=', personId).limit(1);
    if (!(await others.executeTakeFirst())) devices.push(deviceHash);
  }
  return [
    ...devices.map((value) => ({ banId, kind: 'device', value })),
    ...(email === null ? [] : [{ banId, kind: 'email', value: emailMark(email) }]),
    ...identities.map((identity) => ({ banId, kind: 'openId', value: openIdMark(identity) })),
  ];
}
