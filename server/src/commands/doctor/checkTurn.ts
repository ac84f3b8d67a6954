// Each TURN address by a real allocation with credentials like those that people inside are given.
import { lookup } from 'node:dns/promises';
import { turnCredentials } from '../../media/iceServers.ts';
import { type Allocation, allocate } from './allocate.ts';
import type { DoctorSettings } from './DoctorSettings.ts';
import { type Finding, ok, problem, warning } from './Finding.ts';
import type { LineTarget } from './openLine.ts';

const LIFE_S = 600;
const UNAUTHORIZED = 401;

export async function checkTurn({ turn, media }: DoctorSettings, nowMs: number): Promise<Finding[]> {
  if (!turn)
    return media.isLocal
      ? [ok('TURN', 'No TURN server is named; on this machine alone none is needed.')]
      : [warning('TURN', 'No TURN server is named (TURN_URLS): whoever sits behind a strict firewall hears nobody.')];
  const credentials = turnCredentials(turn.secret, 'doctor', Math.floor(nowMs / 1000) + LIFE_S);
  const findings: Finding[] = [];
  for (const url of turn.urls) findings.push(await checkOne(url, credentials));
  if (!turn.urls.some((url) => url.startsWith('turns:') || /transport=tcp/i.test(url)))
    findings.push(warning('TURN', `All TURN addresses are UDP: add one with ?transport=tcp for those whose firewall lets no UDP out.`));
  return findings;
}

/** How browsers read it: UDP unless it says otherwise, TLS over TCP for `turns`. Undefined for DTLS, which is not tried. */
export function readTurnUrl(url: string): Omit<LineTarget, 'address'> | undefined {
  const [, scheme = '', host = '', port, transport] = /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(\w+))?$/i.exec(url) ?? [];
  const isTls = scheme.toLowerCase() === 'turns';
  const over = transport?.toLowerCase() ?? (isTls ? 'tcp' : 'udp');
  if (isTls && over === 'udp') return undefined;
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? (isTls ? 5349 : 3478) : Number(port),
    transport: isTls ? 'tls' : over === 'tcp' ? 'tcp' : 'udp',
  };
}

async function checkOne(url: string, credentials: { username: string; credential: string }): Promise<Finding> {
  const target = readTurnUrl(url);
  if (!target) return warning('TURN', `${url} was not tried: the doctor speaks TURN over UDP, TCP and TLS only.`);
  const found = await lookup(target.host).catch(() => undefined);
  if (!found) return problem('TURN', `${url}: the name ${target.host} is not known.`);
  return explain(url, target, found.address, await allocate({ ...target, address: found.address }, credentials));
}

export function explain(url: string, { port, transport }: Omit<LineTarget, 'address'>, address: string, allocation: Allocation): Finding {
  if ('relayed' in allocation) {
    const { relayed } = allocation;
    if (isPrivate(relayed.address) && !isPrivate(address))
      return problem('TURN', `${url} relays at ${relayed.address}, which nobody outside can reach: give coturn external-ip=${address}.`);
    return ok('TURN', `${url} gave a relay at ${relayed.address} for our credentials, over ${transport.toUpperCase()}.`);
  }
  if ('unreachable' in allocation)
    return problem(
      'TURN',
      `${url} does not answer over ${transport.toUpperCase()} (${allocation.unreachable}): is coturn running, and port ${port} open to ${transport === 'udp' ? 'UDP' : 'TCP'}?`,
    );
  const { refused, hasSeenCredentials } = allocation;
  if (refused.code === UNAUTHORIZED && hasSeenCredentials)
    return problem(
      'TURN',
      `${url} refuses our credentials: TURN_SECRET is not coturn's static-auth-secret, use-auth-secret is missing, or one of the two clocks is wrong.`,
    );
  return problem('TURN', `${url} refuses an allocation: ${refused.code} ${refused.words}.`);
}

/** Addresses of a network of one's own. */
const isPrivate = (address: string): boolean =>
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe80:|::1$)/i.test(address);
