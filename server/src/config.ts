// Everything an environment variable can change, read once; no other file looks at process.env.
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  port: number;
  host: string;
  /** How people reach this server, when that differs from the Host header they send. */
  publicUrl: URL | undefined;
  /** Who may say for whom it speaks: nobody, so many hops in front, or the proxies' addresses. */
  trustProxy: false | number | string[];
  tls: { certFile: string; keyFile: string } | undefined;
  /** Joins a minute from one address. */
  joinRatePerAddress: number;
  dataDir: string;
  mapsDir: string;
  /** People in one office at a time. */
  officeCapacity: number;
  metricsToken: string | undefined;
  logLevel: LogLevel;
  /** IANA name: when the counter's day begins, and when Thursday evening is. */
  timezone: string;
  /** Names that are set but belong to parts still to come. */
  notYet: string[];
  /** Hot reload of the client instead of its build. */
  dev: boolean;
  /** The repository's own parts; tests point them elsewhere. */
  clientDir: string;
  builtInMapsDir: string;
}

interface Problem {
  problem: string;
}
type Reading<T> = { value: T } | Problem;

interface Variable<T> {
  /** As the documentation prints it. */
  fallback: string;
  meaning: string;
  /** `text` is trimmed and never empty; undefined when the variable is unset. The problem continues the sentence "NAME ...". */
  read(text: string | undefined): Reading<T>;
}

const found = <T>(value: T): Reading<T> => ({ value });
const wrong = (problem: string): Problem => ({ problem });

function whole(fallback: number, from: number, to: number): Variable<number>['read'] {
  return (text) => {
    if (text === undefined) return found(fallback);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? found(value) : wrong(`must be a whole number from ${from} to ${to}, not "${text}"`);
  };
}

function readHost(text: string | undefined): Reading<string> {
  if (text === undefined) return found('127.0.0.1');
  return isIP(text) || /^[a-z0-9.-]+$/i.test(text) ? found(text) : wrong(`must be an address or a host name, not "${text}"`);
}

function readPublicUrl(text: string | undefined): Reading<URL | undefined> {
  if (text === undefined) return found(undefined);
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return wrong(`must be an address such as https://office.example.org, not "${text}"`);
  return url.pathname === '/' && !url.search && !url.hash
    ? found(url)
    : wrong(`must end after the host name: Comptoir is served at the root of its address, not under "${url.pathname}"`);
}

const isCidr = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
};

function readTrustProxy(text: string | undefined): Reading<Config['trustProxy']> {
  if (text === undefined || text === 'none') return found(false);
  if (/^\d{1,2}$/.test(text)) return found(Number(text) || false);
  const list = text.split(',').map((entry) => entry.trim());
  return list.every(isCidr) ? found(list) : wrong(`must be none, a number of hops, or addresses such as 10.0.0.0/8, not "${text}"`);
}

function readFileName(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return existsSync(text) ? found(resolve(text)) : wrong(`names a file that is not there: "${text}"`);
}

function readToken(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return /^[\x21-\x7e]{8,}$/.test(text) ? found(text) : wrong('must have at least 8 characters, without spaces or accents');
}

