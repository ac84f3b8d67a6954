// A talk without somebody who is erased: what they asked and showed goes, what others said and noted stays. Pure.
import type { Interaction } from './Interaction.ts';
import type { LiveTalk } from './LiveTalk.ts';
import type { TalkNotes } from './notes.ts';
import { markQuestion } from './questions.ts';
import type { TalkRecord } from './TalkRecord.ts';

const without = (ids: readonly string[], personId: string): string[] => ids.filter((id) => id !== personId);

function withoutKey<T>(map: Readonly<Record<string, T>>, personId: string): Record<string, T> {
  const { [personId]: _gone, ...others } = map;
  return others;
}

/** P124. Documents of theirs are out of it; their files are to go: `documentsOf`. */
export function forgetInRecord(record: TalkRecord, personId: string): TalkRecord {
  const { leaders, speakers, scribes, stage, questions, pinned, onScreen, debates, notes, documents, turns } = record;
  const asked = new Set(questions.filter(({ by }) => by === personId).map(({ id }) => id));
  const shown = new Set(documentsOf(record, personId));
  return {
    ...record,
    ...{ leaders: withoutKey(leaders, personId), speakers: withoutKey(speakers, personId), scribes: without(scribes, personId) },
    ...(stage && {
      stage: {
        hands: without(stage.hands, personId),
        floor: withoutKey(stage.floor, personId),
        broughtUp: without(stage.broughtUp, personId),
        sentDown: without(stage.sentDown, personId),
      },
    }),
    questions: questions.filter(({ id }) => !asked.has(id)).map((one) => ({ ...one, voters: without(one.voters, personId) })),
    pinned: pinned.filter((id) => !asked.has(id)),
    onScreen: onScreen !== null && asked.has(onScreen) ? null : onScreen,
    debates: debates.map((debate) => ({ ...debate, speakers: withoutKey(debate.speakers, personId) })),
    notes: notesWithout(notes, personId),
    documents: documents.filter(({ id }) => !shown.has(id)),
    turns: turns.map((turn) => (turn.document !== null && shown.has(turn.document) ? { ...turn, document: null, page: 0 } : turn)),
  };
}

/** Ids of what they showed in it. */
export const documentsOf = ({ documents }: Pick<TalkRecord, 'documents'>, personId: string): string[] =>
  documents.filter(({ by }) => by === personId).map(({ id }) => id);

/** T145: nobody reads it any more. */
export const isNobodys = ({ meeting, speakers }: TalkRecord): boolean => meeting !== undefined && Object.keys(speakers).length === 0;

/** What was written down of a talk is the talk's; who wrote it is not said any more. */
const notesWithout = (notes: TalkRecord['notes'], personId: string): TalkRecord['notes'] =>
  notes.map(({ by, ...note }) => (by === personId ? { ...note, name: '' } : { ...note, ...(by === undefined ? {} : { by }) }));

/** The same of a talk that is on. @param nowMs since it began */
export function forgetInTalk(
  talk: LiveTalk,
  { questions, debates, polls }: Interaction,
  notes: TalkNotes,
  personId: string,
  nowMs: number,
): void {
  talk.leaders = without(talk.leaders, personId);
  for (const set of [talk.hands, talk.floor, talk.sentDown, talk.broughtUp, talk.spoke]) set.delete(personId);
  for (const question of [...questions.byId.values()]) {
    if (question.by === personId) markQuestion(questions, question, 'removed', nowMs);
    else if (question.votes.delete(personId)) questions.changed.add(question.id);
  }
  questions.lately = questions.lately.filter(({ by }) => by !== personId);
  for (const { speakers, before, after } of debates) for (const one of [speakers, before, after]) one.delete(personId);
  for (const { votes } of polls.values()) votes.delete(personId);
  notes.lines = notesWithout(notes.lines, personId);
  notes.scribes.delete(personId);
}
