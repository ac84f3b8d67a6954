import type { AccountFacts, SignInWays } from '@comptoir/shared/protocol/accounts';
import { expect, test } from 'vitest';
import { isEmail } from './isEmail.ts';
import { offeredWays } from './offeredWays.ts';

const facts = (ways: Partial<SignInWays>): AccountFacts => ({ ways: { email: false, passkeys: false, ...ways }, account: null });

test('[U116] what the server offers is offered as far as the page can', () => {
  expect(offeredWays(facts({ passkeys: true, email: true, openId: 'Club' }), undefined)).toEqual({
    ...{ passkey: true, email: true, provider: 'Club', hindrance: undefined, any: true },
  });
  expect(offeredWays(facts({ passkeys: true, email: true }), 'insecure')).toMatchObject({
    passkey: false,
    hindrance: 'insecure',
    any: true,
  });
});

test('[U116] where there is no way at all that is said, and why there are no passkeys', () => {
  expect(offeredWays(facts({}), 'insecure')).toMatchObject({ any: false, hindrance: 'insecure' });
  // by another address than the one that the office is known by
  expect(offeredWays(facts({}), undefined)).toMatchObject({ any: false, hindrance: 'address' });
});

test('[U116] an address is looked at before a letter is sent', () => {
  for (const email of ['noor@example.org', ' n.o+o@mail.example.co ', 'é@exämple.fr']) expect(isEmail(email), email).toBe(true);
  for (const email of ['', 'noor', 'noor@', '@example.org', 'noor@example', 'noor @example.org', 'Noor <noor@example.org>'])
    expect(isEmail(email), email).toBe(false);
});
