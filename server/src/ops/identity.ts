// Who comes back: the signed device cookie and the tickets that tie a person to a device. Pure crypto, no storage.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const DEVICE_COOKIE = 'comptoir_device';

/** 128 random bits as 22 url-safe characters: person and device ids. */
export const newId = (): string => randomBytes(16).toString('base64url');

const ID = /^[\w-]{22}$/;
const SIGNED = /^([\w-]{22})\.([\w-]{43})$/;

export interface Identity {
  /** What the cookie of this device holds. */
  cookieOf(deviceId: string): string;
  /** The device of a request's Cookie header; undefined without one that we signed. */
  readDevice(cookieHeader: string | null | undefined): string | undefined;
  /** `deviceId` undefined: for somebody without cookies (a bot); valid without a cookie only. */
  issueTicket(personId: string, deviceId: string | undefined): string;
  /** The person of a ticket that was issued for this very device. */
  checkTicket(ticket: string, deviceId: string | undefined): string | undefined;
}

/** What the store keeps instead of the device id: a stolen database opens no door. */
export const hashDevice = (deviceId: string): string => createHash('sha256').update(deviceId).digest('base64url');

export function cookieValues(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1).replace(/^"(.*)"$/, '$1'));
}

/** `key`: at least 32 random bytes, the same over restarts. */
export function createIdentity(key: Uint8Array): Identity {
  const sign = (purpose: string, ...parts: string[]): Buffer =>
    createHmac('sha256', key)
      .update([purpose, ...parts].join('\n'))
      .digest();
  const isSigned = (signature: string, purpose: string, ...parts: string[]): boolean =>
    timingSafeEqual(Buffer.from(signature, 'base64url'), sign(purpose, ...parts));

  return {
    cookieOf: (deviceId) => `${deviceId}.${sign('device', deviceId).toString('base64url')}`,
    readDevice(header) {
      for (const value of cookieValues(header ?? '', DEVICE_COOKIE)) {
        const [, deviceId, signature] = SIGNED.exec(value) ?? [];
        if (deviceId && signature && isSigned(signature, 'device', deviceId)) return deviceId;
      }
      return undefined;
    },
    issueTicket(personId, deviceId) {
      if (!ID.test(personId)) throw new TypeError('not a person id');
      return `${personId}.${sign('ticket', personId, deviceId ?? '').toString('base64url')}`;
    },
    checkTicket(ticket, deviceId) {
      const [, personId, signature] = SIGNED.exec(ticket) ?? [];
      return personId && signature && isSigned(signature, 'ticket', personId, deviceId ?? '') ? personId : undefined;
    },
  };
}
