// What hosts do for accounts: a link by which somebody signs in who has no other way, or lost it.

import { isAbove } from '@comptoir/shared/permissions';
import type { accountRequests } from '@comptoir/shared/protocol/accounts';
import { accountLimits, SIGN_IN_PAGE } from '@comptoir/shared/protocol/accounts';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { type Occupant, rankOf } from '../office/Office.ts';
import { hashToken, newToken } from '../ops/tokens.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type AccountRules = {
  [R in keyof typeof accountRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

const HOUR_MS = 3_600_000;

export function accountRules(room: OfficeRoom): AccountRules {
  const { store, officeId } = room.parts;
  return {
    /** P88: whoever opens it is them, so nobody is given one of a rank as high as their own. */
    async signInLink({ occupant }, { personId }) {
      const person = await store.persons.find({ personId });
      if (!person) return { refused: 'notHere' };
      if (personId === occupant.personId) return { refused: 'invalid' };
      // asked anew: either may have another rank since
      if (!isAbove(rankOf(occupant), person.rank)) return { refused: 'aboveYou' };
      const token = newToken();
      const nowMs = Date.now();
      const untilMs = nowMs + accountLimits.handedHours * HOUR_MS;
      await store.signIns.addLink({
        ...{ tokenHash: hashToken(token), email: null, personId, accountId: null, deviceHash: null, codeHash: null },
        ...{ mostRank: person.rank, office: officeId, expiresMs: untilMs, nowMs },
      });
      room.hosting.audit({ by: occupant, act: 'signInLink', target: person.name, whose: [personId] });
      return { ok: true, path: `${SIGN_IN_PAGE}/${token}`, untilMs };
    },
  };
}
