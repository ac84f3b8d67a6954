// What the page is told of accounts: which ways there are here, and what whoever is signed in may know of theirs.
import type { AccountFacts, AccountView } from '@comptoir/shared/protocol/accounts';
import type { Request } from 'express';
import type { WholeAccount } from '../../store/accounts.ts';
import type { DeskParts } from './AccountDesk.ts';
import { passkeySite } from './passkeySite.ts';

export function accountFacts(req: Request, parts: DeskParts, whole: WholeAccount | undefined, sessionId: string | undefined): AccountFacts {
  const { mailer, openIdName } = parts;
  return {
    ways: {
      email: mailer !== undefined,
      passkeys: passkeySite(req, parts) !== undefined,
      ...(openIdName === undefined ? {} : { openId: openIdName }),
    },
    account: whole ? viewOf(whole, sessionId) : null,
  };
}

function viewOf({ person, email, passkeys, openIds, sessions, createdMs }: WholeAccount, sessionId: string | undefined): AccountView {
  const { personId, name, trade, appearance, rank } = person;
  return {
    ...{ personId, name, trade, appearance, rank, email, createdMs },
    passkeys: passkeys.map(({ passkeyId, isSynced, ...passkey }) => ({
      ...{ id: passkeyId, name: passkey.name, createdMs: passkey.createdMs, usedMs: passkey.usedMs },
      isSynced: isSynced === 1,
    })),
    openId: openIds.length > 0,
    sessions: sessions.map(({ sessionId: id, browser, system, begunMs, usedMs }) => ({
      ...{ id, browser, system, begunMs, usedMs: Math.max(begunMs, usedMs) },
      isThis: id === sessionId,
    })),
  };
}
