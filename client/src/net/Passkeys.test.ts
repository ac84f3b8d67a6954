import { expect, test, vi } from 'vitest';
import { type PasskeyPage, Passkeys } from './Passkeys.ts';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

function pageWith(credentials: Partial<CredentialsContainer>, page: Partial<PasskeyPage> = {}): PasskeyPage {
  return {
    isSecureContext: true,
    location: { hostname: 'office.example' },
    navigator: { credentials: { create: vi.fn(), get: vi.fn(), ...credentials } },
    PublicKeyCredential: { isConditionalMediationAvailable: async () => true },
    ...page,
  };
}

const found = {
  ...{ id: '-_8', rawId: bytes(251, 255), type: 'public-key', authenticatorAttachment: 'platform', getClientExtensionResults: () => ({}) },
  response: { clientDataJSON: bytes(123, 125), authenticatorData: bytes(1), signature: bytes(2), userHandle: null },
};
const ASKED = { challenge: '-_8', rpId: 'office.example', allowCredentials: [{ id: 'AQI', type: 'public-key' }] };

test('[U116] what the server asks reaches the browser as bytes, and what it answers goes back as text', async () => {
  const get = vi.fn(async (_options?: CredentialRequestOptions) => found as unknown as Credential);
  const outcome = await new Passkeys(pageWith({ get })).get(ASKED);
  const { publicKey, mediation } = get.mock.calls[0]?.[0] ?? {};
  expect([...new Uint8Array(publicKey?.challenge as ArrayBuffer)]).toEqual([251, 255]);
  expect([...new Uint8Array(publicKey?.allowCredentials?.[0]?.id as ArrayBuffer)]).toEqual([1, 2]);
  expect(mediation).toBeUndefined();
  expect(outcome).toEqual({
    ok: {
      ...{ id: '-_8', rawId: '-_8', type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {} },
      response: { clientDataJSON: 'e30', authenticatorData: 'AQ', signature: 'Ag' },
    },
  });
});

test('[U116] a new one is made for the account that the server names, on no device that has one', async () => {
  const made = { ...found, response: { clientDataJSON: bytes(1), attestationObject: bytes(2), getTransports: () => ['internal'] } };
  const create = vi.fn(async (_options?: CredentialCreationOptions) => made as unknown as Credential);
  const outcome = await new Passkeys(pageWith({ create })).create({
    ...{ challenge: 'AQ', rp: { name: 'Office' }, user: { id: 'Ag', name: 'Noor', displayName: 'Noor' }, pubKeyCredParams: [] },
    excludeCredentials: [{ id: 'Aw', type: 'public-key' }],
  });
  const { publicKey } = create.mock.calls[0]?.[0] ?? {};
  expect([...new Uint8Array(publicKey?.user.id as ArrayBuffer)]).toEqual([2]);
  expect([...new Uint8Array(publicKey?.excludeCredentials?.[0]?.id as ArrayBuffer)]).toEqual([3]);
  expect(outcome).toMatchObject({ ok: { response: { attestationObject: 'Ag', transports: ['internal'] } } });
});

test('[U116] a page that can have none knows why', async () => {
  const of = (page: Partial<PasskeyPage>): Passkeys => new Passkeys({ ...pageWith({}), ...page });
  expect(of({ isSecureContext: false }).hindrance).toBe('insecure');
  for (const hostname of ['192.168.1.7', '127.0.0.1', '[::1]']) expect(of({ location: { hostname } }).hindrance, hostname).toBe('address');
  for (const hostname of ['localhost', 'office.example', '1.office.example'])
    expect(of({ location: { hostname } }).hindrance, hostname).toBeUndefined();
  expect(of({ navigator: {} }).hindrance).toBe('browser');
  expect(await of({ isSecureContext: false }).get(ASKED)).toEqual({ failed: 'insecure' });
  expect(await of({ isSecureContext: false }).canOfferInField()).toBe(false);
});

test('[U116] why not is told apart as far as browsers tell', async () => {
  for (const [name, failed] of [
    ['NotAllowedError', 'cancelled'],
    ['InvalidStateError', 'alreadyHere'],
    ['SecurityError', 'address'],
    ['NotSupportedError', 'browser'],
    ['TypeError', 'failed'],
  ]) {
    const get = async (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { name }));
    expect(await new Passkeys(pageWith({ get })).get(ASKED), name).toEqual({ failed });
  }
  expect(await new Passkeys(pageWith({ get: async () => null })).get(ASKED)).toEqual({ failed: 'cancelled' });
});

test('[U116] a click ends what was offered in the field', async () => {
  const get = vi.fn(
    (options?: CredentialRequestOptions): Promise<Credential | null> =>
      options?.mediation === 'conditional'
        ? new Promise((_, reject) => {
            options.signal?.addEventListener('abort', () => reject(Object.assign(new Error('over'), { name: 'AbortError' })));
          })
        : Promise.resolve(found as unknown as Credential),
  );
  const passkeys = new Passkeys(pageWith({ get }));
  const inField = passkeys.get(ASKED, true);
  expect(await passkeys.get(ASKED)).toHaveProperty('ok');
  expect(await inField).toEqual({ failed: 'cancelled' });
});
