import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { OpenIdProvider } from './OpenIdProvider.ts';

const REDIRECT = 'https://office.example.org/api/account/openid/callback';

test('[P87] a provider that does not answer is asked again the next time, and one that does not for an hour', async () => {
  let asked = 0;
  let isUp = false;
  const server = createServer((req, res) => {
    asked++;
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    res.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json' });
    res.end(
      JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` }),
    );
    req.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const provider = new OpenIdProvider({ issuer, clientId: 'comptoir', clientSecret: 'secret', name: 'Atelier', rolesClaim: 'roles' });
  await expect(provider.begin(REDIRECT)).rejects.toThrow();
  isUp = true;
  const [one, other] = await Promise.all([provider.begin(REDIRECT), provider.begin(REDIRECT)]);
  expect(asked).toBe(2);
  expect(one.url.pathname).toBe('/auth');
  for (const part of ['state', 'nonce', 'verifier'] as const) expect(one.checks[part]).not.toBe(other.checks[part]);
  expect(one.url.searchParams.get('code_challenge')).not.toContain(one.checks.verifier);
  server.closeAllConnections();
  server.close();
});
