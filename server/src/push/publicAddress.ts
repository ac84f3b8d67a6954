// Addresses of the internet, and nothing nearer: whoever names one may not have this server knock at its neighbours' doors.
import { BlockList, isIP } from 'node:net';

const IPV4: readonly (readonly [string, number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
];
/** Of 2000::/3, which is all that is given out: tunnels that hold other addresses, and what is for examples. */
const IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

export function isPublicAddress(address: string): boolean {
  const nearer = new BlockList();
  if (isIP(address) === 4) {
    for (const [net, prefix] of IPV4) nearer.addSubnet(net, prefix, 'ipv4');
    return !nearer.check(address, 'ipv4');
  }
  if (isIP(address) !== 6) return false;
  for (const [net, prefix] of IPV6) nearer.addSubnet(net, prefix, 'ipv6');
  const given = new BlockList();
  given.addSubnet('2000::', 3, 'ipv6');
  return given.check(address, 'ipv6') && !nearer.check(address, 'ipv6');
}
