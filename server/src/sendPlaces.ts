// Once a second: how many people are in each area, to all; where everybody is and who talks with whom, to those who look.
import { getMessageBytes, Protocol } from '@colyseus/core';
import { tileOf } from '@comptoir/shared/geometry';
import { encodeDigest } from '@comptoir/shared/protocol/digests';
import type { ConversationSummary } from '@comptoir/shared/protocol/talk';
import { WIRE } from '@comptoir/shared/protocol/walks';
import type { OfficeClient, OfficeRoom } from './OfficeRoom.ts';
import { countAreas } from './office/whereabouts.ts';

export function sendPlaces(room: OfficeRoom): void {
  const { office } = room.floor;
  room.floor.crowd.enclose(getMessageBytes.raw(Protocol.ROOM_DATA, 'areaCounts', countAreas(office)));
  const wanting = [...room.clientOf.values()].filter((client) => client.userData && client.userData.digest !== 'none');
  const summaries = room.talk.summaries();
  if (wanting.length === 0) return;
  const people = [...office.occupants.values()].map(({ avatarNumber, area, walker }) => ({
    avatarNumber,
    area: area < 0 ? undefined : area,
    tileX: tileOf(walker.x),
    tileY: tileOf(walker.y),
  }));
  for (const kind of ['areas', 'overview'] as const) {
    const readers = wanting.filter((client) => client.userData?.digest === kind);
    if (readers.length === 0) continue;
    const bytes = encodeDigest(kind, people, office.ground.map);
    for (const client of readers) client.sendBytes(WIRE.digest, bytes);
  }
  sendConversations(wanting, summaries);
}

/** L5: all conversations, to those who look at the list, when they changed. */
function sendConversations(clients: readonly OfficeClient[], summaries: readonly ConversationSummary[]): void {
  const text = JSON.stringify(summaries);
  for (const client of clients) {
    const visitor = client.userData;
    if (visitor?.digest !== 'areas' || visitor.toldConversations === text) continue;
    visitor.toldConversations = text;
    client.send('conversations', summaries);
  }
}
