// A passkey in software: what an authenticator answers to a page's questions, with keys of its own, and as wrong as a test wants it.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What a forger changes. */
export interface Twist {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** Of the flags: present 1, verified 4. */
  flags?: number;
  counter?: number;
  userHandle?: string;
  /** Another key signs. */
  key?: KeyObject;
}

interface Kept {
  id: Buffer;
  rpId: string;
  userHandle: string;
  key: KeyObject;
  counter: number;
}

/** CBOR of what stands in an attestation: whole numbers, bytes, text and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (kind: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(kind << 5) | n])
      : n < 256
        ? Buffer.from([(kind << 5) | 24, n])
        : Buffer.from([(kind << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one as number)])]);
  return Buffer.concat([head(2, value.length), Buffer.from(value)]);
}

const PRESENT_AND_VERIFIED = 0x05;
const HAS_CREDENTIAL = 0x40;
/** May be kept on several devices, and is. */
const SYNCED = 0x18;

export class Authenticator {
  readonly origin: string;
  readonly kept: Kept[] = [];
  /** Whether it counts its uses: those that sync do not. */
  readonly counts: boolean;

  constructor(origin: string, { counts = true } = {}) {
    this.origin = origin;
    this.counts = counts;
  }

  /** To the options of `navigator.credentials.create`. */
  // biome-ignore lint/suspicious/noExplicitAny: the options come over HTTP
  create(options: any, twist: Twist = {}): Record<string, unknown> {
    const rpId = twist.rpId ?? options.rp.id;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const made = { id: randomBytes(32), rpId, userHandle: options.user.id as string, key: privateKey, counter: 0 };
    this.kept.push(made);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const point = (text: string): Buffer => Buffer.from(text, 'base64url');
    const cose = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]);
    const flags = (twist.flags ?? PRESENT_AND_VERIFIED) | HAS_CREDENTIAL | (this.counts ? 0 : SYNCED);
    const length = Buffer.from([0, made.id.length]);
    const authData = Buffer.concat([this.#head(rpId, flags, 0), Buffer.alloc(16), length, made.id, cbor(cose)]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.#credential(made.id, {
      clientDataJSON: b64(this.#clientData(twist.type ?? 'webauthn.create', twist.challenge ?? options.challenge, twist)),
      attestationObject: b64(attestation),
      transports: ['internal'],
    });
  }

  /** To the options of `navigator.credentials.get`: by the passkey that was made last for this site. */
  // biome-ignore lint/suspicious/noExplicitAny: the options come over HTTP
  get(options: any, twist: Twist = {}): Record<string, unknown> {
    const passkey = this.kept.findLast(({ rpId }) => rpId === options.rpId);
    if (!passkey) throw new Error(`no passkey for ${options.rpId}`);
    if (this.counts) passkey.counter++;
    const clientData = this.#clientData(twist.type ?? 'webauthn.get', twist.challenge ?? options.challenge, twist);
    const flags = (twist.flags ?? PRESENT_AND_VERIFIED) | (this.counts ? 0 : SYNCED);
    const authData = this.#head(twist.rpId ?? passkey.rpId, flags, twist.counter ?? passkey.counter);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(clientData)]))
      .sign(twist.key ?? passkey.key);
    return this.#credential(passkey.id, {
      ...{ clientDataJSON: b64(clientData), authenticatorData: b64(authData), signature: b64(signature) },
      userHandle: twist.userHandle ?? passkey.userHandle,
    });
  }

  #clientData(type: string, challenge: string, { origin = this.origin }: Twist): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head(rpId: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }

  #credential(id: Buffer, response: object): Record<string, unknown> {
    return { id: b64(id), rawId: b64(id), type: 'public-key', response, clientExtensionResults: {}, authenticatorAttachment: 'platform' };
  }
}
