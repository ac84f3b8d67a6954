// What browsers are told to find one another by: a TURN server with credentials that end by themselves, and our own STUN answer.
import { createHmac } from 'node:crypto';

export interface IceSettings {
  /** Of a TURN server that shares TURN_SECRET with us. */
  turn: { urls: string[]; secret: string } | undefined;
  /** Where our own STUN server answers; undefined when it does not. */
  stunPort: number | undefined;
  /** The address under which this machine is reached, when that is not the one people type. */
  announcedIp: string | undefined;
  turnTtlS: number;
}

export interface IceServers {
  servers: { urls: string[]; username?: string; credential?: string }[];
  /** Ask again before they are this old. */
  ttlS: number;
}

/** @param host as the browser wrote it: `office.example.org:8080` */
export type IceServersFor = (personId: string, host: string | undefined) => IceServers;

/** As coturn checks them with `use-auth-secret`: the time of their end and a name, signed by the secret. */
export function turnCredentials(secret: string, personId: string, endS: number): { username: string; credential: string } {
  const username = `${endS}:${personId}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** The name in a Host header, in brackets when it is an IPv6 address. */
function nameOf(host: string | undefined): string | undefined {
  const url = host === undefined ? null : URL.parse(`http://${host}`);
  return url?.hostname || undefined;
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);

export function createIceServers({ turn, stunPort, announcedIp, turnTtlS }: IceSettings, nowMs: () => number): IceServersFor {
  return (personId, host) => {
    const name = announcedIp === undefined ? nameOf(host) : bracketed(announcedIp);
    const stun = stunPort === undefined || name === undefined ? [] : [{ urls: [`stun:${name}:${stunPort}`] }];
    const endS = Math.floor(nowMs() / 1000) + turnTtlS;
    return {
      servers: [...stun, ...(turn ? [{ urls: turn.urls, ...turnCredentials(turn.secret, personId, endS) }] : [])],
      ttlS: turnTtlS,
    };
  };
}
