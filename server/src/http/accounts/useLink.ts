// What becomes of a link that was mailed or handed out, once it is taken: a session, an account, or an address for one.
import { RANKS, type Rank } from '@comptoir/shared/people';
import type { Request, Response } from 'express';
import { hashDevice, newId } from '../../ops/identity.ts';
import type { StoredLink } from '../../store/signIns.ts';
import type { AccountDesk } from './AccountDesk.ts';
import { accountRefusal } from './refuseAccount.ts';

export interface Used {
  accountId: string;
  sessionId: string;
  isKept: boolean;
}

/** Mailed to make an account or to change one, it is for the browser that asked: whoever reads the mail elsewhere types its code there. */
export const isForThisBrowser = (link: StoredLink, deviceId: string | undefined): boolean =>
  link.email === null ||
  (link.accountId === null && link.personId === null) ||
  (deviceId !== undefined && link.deviceHash === hashDevice(deviceId));

/** Of a rank that nobody knows: below all. */
const levelOf = (rank: string | null): number => ([...RANKS] as string[]).indexOf(rank ?? '');
const isAtMost = (rank: Rank, most: string | null): boolean => levelOf(rank) <= levelOf(most);

/** @throws HttpRefusal flow, taken, banned, signedOut */
export async function useLink(desk: AccountDesk, req: Request, res: Response, link: StoredLink): Promise<Used> {
  if (link.accountId !== null) return addAddress(desk, req, link);
  const { store } = desk.parts;
  const owner = link.email === null ? undefined : await store.accounts.ofEmail({ email: link.email });
  if (owner) return enter(desk, req, res, owner);
  if (link.personId === null) throw accountRefusal('flow');
  const person = await store.persons.find({ personId: link.personId });
  // P88: whoever was made a host since is not reached by what a host handed out
  if (!person || (link.email === null && !isAtMost(person.rank, link.mostRank))) throw accountRefusal('flow');
  const account = await store.accounts.ofPerson({ personId: link.personId });
  if (account && link.email === null) {
    const used = await enter(desk, req, res, account);
    const whole = await store.accounts.whole(account);
    if (whole) desk.notify(req, whole, 'handed');
    return used;
  }
  // they have one since, with another address
  if (account) throw accountRefusal('hasAccount');
  await desk.refuseBanned(req, link.personId, { email: link.email ?? undefined });
  const accountId = newId();
  const { session, setCookie } = desk.begin(req, res, accountId);
  const isMade = await store.accounts.create({ accountId, personId: link.personId, email: link.email, nowMs: Date.now(), session });
  if (!isMade) throw accountRefusal('taken');
  setCookie();
  return { accountId, sessionId: session.sessionId, isKept: false };
}

async function enter(desk: AccountDesk, req: Request, res: Response, account: { accountId: string; personId: string }): Promise<Used> {
  const { sessionId, isKept } = await desk.signIn(req, res, account);
  return { accountId: account.accountId, sessionId, isKept };
}

/** To the account that asked for it, while it is still signed in there. */
async function addAddress(desk: AccountDesk, req: Request, { accountId, email }: StoredLink): Promise<Used> {
  const session = await desk.signedIn(req);
  if (session.accountId !== accountId) throw accountRefusal('signedOut');
  await desk.refuseBanned(req, session.personId, { email: email ?? undefined });
  const before = await desk.parts.store.accounts.whole(session);
  if (!(await desk.parts.store.accounts.setEmail({ accountId, email }))) throw accountRefusal('taken');
  if (before) desk.notify(req, before, 'emailChanged');
  return { accountId, sessionId: session.sessionId, isKept: false };
}
