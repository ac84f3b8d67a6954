// Once a second: how many people are in each area, to all; where everybody is, to those who look at the list or the overview.
import { getMessageBytes, Protocol } from '@colyseus/core';
import { tileOf } from '@comptoir/shared/geometry';
import { encodeDigest } from '@comptoir/shared/protocol/digests';
import { WIRE } from '@comptoir/shared/protocol/walks';
import type { OfficeRoom } from './OfficeRoom.ts';
import { countAreas } from './office/whereabouts.ts';

export function sendPlaces(room: OfficeRoom): void {
  const { office } = room.floor;
  room.floor.crowd.enclose(getMessageBytes.raw(Protocol.ROOM_DATA, 'areaCounts', countAreas(office)));
  const wanting = [...room.clientOf.values()].filter((client) => client.userData && client.userData.digest !== 'none');
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
}
