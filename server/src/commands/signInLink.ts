// `npm run admin -- sign-in-link`: a link by which somebody signs in once, for those who have no other way, or lost it.
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { accountLimits, SIGN_IN_PAGE } from '@comptoir/shared/protocol/accounts';
import { normaliseEmail } from '../accounts/ways.ts';
import { type AddressSettings, localUrlOf, sharedUrlsOf } from '../ops/addresses.ts';
import { hashToken, newToken } from '../ops/tokens.ts';
import { accounts } from '../store/accounts.ts';
import { persons, type StoredPerson } from '../store/persons.ts';
import { signIns } from '../store/signIns.ts';
import type { Db } from '../store/tables.ts';
import { findPerson } from './ban.ts';
import { momentOf, noteCommand, type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

const HOUR_MS = 3_600_000;

export type SignInLinkSettings = RecordSettings & AddressSettings & { port: number };

export async function signInLink(args: readonly string[], settings: SignInLinkSettings): Promise<number> {
  const options = { name: { type: 'string' }, person: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [whom = values.name, ...more] = positionals;
  if (more.length > 0 || (whom === undefined && values.person === undefined))
    return refuse('Whom? sign-in-link NAME, an e-mail address, or --person ID.');
  return withRecords(settings, async (db) => {
    const found = await find(db, whom, values.person);
    if (Array.isArray(found)) return refuse(...found);
    const { personId, name, rank } = found;
    const token = newToken();
    const nowMs = Date.now();
    const expiresMs = nowMs + accountLimits.handedHours * HOUR_MS;
    await signIns.addLink.run(db, {
      ...{ tokenHash: hashToken(token), email: null, personId, accountId: null, deviceHash: null, codeHash: null },
      ...{ mostRank: rank, office: null, expiresMs, nowMs },
    });
    await noteCommand(db, 'signInLink', name, { whose: personId });
    const [shared = localUrlOf(settings, settings.port)] = sharedUrlsOf(settings, settings.port, networkInterfaces());
    const account = await accounts.ofPerson.run(db, { personId });
    const what = account ? `Whoever opens it is ${name}` : `Whoever opens it is ${name}, who has an account from then on`;
    say(`${shared}${SIGN_IN_PAGE}/${token}`, `${what}; it works once, until ${momentOf(expiresMs)}. Give it to nobody else.`);
    return 0;
  });
}

async function find(db: Db, whom: string | undefined, personId: string | undefined): Promise<StoredPerson | string[]> {
  if (whom?.includes('@') !== true) return findPerson(db, whom, personId);
  const account = await accounts.ofEmail.run(db, { email: normaliseEmail(whom) });
  return (account && (await persons.find.run(db, account))) ?? [`No account has the address ${whom}.`];
}
