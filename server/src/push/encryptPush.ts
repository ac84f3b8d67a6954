// What a push service carries and cannot read (RFC 8291, RFC 8188): one record, sealed for one browser.
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

export interface BrowserKeys {
  /** base64url: a point of P-256, uncompressed. */
  p256dh: string;
  /** base64url: 16 bytes. */
  auth: string;
}

const CURVE = 'prime256v1';
const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const RECORD_BYTES = 4096;
/** Says that the record is the last one. */
const LAST = Buffer.from([2]);

const derive = (key: Uint8Array, salt: Uint8Array, info: Uint8Array | string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));

/** Undefined: no keys of a browser. */
export function readBrowserKeys({ p256dh, auth }: BrowserKeys): { point: Buffer; secret: Buffer } | undefined {
  const point = Buffer.from(p256dh, 'base64url');
  const secret = Buffer.from(auth, 'base64url');
  if (point.length !== POINT_BYTES || point[0] !== 4 || secret.length !== AUTH_BYTES) return undefined;
  try {
    const probe = createECDH(CURVE);
    probe.generateKeys();
    // throws for what is not on the curve
    probe.computeSecret(point);
    return { point, secret };
  } catch {
    return undefined;
  }
}

/** The body of a request with `Content-Encoding: aes128gcm`. Undefined: no keys of a browser. */
export function encryptPush(text: string, keys: BrowserKeys): Buffer | undefined {
  const browser = readBrowserKeys(keys);
  if (!browser) return undefined;
  const once = createECDH(CURVE);
  const ours = once.generateKeys();
  const salt = randomBytes(16);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.point, ours]);
  const material = derive(once.computeSecret(browser.point), browser.secret, info, 32);
  const key = derive(material, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derive(material, salt, 'Content-Encoding: nonce\0', 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(LAST), cipher.final(), cipher.getAuthTag()]);
  const header = Buffer.alloc(5);
  header.writeUInt32BE(RECORD_BYTES);
  header.writeUInt8(ours.length, 4);
  return Buffer.concat([salt, header, ours, sealed]);
}
