// A real OpenID provider on this machine: whoever comes is signed in at once, as the test says.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

interface OpenIdPerson {
  subject: string;
  claims: Record<string, unknown>;
}

export interface OpenIdServer {
  issuer: string;
  /** Settings of an office that trusts it. */
  env: Record<string, string>;
  /** Who signs in next; undefined: they say no. */
  next: OpenIdPerson | undefined;
  /**
   * Goes there as a browser does.
   * @param url where the office sends the browser
   * @param before cookies it has of the provider, to be the same browser again
   * @returns the address to which it is sent back
   */
  visit(url: string, before?: Map<string, string>): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { id: 'comptoir', secret: 'a secret of the test' };

/** @param redirectUri of the office */
export async function openIdServer(redirectUri: string): Promise<OpenIdServer> {
  const people = new Map<string, OpenIdPerson>();
  let next: OpenIdPerson | undefined;
  const server = createServer((req, res) => {
    if (!req.url?.startsWith('/interaction/')) return provider.callback()(req, res);
    if (next) people.set(next.subject, next);
    const result = next ? { login: { accountId: next.subject } } : { error: 'access_denied', error_description: 'no, thank you' };
    provider.interactionFinished(req, res, result).catch((err: unknown) => res.destroy(err as Error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'nickname', 'email', 'email_verified', 'roles'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id)?.claims }) }),
    // whoever signs in has agreed before
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  return {
    issuer,
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Atelier' },
    get next() {
      return next;
    },
    set next(person) {
      next = person;
    },
    visit: (url, before = new Map()) => visit(new URL(url), redirectUri, before),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function visit(start: URL, redirectUri: string, cookies: Map<string, string>): Promise<URL> {
  let url = start;
  for (let steps = 0; steps < 10; steps++) {
    if (url.href.startsWith(redirectUri)) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    url = new URL(location, url);
  }
  throw new Error('the provider sends its visitors in circles');
}
