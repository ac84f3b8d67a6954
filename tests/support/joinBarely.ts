// A join as a program of somebody else would do it: HTTP and a bare WebSocket, with any header and any bytes.
import { once } from 'node:events';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import { WebSocket } from 'ws';

export interface BareJoin {
  options: Record<string, unknown>;
  cookie?: string;
  origin?: string;
  /** What a proxy in front would say of where they come from. */
  address?: string;
}

const headersOf = ({ cookie, origin, address }: BareJoin): Record<string, string> => ({
  ...(cookie ? { cookie } : {}),
  ...(origin ? { origin } : {}),
  ...(address ? { 'x-forwarded-for': address } : {}),
});

/** A place asked for over HTTP: what matchmaking answered. */
export async function askForPlace(url: string, join: BareJoin, officeId = 'office'): Promise<Response> {
  const roomId = Buffer.from(officeId).toString('base64url');
  return fetch(`${url}/matchmake/joinById/${roomId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(join) },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, name: 'Nobody', trade: '', appearance: '', ...join.options }),
  });
}

export const addressOf = (url: string, { publicAddress, processId, roomId, sessionId }: Record<string, string>): string => {
  // of several processes: the one that runs this office
  const host =
    publicAddress === undefined ? url.replace(/^http/, 'ws') : `${new URL(url).protocol.replace(/^http/, 'ws')}//${publicAddress}`;
  return `${host}/${processId}/${roomId}?sessionId=${sessionId}`;
};

/** @throws when no place is given */
export async function joinBarely(url: string, join: BareJoin, officeId = 'office'): Promise<WebSocket> {
  const answer = await askForPlace(url, join, officeId);
  if (!answer.ok) throw new Error(`refused with ${answer.status}`);
  const socket = new WebSocket(addressOf(url, (await answer.json()) as Record<string, string>), { headers: headersOf(join) });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
}

/** The code with which the socket is closed. */
export async function closeCodeOf(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}
