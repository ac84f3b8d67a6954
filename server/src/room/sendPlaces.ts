// Once a second: how many people are in each area, to all; where everybody is and who talks with whom, to those who look.
import { getMessageBytes, Protocol } from '@colyseus/core';
import { tileOf } from '@comptoir/shared/geometry';
import { encodeDigest } from '@comptoir/shared/protocol/digests';
import type { ConversationSummary } from '@comptoir/shared/protocol/talk';
import { WIRE } from '@comptoir/shared/protocol/walks';
import type { Occupant } from '../office/Office.ts';
import { isInside, type Visit } from '../office/visits.ts';
import { countAreas } from '../office/whereabouts.ts';
import type { OfficeClient, OfficeRoom } from './OfficeRoom.ts';

export function sendPlaces(room: OfficeRoom): void {
  const { office } = room.floor;
  room.floor.crowd.enclose(getMessageBytes.raw(Protocol.ROOM_DATA, 'areaCounts', countAreas(office)));
  const wanting = [...room.clientOf.values()].filter((client) => client.userData && client.userData.digest !== 'none');
  const summaries = room.talk.summaries();
  if (wanting.length === 0) return;
  const people = [...office.occupants.values()];
  const everywhere = wanting.filter((client) => !client.userData?.occupant.visit);
  sendDigests(room, everywhere, people);
  sendConversations(everywhere, summaries);
  for (const client of wanting) {
    const visit = client.userData?.occupant.visit;
    if (visit) sendInside(room, client, visit, people, summaries);
  }
}

/** P12: of their area only. */
function sendInside(
  room: OfficeRoom,
  client: OfficeClient,
  visit: Visit,
  people: readonly Occupant[],
  summaries: readonly ConversationSummary[],
): void {
  const inside = people.filter(({ walker }) => isInside(visit, walker));
  const ids = new Set(inside.map(({ personId }) => personId));
  sendDigests(room, [client], inside);
  sendConversations(
    [client],
    summaries.filter(({ members }) => members.every((personId) => ids.has(personId))),
  );
}

function sendDigests(room: OfficeRoom, clients: readonly OfficeClient[], people: readonly Occupant[]): void {
  const places = people.map(({ avatarNumber, area, walker }) => ({
    avatarNumber,
    area: area < 0 ? undefined : area,
    tileX: tileOf(walker.x),
    tileY: tileOf(walker.y),
  }));
  for (const kind of ['areas', 'overview'] as const) {
    const readers = clients.filter((client) => client.userData?.digest === kind);
    if (readers.length === 0) continue;
    const bytes = encodeDigest(kind, places, room.floor.office.ground.map);
    for (const client of readers) client.sendBytes(WIRE.digest, bytes);
  }
}

/** L5: all conversations, to those who look at the list, when they changed. */
function sendConversations(clients: readonly OfficeClient[], summaries: readonly ConversationSummary[]): void {
  const text = JSON.stringify(summaries);
  for (const client of clients) {
    const visitor = client.userData;
    if (visitor?.digest !== 'areas' || visitor.toldConversations === text) continue;
    visitor.toldConversations = text;
    client.send('conversations', [...summaries]);
  }
}
