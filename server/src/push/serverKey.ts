// The key by which push services know this server (VAPID, RFC 8292): made at the first start, kept with the other secrets.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface ServerKey {
  /** For `applicationServerKey`: base64url of the point, uncompressed. */
  publicKey: string;
  /** The `Authorization` header for a push service. */
  authorize(origin: string, nowMs: number): string;
}

/** Push services take at most a day. */
const VALID_S = 12 * 3600;
const RENEW_S = 3600;

/** base64 of PKCS #8. */
export function makeServerKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** @param contact where whoever runs a push service reaches whoever runs this server: `https:` or `mailto:` */
export function readServerKey(kept: string, contact: string): ServerKey {
  const privateKey = createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' });
  const publicKey = pointOf(privateKey).toString('base64url');
  const tokens = new Map<string, { token: string; untilS: number }>();
  return {
    publicKey,
    authorize(origin, nowMs) {
      const nowS = Math.floor(nowMs / 1000);
      let known = tokens.get(origin);
      if (!known || known.untilS - nowS < RENEW_S) {
        const untilS = nowS + VALID_S;
        known = { token: signToken(privateKey, { aud: origin, exp: untilS, sub: contact }), untilS };
        tokens.set(origin, known);
      }
      return `vapid t=${known.token}, k=${publicKey}`;
    },
  };
}

function pointOf(privateKey: KeyObject): Buffer {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

function signToken(privateKey: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
