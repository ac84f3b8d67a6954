// One request to a push service, whose address a browser gave us: by TLS, to the internet only, following nobody anywhere else.
import { lookup as lookUp } from 'node:dns';
import { request as requestPlainly } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './publicAddress.ts';

/** `anywhere`: for tests, also this machine, and without TLS. */
export type Reachable = 'internet' | 'anywhere';

const TIMEOUT_MS = 10_000;

/** Undefined: nothing that a browser would have been given. */
export function readEndpoint(text: string, reach: Reachable): URL | undefined {
  const url = URL.parse(text);
  if (url?.username !== '' || url.password !== '') return undefined;
  if (reach === 'anywhere') return url;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isNear = isIP(host) ? !isPublicAddress(host) : !host.includes('.') || /\.(?:local|localhost|internal|home\.arpa)\.?$/.test(host);
  return url.protocol === 'https:' && url.port === '' && !isNear ? url : undefined;
}

/** What is connected to is what was looked at: a name that changes in between leads nowhere. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (err, addresses) => {
    if (err) return callback(err, '', 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(new Error(`${hostname} is not on the internet`), '', 0);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** @returns its status; rejects when it cannot be reached */
export function postPush(url: URL, headers: Record<string, string>, body: Buffer, reach: Reachable): Promise<number> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? request : requestPlainly;
    const how = { method: 'POST', timeout: TIMEOUT_MS, agent: false, headers: { ...headers, 'Content-Length': body.length } };
    const sent = ask(url, reach === 'internet' ? { ...how, lookup: lookUpPublic } : how, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('timeout', () => sent.destroy(new Error('the push service does not answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
