// Everything an environment variable can change, read once; no other file looks at process.env.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tuning } from '@comptoir/shared/tuning';
import { arrangeCluster, type ClusterSettings, clusterVariables } from './ops/clusterVariables.ts';
import { type AccountSettings, accountVariables, arrangeAccounts } from './ops/readAccountSettings.ts';
import {
  found,
  type Problem,
  type Reading,
  readDatabaseUrl,
  readFileName,
  readHost,
  readInstanceKeyText,
  readIp,
  readPublicUrl,
  readPushReach,
  readStunPort,
  readToken,
  readTrustProxy,
  readTurnUrls,
  type TrustProxy,
  type Variable,
  whole,
  wrong,
} from './ops/readSettings.ts';
import type { InstanceKey } from './ops/sealText.ts';
import { stayVariables } from './ops/stayVariables.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  port: number;
  host: string;
  /** How people reach this server, when that differs from the Host header they send. */
  publicUrl: URL | undefined;
  /** Who may say for whom it speaks: nobody, so many hops in front, or the proxies' addresses. */
  trustProxy: TrustProxy;
  tls: { certFile: string; keyFile: string } | undefined;
  /** Joins a minute from one address. */
  joinRatePerAddress: number;
  dataDir: string;
  /** Of PostgreSQL; undefined: the SQLite file in dataDir. */
  databaseUrl: string | undefined;
  /** Undefined: this process is the whole server. */
  cluster: ClusterSettings | undefined;
  /** Instead of the one in dataDir. */
  instanceKey: InstanceKey | undefined;
  mapsDir: string;
  /** People in one office at a time. */
  officeCapacity: number;
  /** Days that what was said to everybody is kept on disk; 0: not at all. */
  officeChatDays: number;
  topicDays: number;
  directDays: number;
  /** `anywhere`: push services on this machine too, for tests. */
  pushReach: 'internet' | 'anywhere';
  /** Days that what stays of a talk is kept, unless somebody keeps it longer; 0: nothing stays. */
  talkDays: number;
  metricsToken: string | undefined;
  logLevel: LogLevel;
  /** By what people sign in. */
  accounts: AccountSettings;
  /** IANA name: when the counter's day begins, and when Thursday evening is. */
  timezone: string;
  /** Of the media server that comes with this one. */
  media: {
    /** The first of as many consecutive ports as workers; undefined: free ones. */
    firstUdpPort: number | undefined;
    workers: number;
    announcedIp: string | undefined;
    /** Only browsers on this machine can reach us. */
    isLocal: boolean;
  };
  /** Undefined: no STUN server of our own. */
  stunPort: number | undefined;
  /** Without it the start goes on when the STUN port is busy. */
  isStunAskedFor: boolean;
  turn: { urls: string[]; secret: string } | undefined;
  /** Lowered in tests only: the media server then takes over earlier. */
  meshMost: number;
  /** Names that are set but belong to parts still to come. */
  notYet: string[];
  /** Hot reload of the client instead of its build. */
  dev: boolean;
  /** An office more, with cardboard people: `--demo`. */
  demo: boolean;
  /** The repository's own parts; tests point them elsewhere. */
  clientDir: string;
  builtInMapsDir: string;
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
  DATABASE_URL: {
    fallback: 'none',
    meaning: 'PostgreSQL instead of the file in DATA_DIR: `postgres://user:password@host:5432/comptoir`. Files stay in DATA_DIR.',
    read: readDatabaseUrl,
  },
  INSTANCE_KEY: {
    fallback: 'DATA_DIR/instance.key',
    meaning: 'With what private texts are sealed in the database: 32 random bytes in base64 (`openssl rand -base64 32`).',
    read: readInstanceKeyText,
  },
  MAPS_DIR: {
    fallback: 'DATA_DIR/maps',
    meaning: 'Tiled maps put here become offices.',
    read: (text) => found(text === undefined ? undefined : resolve(text)),
  },
  ...clusterVariables,
  ...stayVariables,
  ...accountVariables,
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
  MEDIA_UDP_PORT: {
    fallback: 'free ones',
    meaning: 'UDP port of the media server: the first of MEDIA_WORKERS consecutive ones. Set it where a firewall must let them in.',
    read: (text) => (text === undefined ? found(undefined) : whole(0, 1, 65_535)(text)),
  },
  MEDIA_WORKERS: {
    fallback: 'cores - 1',
    meaning: 'Processes that carry calls of more than four people, at least 1; each starts when it is needed.',
    read: (text) => whole(Math.max(1, availableParallelism() - 1), 1, 256)(text),
  },
  MEDIA_ANNOUNCED_IP: {
    fallback: 'none',
    meaning: 'The address at which browsers reach the UDP ports, when it is not one of this machine (behind NAT, in a container).',
    read: readIp,
  },
  STUN_PORT: {
    fallback: '3478 or off',
    meaning:
      'UDP port of our own STUN server, by which browsers learn how their network shows them to others. Unset: 3478, but off while HOST is this machine only or TURN_URLS is set. `off` turns it off.',
    read: readStunPort,
  },
  TURN_URLS: {
    fallback: 'none',
    meaning: 'Your TURN server (coturn with `use-auth-secret`), comma-separated: `turn:turn.example.org:3478,turns:turn.example.org:443`.',
    read: readTurnUrls,
  },
  TURN_SECRET: {
    fallback: 'none',
    meaning: 'The secret that the TURN server shares with us (`static-auth-secret`); people inside get credentials that end by themselves.',
    read: readToken,
  },
  MEDIA_MESH_MAX: {
    fallback: String(tuning.meshMax),
    meaning: 'For tests: up to so many people a call goes from browser to browser, without the media server.',
    read: whole(tuning.meshMax, 1, tuning.meshMax),
  },
  PUSH_REACH: {
    fallback: 'internet',
    meaning: 'For tests: `anywhere` has browsers name push services on this machine.',
    read: readPushReach,
  },
  MEDIA_ENGINE: { fallback: 'embedded', meaning: 'Reserved: only `embedded`.', read: readMediaEngine },
} as const satisfies Record<string, Variable<unknown>>;

