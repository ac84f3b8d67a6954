// The table of recordings: request -> rule. Who may ask and who is asked, OfficeRecording.ts sees to in talks, OfficeMeetingRecordings.ts in rooms.
import type { recordingRequests } from '@comptoir/shared/protocol/recording';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type RecordingRules = { [R in keyof typeof recordingRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> };

export function recordingRules(room: OfficeRoom): RecordingRules {
  return {
    record({ occupant }, ask) {
      const { recording, roomRecordings } = room.auditorium;
      return roomRecordings.isInRoom(occupant.personId) ? roomRecordings.record(occupant.personId, ask) : recording.record(occupant, ask);
    },
    agreeRecording({ occupant }, ask) {
      const { recording, roomRecordings } = room.auditorium;
      return roomRecordings.isInRoom(occupant.personId) ? roomRecordings.agree(occupant.personId, ask) : recording.agree(occupant, ask);
    },
    withdrawRecording({ occupant: { personId } }, { talk }) {
      if (!room.parts.recordings.isIn(talk, personId)) return { refused: 'notThere' };
      const withdrawn = room.parts.recordings.withdraw(talk, personId);
      if (withdrawn === 'ok') return { ok: true };
      return { refused: withdrawn === 'none' ? 'notThere' : 'tooLate' };
    },
  };
}