function readLogLevel(text: string | undefined): Reading<LogLevel> {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'info').toLowerCase());
  return level ? found(level) : wrong(`must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
}

function readTimezone(text: string | undefined): Reading<string> {
  try {
    return found(new Intl.DateTimeFormat('en', text === undefined ? {} : { timeZone: text }).resolvedOptions().timeZone);
  } catch {
    return wrong(`must be a time zone such as Europe/Paris, not "${text}"`);
  }
}

function readMediaEngine(text: string | undefined): Reading<'embedded'> {
  return text === undefined || text === 'embedded' ? found('embedded') : wrong(`must be embedded: "${text}" is not available yet`);
}

/** Every variable with what it is for; docs/self-hosting.md prints this table. */
export const variables = {
  PORT: { fallback: '8080', meaning: 'Port of everything: pages, API and WebSocket.', read: whole(8080, 0, 65_535) },
  HOST: {
    fallback: '127.0.0.1',
    meaning: 'Address to listen on. `0.0.0.0` lets other machines in.',
    read: readHost,
  },
  PUBLIC_URL: {
    fallback: 'none',
    meaning: 'How people reach the office, when a proxy in front changes the Host header. Pages of this address may connect.',
    read: readPublicUrl,
  },
  TLS_CERT: { fallback: 'none', meaning: 'Certificate file (PEM, with its chain): Comptoir then speaks https itself.', read: readFileName },
  TLS_KEY: { fallback: 'none', meaning: 'Private key file of TLS_CERT.', read: readFileName },
  TRUST_PROXY: {
    fallback: 'none',
    meaning:
      'Whose `X-Forwarded-For` and `X-Forwarded-Proto` to believe: `none`, a number of proxies in front, or their addresses (CIDR, comma-separated).',
    read: readTrustProxy,
  },
  JOIN_RATE_PER_ADDRESS: {
    fallback: '60',
    meaning: 'Joins a minute from one address; half as many again may come in one burst. Several people behind one address share it.',
    read: whole(60, 1, 10_000_000),
  },
  OFFICE_CAPACITY: { fallback: '200', meaning: 'People in one office at a time.', read: whole(200, 1, 60_000) },
  DATA_DIR: {
    fallback: './data',
    meaning: 'Where the database is kept. Back this folder up.',
    read: (text) => found(resolve(text ?? 'data')),
  },
  MAPS_DIR: {
    fallback: 'DATA_DIR/maps',
    meaning: 'Tiled maps put here become offices.',
    read: (text) => found(text === undefined ? undefined : resolve(text)),
  },
  METRICS_TOKEN: {
    fallback: 'none',
    meaning: 'Asked for by `/metrics` as `Authorization: Bearer ...`; without one, only this machine may read them.',
    read: readToken,
  },
  LOG_LEVEL: { fallback: 'info', meaning: `How much to log: ${LOG_LEVELS.join(', ')}.`, read: readLogLevel },
  OFFICE_TIMEZONE: {
    fallback: "the system's",
    meaning: 'When a new day begins for the counter of cups, and when it is Thursday evening.',
    read: readTimezone,
  },
  MEDIA_ENGINE: { fallback: 'embedded', meaning: 'Reserved: only `embedded`.', read: readMediaEngine },
} as const satisfies Record<string, Variable<unknown>>;

/** What is asked for by these cannot be done yet, and starting without it would put people's data in another place than they think. */
const NEEDED = ['DATABASE_URL', 'REDIS_URL', 'PROCESS_URL'];
/** Settings of parts that are still to come: said, and then ignored. */
const NOT_YET = [
  ...['ADMIN_TOKEN', 'SMTP_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ...['MEDIA_UDP_PORT', 'MEDIA_WORKERS', 'MEDIA_ANNOUNCED_IP', 'STUN_PORT', 'TURN_URLS', 'TURN_SECRET'],
];

type Name = keyof typeof variables;
type Values = { [N in Name]: Extract<ReturnType<(typeof variables)[N]['read']>, { value: unknown }>['value'] };

const isName = (name: string): name is Name => Object.hasOwn(variables, name);

/** Relative paths are resolved against the current folder. A problem is one sentence naming the variable. */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[] = []): Config | Problem {
  const textOf = (name: string): string | undefined => env[name]?.trim() || undefined;
  const needed = NEEDED.find((name) => textOf(name) !== undefined);
  if (needed) return wrong(`${needed} is set, but this version of Comptoir does not know it yet: unset it.`);

  const values: Partial<Record<Name, unknown>> = {};
  for (const name of Object.keys(variables).filter(isName)) {
    const reading: Reading<unknown> = variables[name].read(textOf(name));
    if ('problem' in reading) return wrong(`${name} ${reading.problem}.`);
    values[name] = reading.value;
  }
  const notYet = NOT_YET.filter((name) => textOf(name) !== undefined);
  return arrange(values as Values, args, notYet);
}

function arrange(values: Values, args: readonly string[], notYet: string[]): Config | Problem {
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = values;
  if ((certFile === undefined) !== (keyFile === undefined)) {
    return wrong(`${certFile ? 'TLS_KEY' : 'TLS_CERT'} is missing: TLS_CERT and TLS_KEY belong together.`);
  }
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    tls: certFile && keyFile ? { certFile, keyFile } : undefined,
    joinRatePerAddress: values.JOIN_RATE_PER_ADDRESS,
    dataDir: values.DATA_DIR,
    mapsDir: values.MAPS_DIR ?? resolve(values.DATA_DIR, 'maps'),
    officeCapacity: values.OFFICE_CAPACITY,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    timezone: values.OFFICE_TIMEZONE,
    dev: args.includes('--dev'),
    notYet,
    clientDir: fileURLToPath(new URL('../../client', import.meta.url)),
    builtInMapsDir: fileURLToPath(new URL('../../assets/maps', import.meta.url)),
  };
}