/** Settings of parts that are still to come: said, and then ignored. */
const NOT_YET = ['ADMIN_TOKEN'];

const DEFAULT_STUN_PORT = 3478;

type Name = keyof typeof variables;
type Values = { [N in Name]: Extract<ReturnType<(typeof variables)[N]['read']>, { value: unknown }>['value'] };

const isName = (name: string): name is Name => Object.hasOwn(variables, name);

/** Relative paths are resolved against the current folder. A problem is one sentence naming the variable. */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[] = []): Config | Problem {
  const textOf = (name: string): string | undefined => env[name]?.trim() || undefined;
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
  const { TURN_URLS: turnUrls, TURN_SECRET: turnSecret } = values;
  if ((turnUrls === undefined) !== (turnSecret === undefined)) {
    return wrong(`${turnUrls ? 'TURN_SECRET' : 'TURN_URLS'} is missing: TURN_URLS and TURN_SECRET belong together.`);
  }
  if ((values.MEDIA_UDP_PORT ?? 0) + values.MEDIA_WORKERS - 1 > 65_535) {
    return wrong('MEDIA_UDP_PORT is too high: MEDIA_WORKERS ports from there on do not exist.');
  }
  const isLocal = /^(?:127\.|localhost$|::1$)/.test(values.HOST) && !values.PUBLIC_URL && !values.TRUST_PROXY && !values.MEDIA_ANNOUNCED_IP;
  const accounts = arrangeAccounts(values, values.PUBLIC_URL, isLocal);
  if ('problem' in accounts) return accounts;
  const clustered = arrangeCluster(values);
  if ('problem' in clustered) return clustered;
  const stunPort = values.STUN_PORT ?? (isLocal || turnUrls ? 'off' : DEFAULT_STUN_PORT);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    tls: certFile && keyFile ? { certFile, keyFile } : undefined,
    joinRatePerAddress: values.JOIN_RATE_PER_ADDRESS,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    ...clustered,
    instanceKey: values.INSTANCE_KEY,
    mapsDir: values.MAPS_DIR ?? resolve(values.DATA_DIR, 'maps'),
    officeCapacity: values.OFFICE_CAPACITY,
    officeChatDays: values.OFFICE_CHAT_DAYS,
    topicDays: values.TOPIC_DAYS,
    directDays: values.DIRECT_DAYS,
    pushReach: values.PUSH_REACH,
    talkDays: values.TALK_DAYS,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    accounts,
    timezone: values.OFFICE_TIMEZONE,
    media: {
      firstUdpPort: values.MEDIA_UDP_PORT,
      workers: values.MEDIA_WORKERS,
      announcedIp: values.MEDIA_ANNOUNCED_IP,
      isLocal,
    },
    stunPort: stunPort === 'off' ? undefined : stunPort,
    isStunAskedFor: values.STUN_PORT !== undefined,
    turn: turnUrls && turnSecret ? { urls: turnUrls, secret: turnSecret } : undefined,
    meshMost: values.MEDIA_MESH_MAX,
    dev: args.includes('--dev'),
    demo: args.includes('--demo'),
    notYet,
    clientDir: fileURLToPath(new URL('../../client', import.meta.url)),
    builtInMapsDir: fileURLToPath(new URL('../../assets/maps', import.meta.url)),
  };
}
