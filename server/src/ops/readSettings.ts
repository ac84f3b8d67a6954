// Reads the text of a setting: a value, or what is wrong with it as the rest of a sentence that begins with its name.
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type InstanceKey, readInstanceKey } from './sealText.ts';

/** Nobody, so many hops in front, or the proxies' addresses. */
export type TrustProxy = false | number | string[];

export interface Problem {
  problem: string;
}
export type Reading<T> = { value: T } | Problem;

export interface Variable<T> {
  /** As the documentation prints it. */
  fallback: string;
  meaning: string;
  /** `text` is trimmed and never empty; undefined when the variable is unset. The problem continues the sentence "NAME ...". */
  read(text: string | undefined): Reading<T>;
}

export const found = <T>(value: T): Reading<T> => ({ value });
export const wrong = (problem: string): Problem => ({ problem });

export function whole(fallback: number, from: number, to: number): Variable<number>['read'] {
  return (text) => {
    if (text === undefined) return found(fallback);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? found(value) : wrong(`must be a whole number from ${from} to ${to}, not "${text}"`);
  };
}

export function readHost(text: string | undefined): Reading<string> {
  if (text === undefined) return found('127.0.0.1');
  return isIP(text) || /^[a-z0-9.-]+$/i.test(text) ? found(text) : wrong(`must be an address or a host name, not "${text}"`);
}

export function readPublicUrl(text: string | undefined): Reading<URL | undefined> {
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

export function readTrustProxy(text: string | undefined): Reading<TrustProxy> {
  if (text === undefined || text === 'none') return found(false);
  if (/^\d{1,2}$/.test(text)) return found(Number(text) || false);
  const list = text.split(',').map((entry) => entry.trim());
  return list.every(isCidr) ? found(list) : wrong(`must be none, a number of hops, or addresses such as 10.0.0.0/8, not "${text}"`);
}

export function readFileName(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return existsSync(text) ? found(resolve(text)) : wrong(`names a file that is not there: "${text}"`);
}

export function readToken(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return /^[\x21-\x7e]{8,}$/.test(text) ? found(text) : wrong('must have at least 8 characters, without spaces or accents');
}

export function readIp(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return isIP(text) ? found(text) : wrong(`must be an IP address, not "${text}"`);
}

export function readStunPort(text: string | undefined): Reading<number | 'off' | undefined> {
  if (text === undefined) return found(undefined);
  if (text === 'off') return found('off');
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
    ? found(Number(text))
    : wrong(`must be off or a whole number from 1 to 65535, not "${text}"`);
}

export function readTurnUrls(text: string | undefined): Reading<string[] | undefined> {
  if (text === undefined) return found(undefined);
  const urls = text.split(',').map((url) => url.trim());
  return urls.every((url) => /^turns?:(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i.test(url))
    ? found(urls)
    : wrong(`must be addresses such as turn:turn.example.org:3478, comma-separated, not "${text}"`);
}

/** What is wrong is told without the text: it holds a password. */
export function readDatabaseUrl(text: string | undefined): Reading<string | undefined> {
  if (text === undefined) return found(undefined);
  return /^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? '')
    ? found(text)
    : wrong('must be an address such as postgres://user:password@host:5432/comptoir; special characters of a password are written as %40');
}

export function readInstanceKeyText(text: string | undefined): Reading<InstanceKey | undefined> {
  if (text === undefined) return found(undefined);
  const key = readInstanceKey(text);
  return key ? found(key) : wrong('must be 32 random bytes in base64, as `openssl rand -base64 32` gives them');
}

export function readPushReach(text = 'internet'): Reading<'internet' | 'anywhere'> {
  return text === 'internet' || text === 'anywhere' ? found(text) : wrong(`must be internet or anywhere, not "${text}"`);
}
