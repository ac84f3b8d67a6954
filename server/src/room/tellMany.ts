// Says one thing to many people, packed once: hundreds in a hall are told twice a second.
import { getMessageBytes, Protocol } from '@colyseus/core';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import type { OfficeRoom } from './OfficeRoom.ts';

/** @param people personIds; whoever is not connected is left out */
export function tellMany<T extends keyof ServerMessages>(
  { clientOf }: Pick<OfficeRoom, 'clientOf'>,
  people: Iterable<string>,
  type: T,
  message: ServerMessages[T],
): void {
  let bytes: Uint8Array | undefined;
  for (const personId of people) {
    const client = clientOf.get(personId);
    if (!client) continue;
    bytes ??= getMessageBytes.raw(Protocol.ROOM_DATA, type, message);
    client.enqueueRaw(bytes);
  }
}
