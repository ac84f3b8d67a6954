// A join with the SDK alone, without our client: may send anything, and tells how the connection ended.
import { Client, type Room } from '@colyseus/sdk';
import { PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';

export interface SdkVisitor {
  room: Room;
  welcome: ServerMessages['welcome'];
  /** The code with which the server closed the connection. */
  closed: Promise<number>;
}

export async function joinWithSdk(url: string, options: Record<string, unknown>, officeId = 'office'): Promise<SdkVisitor> {
  const room = await new Client(url).joinById(Buffer.from(officeId).toString('base64url'), {
    ...{ protocol: PROTOCOL_VERSION, trade: '', appearance: '' },
    ...options,
  });
  room.reconnection.enabled = false;
  const closed = new Promise<number>((resolve) => room.onLeave(resolve));
  room.onMessage('*', () => undefined);
  const welcome = await new Promise<ServerMessages['welcome']>((resolve) => room.onMessage('welcome', resolve));
  return { room, welcome, closed };
}
