// What stays of the recording of a meeting room: a record as of a talk, of which there is nothing but who was in it, where and when.
import type { TalkRecord } from './TalkRecord.ts';

export interface RecordedMeeting {
  id: string;
  /** Of the area; and what it is called, in this language. */
  area: string;
  title: string;
  language: string;
  /** ms since 1970. */
  startedMs: number;
  /** Whoever asked for it, and everybody who is in it: personId -> as they were called. */
  by: Record<string, string>;
  people: Record<string, string>;
}

export const meetingRecord = (
  { id, area, title, language, startedMs, by, people }: RecordedMeeting,
  { seenMs, endedMs }: Pick<TalkRecord, 'seenMs' | 'endedMs'>,
): TalkRecord => ({
  ...{ version: 1, id, auditorium: '', meeting: { area }, startedMs, endedMs, seenMs },
  settings: { title, language, anonymous: false, openStage: false, programme: [] },
  ...{ leaders: by, speakers: people, scribes: [] },
  ...{ questions: [], pinned: [], onScreen: null, polls: [], debates: [], chapters: [], notes: [], documents: [], turns: [] },
  ...{ summary: [], links: [], isKept: false, podcast: false },
});
