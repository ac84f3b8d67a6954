// The words of a room: what OfficeWords and the lines that stay ask of everything else.
import { visitsIn } from '../office/visits.ts';
import { KeptLines } from './KeptLines.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { OfficeTalk } from './OfficeTalk.ts';
import { OfficeWords } from './OfficeWords.ts';
import { tellMany } from './tellMany.ts';

export function keptLinesOf({ parts }: OfficeRoom): KeptLines {
  const { store, instanceKey, officeId, stayDays, removeFiles } = parts;
  return new KeptLines({ store, instanceKey, officeId, stayDays, removeFiles, nowMs: () => Date.now() });
}

export function wordsOf(room: OfficeRoom, talk: Pick<OfficeTalk, 'talks' | 'kept' | 'tell'>): OfficeWords {
  const { people, store, officeId, push } = room.parts;
  const { occupants } = room.floor.office;
  return new OfficeWords({
    occupants,
    nameOf: (personId) => room.state.people.get(personId)?.name,
    conversationOf: (personId) => talk.talks.talkers.get(personId)?.conversation,
    tell: (personId, type, message) => talk.tell(personId, type, message),
    tellMany: (readers, type, message) => tellMany(room, readers, type, message as never),
    tellAnywhere: (personId, type, message) => people.tell(personId, type, message as never),
    tellElsewhere: (personId, type, message) => people.elsewhere(room, { kind: 'tell', personId, type, message }),
    apart: talk.talks.apart,
    visits: visitsIn(occupants),
    topic: (id) => room.threads.topics.find(id),
    mentioned: (text, here) => store.contacts.mentioned({ office: officeId, nowMs: Date.now(), text, here }),
    addressee: (toId, fromId) => store.contacts.addressee({ toId, fromId, office: officeId, nowMs: Date.now() }),
    wroteToAbsent({ from, name, to }) {
      // what is not told now is found at the next entry
      if (to.kind === 'person') push.wrote(to.id, { id: from, name }, officeId).catch(() => undefined);
    },
    nowMs: () => Date.now(),
    kept: talk.kept,
  });
}
