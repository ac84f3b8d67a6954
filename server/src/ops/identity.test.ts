import { expect, test } from 'vitest';
import { createIdentity, DEVICE_COOKIE, hashDevice, newId } from './identity.ts';

const identity = createIdentity(Buffer.alloc(32, 1));
const stranger = createIdentity(Buffer.alloc(32, 2));
const device = newId();
const person = newId();
const cookie = `${DEVICE_COOKIE}=${identity.cookieOf(device)}`;

test('[P2] a device is known again by its own cookie only', () => {
  expect(identity.readDevice(cookie)).toBe(device);
  expect(identity.readDevice(`a=b; ${cookie}; c=d`)).toBe(device);
  expect(stranger.readDevice(cookie)).toBeUndefined();
  const { length } = cookie;
  for (let at = DEVICE_COOKIE.length + 1; at < length - 1; at++) {
    const changed = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1);
    expect(identity.readDevice(changed)).toBeUndefined();
  }
});

test.each([undefined, null, '', `${DEVICE_COOKIE}=`, `${DEVICE_COOKIE}=${device}`, `${DEVICE_COOKIE}=${device}.`, `x${cookie}`])(
  '[P2] nothing is read from the cookie header %j',
  (header) => {
    expect(identity.readDevice(header)).toBeUndefined();
  },
);

test('[P2] a forged cookie beside the real one does not hide it', () => {
  expect(identity.readDevice(`${DEVICE_COOKIE}=forged; ${cookie}`)).toBe(device);
});

test('[P2] a ticket is good on the device it was issued for, and nowhere else', () => {
  const ticket = identity.issueTicket(person, device);
  expect(identity.checkTicket(ticket, device)).toBe(person);
  expect(identity.checkTicket(ticket, newId())).toBeUndefined();
  expect(identity.checkTicket(ticket, undefined)).toBeUndefined();
  expect(stranger.checkTicket(ticket, device)).toBeUndefined();
  expect(identity.checkTicket(`${newId()}${ticket.slice(22)}`, device)).toBeUndefined();
  expect(ticket.length).toBeLessThanOrEqual(300);
});

test('[P2] a ticket of somebody without cookies needs no cookie, and is not good with one', () => {
  const ticket = identity.issueTicket(person, undefined);
  expect(identity.checkTicket(ticket, undefined)).toBe(person);
  expect(identity.checkTicket(ticket, device)).toBeUndefined();
});

test('[P2] a device cookie is no ticket and a ticket no cookie', () => {
  expect(identity.checkTicket(identity.cookieOf(device), device)).toBeUndefined();
  expect(identity.checkTicket(identity.cookieOf(device), undefined)).toBeUndefined();
  expect(identity.readDevice(`${DEVICE_COOKIE}=${identity.issueTicket(device, undefined)}`)).toBeUndefined();
});

test('[P2] ids are 128 random bits, and the store keeps none of a device', () => {
  expect(device).toMatch(/^[\w-]{22}$/);
  expect(newId()).not.toBe(newId());
  expect(hashDevice(device)).not.toContain(device);
  expect(() => identity.issueTicket('not an id', device)).toThrow(TypeError);
});
