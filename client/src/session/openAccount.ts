// The account of this page: asked for as soon as the server answers, and again when one comes back to the tab: a link may have been opened in another.
import { SIGNED } from '@comptoir/shared/protocol/accounts';
import { effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import { Passkeys } from '../net/Passkeys.ts';
import type { AccountNews } from '../ui/account/AccountPort.ts';
import { Account } from './Account.ts';
import type { Approach } from './Approach.ts';
import { type Address, withoutSigned } from './address.ts';

interface OpenAccountParts {
  /** Of whoever is inside, or was last. */
  lastTicket(): string | undefined;
  /** Out of the office, and nothing of me is remembered. */
  forget(): void;
}

export function openAccount(scope: Scope, address: Address, approach: Approach, { lastTicket, forget }: OpenAccountParts): Account {
  const { device } = approach;
  if (address.signed !== undefined) history.replaceState(history.state, '', withoutSigned(location.href));
  const account = new Account({
    ...{ officeId: address.officeId, passkeys: new Passkeys(globalThis), signed: newsOf(address.signed), device, forget },
    readDevice: () => approach.readDevice(),
    ticket: () => lastTicket() ?? device.peek()?.persons[0]?.ticket,
    goTo: (url) => location.assign(url),
  });
  scope.onEnd(
    effect(() => {
      if (device.value && !account.facts.peek()) void account.read();
    }),
  );
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') void account.read();
  });
  return account;
}

function newsOf(signed: string | undefined): AccountNews | undefined {
  const kind = SIGNED.find((known) => known === signed);
  return kind && { kind };
}
