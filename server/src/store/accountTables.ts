// The tables of accounts and of ways to sign in, as part of tables.ts.

export interface AccountTables {
  /** Who can sign in. */
  accounts: {
    /** Also what authenticators are told of whoever it is. */
    accountId: string;
    personId: string;
    /** Confirmed; as normaliseEmail of accounts/emails.ts writes it. */
    email: string | null;
    createdMs: number;
    erasesAtMs: number | null;
  };
  sessions: {
    sessionId: string;
    accountId: string;
    deviceHash: string;
    /** hashToken of ops/tokens.ts */
    tokenHash: string;
    /** Of the token before, which holds until the new one was seen, and a moment longer. */
    previousHash: string | null;
    previousUntilMs: number | null;
    browser: string;
    system: string;
    begunMs: number;
    usedMs: number;
    rotatedMs: number;
  };
  passkeys: {
    passkeyId: string;
    /** base64url, as the next two. */
    credentialId: string;
    accountId: string;
    publicKey: string;
    counter: number;
    /** JSON: string[] */
    transports: string;
    name: string;
    isSynced: number;
    createdMs: number;
    usedMs: number | null;
  };
  /** Of accounts at an OpenID provider; `rank`: what it gave at the latest sign-in. */
  openIdentities: { issuer: string; subject: string; accountId: string; rank: string | null; createdMs: number };
  /** Links that sign in once: mailed (`email`), or handed out by a host. */
  signInLinks: {
    tokenHash: string;
    email: string | null;
    /** Whose account it makes, or signs in to where it was handed out. */
    personId: string | null;
    /** Which account gets the address. */
    accountId: string | null;
    /** Of the browser that asked for it. */
    deviceHash: string | null;
    codeHash: string | null;
    tries: number;
    /** Handed out: whoever has a higher rank by now is not reached by it. */
    mostRank: string | null;
    office: string | null;
    expiresMs: number;
  };
  /** Questions put to a browser; `facts` is JSON. */
  signInFlows: { flowHash: string; kind: string; deviceHash: string; facts: string; expiresMs: number };
}
