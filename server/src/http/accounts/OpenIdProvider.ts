// The OpenID provider of OIDC_ISSUER: code flow with PKCE, state and nonce; asked for what it is when it is first needed, and again when that failed.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export interface OpenIdSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** How the button names it. */
  name: string;
  rolesClaim: string;
}

/** What is kept until the browser comes back. */
export interface OpenIdChecks {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** Whom the provider says somebody is. */
export interface OpenIdPerson {
  issuer: string;
  subject: string;
  claims: Record<string, unknown>;
}

const TIMEOUT_S = 10;
/** Its keys and addresses are asked for again after this. */
const KNOWN_MS = 3_600_000;

export class OpenIdProvider {
  readonly settings: OpenIdSettings;
  #known: { untilMs: number; config: Promise<Configuration> } | undefined;

  constructor(settings: OpenIdSettings) {
    this.settings = settings;
  }

  /** @throws when the provider does not answer */
  async begin(redirectUri: string): Promise<{ url: URL; checks: OpenIdChecks }> {
    const config = await this.#config();
    const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), redirectUri };
    const url = buildAuthorizationUrl(config, {
      ...{ redirect_uri: redirectUri, scope: 'openid profile', state: checks.state, nonce: checks.nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(checks.verifier), code_challenge_method: 'S256' },
    });
    return { url, checks };
  }

  /**
   * @param query of the address to which the browser came back
   * @throws when anything of it is not what was asked for
   */
  async finish(query: string, { state, nonce, verifier, redirectUri }: OpenIdChecks): Promise<OpenIdPerson> {
    const config = await this.#config();
    const current = new URL(redirectUri);
    current.search = query;
    const tokens = await authorizationCodeGrant(config, current, {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('no ID token');
    const { iss: issuer, sub: subject } = claims;
    // many providers tell groups and names there only
    const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await fetchUserInfo(config, tokens.access_token, subject) : {};
    return { issuer, subject, claims: { ...more, ...claims } };
  }

  #config(): Promise<Configuration> {
    const nowMs = Date.now();
    if (this.#known && this.#known.untilMs > nowMs) return this.#known.config;
    const { issuer, clientId, clientSecret } = this.settings;
    // config.ts allows plain http for a provider on this machine only
    const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    const config = discovery(issuer, clientId, clientSecret, undefined, { timeout: TIMEOUT_S, execute });
    const known = { untilMs: nowMs + KNOWN_MS, config };
    this.#known = known;
    config.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return config;
  }
}
