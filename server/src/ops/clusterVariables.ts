// Several server processes that are one server: where they meet, and how people reach this one.
import { found, type Problem, type Reading, type Variable, wrong } from './readSettings.ts';

export interface ClusterSettings {
  redisUrl: string;
  /** Without a slash at its end. */
  processUrl: string;
}

/** What is wrong is told without the text: it may hold a password. */
function readRedisUrl(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return /^rediss?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname
    ? found(text)
    : wrong('must be an address such as redis://:password@host:6379/0');
}

function readProcessUrl(text: string | undefined): Reading<URL | undefined> {
  if (text === undefined) return found(undefined);
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
    ? found(url)
    : wrong(`must be an address such as https://office.example.org/p1, not "${text}"`);
}

export const clusterVariables = {
  REDIS_URL: {
    fallback: 'none',
    meaning:
      'For several server processes: where they meet, `redis://:password@host:6379/0`. Needs DATABASE_URL and PROCESS_URL, and one DATA_DIR for all.',
    read: readRedisUrl,
  },
  PROCESS_URL: {
    fallback: 'none',
    meaning:
      'For several server processes: the address of this one, a path of the address that people use: `https://office.example.org/p1`.',
    read: readProcessUrl,
  },
} as const satisfies Record<string, Variable<unknown>>;

interface Values {
  REDIS_URL: string | undefined;
  PROCESS_URL: URL | undefined;
  DATABASE_URL: string | undefined;
  PUBLIC_URL: URL | undefined;
}

export function arrangeCluster(values: Values): { cluster: ClusterSettings | undefined } | Problem {
  const { REDIS_URL: redisUrl, PROCESS_URL: processUrl, DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl } = values;
  if (redisUrl === undefined && processUrl === undefined) return { cluster: undefined };
  if (redisUrl === undefined || processUrl === undefined)
    return wrong(`${redisUrl ? 'PROCESS_URL' : 'REDIS_URL'} is missing: REDIS_URL and PROCESS_URL belong together.`);
  if (databaseUrl === undefined)
    return wrong('DATABASE_URL is missing: with REDIS_URL several processes share one database, which must be PostgreSQL.');
  // cookies and the page's own rules hold for one origin
  if (publicUrl && publicUrl.origin !== processUrl.origin) return wrong(`PROCESS_URL must be a path of PUBLIC_URL, ${publicUrl.origin}.`);
  return { cluster: { redisUrl, processUrl: processUrl.href.replace(/\/+$/, '') } };
}
