// Reads the settings of accounts: by which server mail goes out, and which OpenID provider people come from.
import { RANKS, type Rank } from '@comptoir/shared/people';
import { found, type Problem, type Reading, type Variable, wrong } from './readSettings.ts';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const ADDRESS = /^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+$/;

export function readSmtpUrl(text: string | undefined): Reading<URL | undefined> {
  if (text === undefined) return found(undefined);
  const url = URL.parse(text);
  const isUsable = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && url.search === '';
  // what may be a password is not repeated
  return isUsable && isEncoded(url)
    ? found(url)
    : wrong('must be an address such as smtps://user:password@mail.example.org (what is not a letter or digit written as %40)');
}

function isEncoded({ username, password }: URL): boolean {
  try {
    return [username, password].every((part) => decodeURIComponent(part) !== '\0');
  } catch {
    return false;
  }
}

export function readMailFrom(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return ADDRESS.test(text) ? found(text) : wrong(`must be an e-mail address such as office@example.org, not "${text}"`);
}

export function readIssuer(text: string | undefined): Reading<URL | undefined> {
  if (text === undefined) return found(undefined);
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return wrong(`must be the address of a provider such as https://login.example.org, not "${text}"`);
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname)
    ? found(url)
    : wrong(`must begin with https://: over "${text}" anybody in between could sign in as anybody`);
}

export const readText =
  (most: number) =>
  (text: string | undefined): Reading<string | undefined> =>
    text === undefined || (text.length <= most && !/\p{C}/u.test(text)) ? found(text) : wrong(`must have at most ${most} characters`);

/** `staff=host,it=admin` */
export function readRoles(text: string | undefined): Reading<ReadonlyMap<string, Rank>> {
  const pairs = (text ?? 'member=member,host=host,admin=admin').split(',').map((pair) => pair.trim());
  const ranks = pairs.map((pair) => {
    const at = pair.lastIndexOf('=');
    const rank = RANKS.find((known) => known === pair.slice(at + 1).trim());
    return at > 0 && rank ? ([pair.slice(0, at).trim(), rank] as const) : undefined;
  });
  return ranks.every((pair) => pair !== undefined)
    ? found(new Map(ranks))
    : wrong(`must be pairs such as staff=host,it=admin (of ${RANKS.join(', ')}), not "${text}"`);
}

export const accountVariables = {
  SMTP_URL: {
    fallback: 'none',
    meaning:
      'Your mail server: `smtps://user:password@mail.example.org`, or `smtp://` with STARTTLS. People then sign in by a link that is mailed to them; without it a host hands links out.',
    read: readSmtpUrl,
  },
  MAIL_FROM: { fallback: 'the user of SMTP_URL', meaning: 'The address that mails come from.', read: readMailFrom },
  OIDC_ISSUER: {
    fallback: 'none',
    meaning: 'Your OpenID Connect provider: people then sign in by it. Its redirect URI is `PUBLIC_URL/api/account/openid/callback`.',
    read: readIssuer,
  },
  OIDC_CLIENT_ID: { fallback: 'none', meaning: 'What the provider knows this server by.', read: readText(400) },
  OIDC_CLIENT_SECRET: { fallback: 'none', meaning: 'The secret that the provider gave for it.', read: readText(1000) },
  OIDC_NAME: { fallback: 'its host name', meaning: 'How the button names the provider.', read: readText(40) },
  OIDC_ROLES_CLAIM: {
    fallback: 'roles',
    meaning: 'The claim (ID token or userinfo) that says what somebody may do here; inside of another with dots: `realm_access.roles`.',
    read: readText(200),
  },
  OIDC_ROLES: {
    fallback: 'member=member,host=host,admin=admin',
    meaning: 'Which of its values makes what: `staff=member,it=admin`. What the provider gave it also takes away, at the next sign-in.',
    read: readRoles,
  },
} as const satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof accountVariables;
export type AccountValues = { [N in Name]: Extract<ReturnType<(typeof accountVariables)[N]['read']>, { value: unknown }>['value'] };

export interface AccountSettings {
  mail: { url: URL; from: string } | undefined;
  openId: { issuer: URL; clientId: string; clientSecret: string; name: string; rolesClaim: string } | undefined;
  openIdRanks: ReadonlyMap<string, Rank>;
}

/** @param isLocal nobody but this machine reaches the server */
export function arrangeAccounts(values: AccountValues, publicUrl: URL | undefined, isLocal: boolean): AccountSettings | Problem {
  const { SMTP_URL: url, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (url && !publicUrl && !isLocal)
    return wrong('PUBLIC_URL is missing: with SMTP_URL it says where the links in mails lead, which whoever asks for a mail must not.');
  const missing = Object.entries({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret });
  const [without] = missing.find(([, value]) => value === undefined) ?? [];
  if (without !== undefined && missing.some(([, value]) => value !== undefined))
    return wrong(`${without} is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.`);
  const user = url ? decodeURIComponent(url.username) : '';
  const from = values.MAIL_FROM ?? (ADDRESS.test(user) ? user : `comptoir@${publicUrl?.hostname ?? 'localhost'}`);
  return {
    mail: url && { url, from },
    openId:
      issuer && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret, name: values.OIDC_NAME ?? issuer.hostname, rolesClaim: values.OIDC_ROLES_CLAIM ?? 'roles' }
        : undefined,
    openIdRanks: values.OIDC_ROLES,
  };
}
