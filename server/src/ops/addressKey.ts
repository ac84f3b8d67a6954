// What an address counts as: limits and bans are by this.
import { isIPv6 } from 'node:net';

/** Of an IPv6 address the first 64 bits: the rest is the visitor's to choose. */
export function addressKey(address: string | undefined): string {
  if (!address) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const parts = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${parts.slice(0, 4).join(':')}::/64`;
}
