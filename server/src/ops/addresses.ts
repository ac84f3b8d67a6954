// At which addresses an office is open: here, and for others.
import type { NetworkInterfaceInfo } from 'node:os';

export interface AddressSettings {
  host: string;
  publicUrl: URL | undefined;
  tls: object | undefined;
  trustProxy: false | number | string[];
}

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

const EVERYWHERE = ['0.0.0.0', '::'];
/** Bridges of containers and virtual machines: nobody outside is behind them. */
const INNER = /^(?:docker|br-|veth|virbr|cni|flannel)/;

const isLoopback = (name: string): boolean => /^(?:127\.|localhost$|\[?::1\]?$)|\.localhost$/.test(name);

function addressOf(name: string, port: number, tls: object | undefined): string {
  const isDefaultPort = port === (tls ? 443 : 80);
  return `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}${isDefaultPort ? '' : `:${port}`}`;
}

/** What to type into a browser on this machine. */
export const localUrlOf = ({ host, tls }: Pick<AddressSettings, 'host' | 'tls'>, port: number): string =>
  addressOf(EVERYWHERE.includes(host) ? 'localhost' : host, port, tls);

/** What to give to others, the best first; empty when only this machine can come, or when nobody told us the proxy's address. */
export function sharedUrlsOf({ host, publicUrl, tls }: AddressSettings, port: number, interfaces: Interfaces): string[] {
  if (publicUrl) return [publicUrl.origin];
  if (isLoopback(host)) return [];
  if (!EVERYWHERE.includes(host)) return [addressOf(host, port, tls)];
  const all = Object.entries(interfaces).flatMap(([name, infos = []]) => (INNER.test(name) ? [] : infos));
  const outer = all.filter(({ internal, address }) => !internal && !/^(?:169\.254\.|fe80:)/i.test(address));
  const fours = outer.filter(({ family }) => family === 'IPv4');
  const usable = fours.length > 0 || host === '0.0.0.0' ? fours : outer;
  return usable.map(({ address }) => addressOf(address, port, tls));
}

/** Whether browsers give microphone and camera to a page of this address. */
export function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}
