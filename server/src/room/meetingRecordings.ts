// What the recordings of meeting rooms are given by the office they are in.
import type { RecordingServerMessages } from '@comptoir/shared/protocol/recording';
import { placeWords } from '../appointments/placeWords.ts';
import { newId } from '../ops/identity.ts';
import { OfficeMeetingRecordings } from './OfficeMeetingRecordings.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { storedOf } from './OfficeShelf.ts';
import { tellMany } from './tellMany.ts';

/** Asked for when it is needed: an office is given its parts after it is made. */
export function meetingRecordings(room: OfficeRoom): OfficeMeetingRecordings {
  return new OfficeMeetingRecordings({
    conversationOf: (personId) => room.talk.talks.talkers.get(personId)?.conversation,
    nameOf: (personId) => room.state.people.get(personId)?.name ?? '',
    titleOf: (area, language) => placeWords(room.floor.office.ground.map.areas, area, language),
    recordings: {
      begin: (id, atMs) => room.parts.recordings.begin(id, atMs),
      consent: (id, consent) => room.parts.recordings.consent(id, consent),
      note: (id, note) => room.parts.recordings.note(id, note),
      stopped: (id, problem) => room.parts.recordings.stopped(id, problem),
      end: (id) =>
        room.parts.recordings.end(id).catch((err: unknown) => room.parts.log.error({ err, talk: id }, 'a recording could not be ended')),
    },
    record: (conversationId, order, onStopped) => room.talk.calls.record(conversationId, order, onStopped),
    changed(conversation) {
      room.talk.talks.changed.add(conversation);
      room.talk.settle(Math.floor(room.tickNow()));
    },
    // the types of a generic key do not meet those of ServerMessages by themselves
    tell: (people, type, message) => tellMany(room, people, type as 'recording', message as RecordingServerMessages['recording']),
    keep(record) {
      if (record.endedMs !== null) return room.auditorium.records.shelf.add(record);
      const { store, officeId, log } = room.parts;
      store.talks.save(storedOf(record, officeId, null)).catch((err: unknown) => log.error({ err }, 'a meeting could not be kept'));
    },
    newId,
    nowMs: () => Date.now(),
    keptDays: () => room.parts.talkDays,
  });
}
