// What the start prints: where the office is open, what to give to others, and what mends an address without https. Tools wait for the first line.
import { httpsWays } from '@comptoir/shared/httpsWays';
import { type AddressSettings, type Interfaces, isSafe, localUrlOf, sharedUrlsOf } from './addresses.ts';

/** The three ways out of plain http, as the invite panel and docs/self-hosting.md name them. */
function mendingLines(local: string): string[] {
  const { caddy, certificate, proxy } = httpsWays(local);
  return [`  Caddy in front:      ${caddy}`, `  a certificate:       ${certificate}`, `  a proxy you have:    ${proxy}`];
}

export function startLines(settings: AddressSettings, port: number, interfaces: Interfaces): string[] {
  const here = localUrlOf(settings, port);
  return [`Comptoir is open at ${here}`, ...linesForOthers(settings, port, sharedUrlsOf(settings, port, interfaces))];
}

function linesForOthers({ trustProxy, host, tls }: AddressSettings, port: number, [shared, ...more]: readonly string[]): string[] {
  if (shared === undefined) {
    return [
      trustProxy === false
        ? 'Only this machine can open it. HOST=0.0.0.0 lets others in; docs/self-hosting.md says how to put it online.'
        : 'Share the address of the proxy in front of it, and name it in PUBLIC_URL.',
    ];
  }
  const share = `Share ${shared} with others${more.length > 0 ? ` (or ${more.join(', ')})` : ''}.`;
  if (isSafe(shared)) return [share];
  const local = localUrlOf({ host, tls }, port).replace(/^https?:\/\//, '');
  return [
    share,
    'This address is not https: others can walk and write, but their browsers will refuse microphone and camera. One of these mends it:',
    ...mendingLines(local),
    'Each of them to copy, step by step: docs/self-hosting.md',
  ];
}
