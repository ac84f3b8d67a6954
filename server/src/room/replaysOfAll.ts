// The shelves of all offices, as pages ask of them.

import { placeWords } from '../appointments/placeWords.ts';
import { loungeOf } from '../auditorium/lounge.ts';
import type { PublicTalk, Replays } from '../http/Replays.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function replaysOfAll(rooms: ReadonlyMap<string, OfficeRoom>): Replays {
  return {
    shelfOf(officeId, key) {
      const room = rooms.get(officeId);
      if (!room?.agenda.isShownTo(key)) return undefined;
      const { shelf } = room.auditorium.records;
      const { map } = room.floor.office.ground;
      return {
        ...{ officeTitle: map.title || map.name, key: room.agenda.key },
        async replays() {
          const given = shelf.all().filter(({ podcast }) => podcast);
          return (await Promise.all(given.map(({ id }) => shelf.replay(id)))).flatMap((replay) => replay ?? []);
        },
      };
    },
    find(talk) {
      for (const room of rooms.values()) {
        const found = publicTalk(room, talk);
        if (found) return found;
      }
      return undefined;
    },
    isOn(talk, key) {
      for (const { auditorium, agenda, parts } of rooms.values())
        if ([...auditorium.talks()].some(({ id }) => id === talk) && agenda.isShownTo(key)) return { officeId: parts.officeId };
      return undefined;
    },
  };
}

function publicTalk(room: OfficeRoom, talk: string): PublicTalk | undefined {
  const { shelf } = room.auditorium.records;
  const record = shelf.find(talk);
  if (!record) return undefined;
  const { office } = room.floor;
  const { map } = office.ground;
  const { keptSlides, officeId, timezone } = room.parts;
  const hall = map.areas.find(({ traits }) => traits.auditorium === record.auditorium && traits.conversation === 'audience');
  return {
    // T145: a link with a key is for others
    ...{ officeId, officeTitle: map.title || map.name, key: record.meeting ? undefined : room.agenda.key, zone: timezone },
    lounge: loungeOf(office, record.auditorium)?.name,
    placeName: (language) =>
      record.meeting ? placeWords(map.areas, record.meeting.area, language) : hall ? placeWords(map.areas, hall.id, language) : '',
    keptUntilMs: shelf.keptUntilMs(record),
    replay: () => shelf.replay(talk),
    mayRead: (key, deviceId) => shelf.mayRead(record, key, deviceId),
    slides(id) {
      const document = record.documents.find((one) => one.id === id);
      const path = document && keptSlides.pathOf(talk, id);
      return path === undefined ? undefined : { path, name: document?.name ?? '' };
    },
    recorded: () => room.parts.recordings.replayOf(talk),
    preparing: () => preparingOf(room.parts.recordings, talk),
    leavableUntilMs(personId) {
      const { recordings } = room.parts;
      const untilMs = recordings.isIn(talk, personId) ? recordings.withdrawableUntilMs(talk) : undefined;
      return untilMs !== undefined && untilMs > Date.now() ? untilMs : undefined;
    },
    leaveRecording(personId) {
      const { recordings } = room.parts;
      // a form that is sent twice
      if (recordings.hasWithdrawn(talk, personId)) return 'ok';
      return recordings.isIn(talk, personId) ? recordings.withdraw(talk, personId) : 'none';
    },
    write: (written) => shelf.write(record, written),
  };
}

function preparingOf(recordings: OfficeRoom['parts']['recordings'], talk: string): ReturnType<PublicTalk['preparing']> {
  const state = recordings.stateOf(talk);
  if (state === 'none' || state === 'ready') return undefined;
  return { state: state === 'failed' ? 'failed' : 'prepared', share: recordings.shareOf(talk) };
}
