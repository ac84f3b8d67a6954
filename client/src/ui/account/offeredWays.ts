// Which ways of signing in this page has: what the server offers, as far as the browser and the address let it.
import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import type { AccountPort } from './AccountPort.ts';

export interface OfferedWays {
  passkey: boolean;
  /** Why there are no passkeys; undefined: there are, or it is not for this page to say. */
  hindrance: AccountPort['hindrance'];
  email: boolean;
  /** How the provider is called. */
  provider: string | undefined;
  /** There is one at least. */
  any: boolean;
}

export function offeredWays({ ways }: AccountFacts, hindrance: AccountPort['hindrance']): OfferedWays {
  const passkey = ways.passkeys && !hindrance;
  const { email, openId: provider } = ways;
  return {
    ...{ passkey, email, provider },
    // the server knows its address, too: another one than it is meant to be opened by
    hindrance: passkey ? undefined : (hindrance ?? 'address'),
    any: passkey || email || provider !== undefined,
  };
}
