// What stays of a talk, or of a recorded meeting, as plain data: written while it goes on, so that it goes on after a restart, and read when it is over.
import type { ChapterView, DebatePhase } from '@comptoir/shared/protocol/auditorium';
import type { NoteLine, TalkLink } from '@comptoir/shared/protocol/replay';
import type { Debate } from './debate.ts';
import { type Interaction, newInteraction } from './Interaction.ts';
import type { LiveTalk, TalkSettings } from './LiveTalk.ts';
import type { TalkNotes } from './notes.ts';
import { countVotes } from './polls.ts';

/** Times are ms since the talk began, but for those that say otherwise. */
export interface TalkRecord {
  version: 1;
  id: string;
  /** '' : of a meeting. */
  auditorium: string;
  /** T145: it is the recording of a meeting room; whoever is in it (`speakers`) reads it, nobody else. `leaders`: whoever asked for it. */
  meeting?: { area: string };
  settings: TalkSettings;
  /** ms since 1970. */
  startedMs: number;
  /** ms since 1970; null: it is on. */
  endedMs: number | null;
  /** ms since 1970, while it is on: when it was last seen to be. */
  seenMs: number;
  /** Whoever leads it, and whoever spoke on its stage: personId -> as they were called. */
  leaders: Record<string, string>;
  speakers: Record<string, string>;
  scribes: string[];
  /** While it is on. */
  stage?: KeptStage;
  questions: KeptQuestion[];
  /** Of `questions`, in their order. */
  pinned: string[];
  onScreen: string | null;
  polls: KeptPoll[];
  debates: KeptDebate[];
  chapters: ChapterView[];
  notes: NoteLine[];
  documents: KeptDocument[];
  turns: Turn[];
  summary: string[];
  links: TalkLink[];
  isKept: boolean;
  podcast: boolean;
}

/** T83: who may speak, and who wants to; personIds. */
export interface KeptStage {
  /** In their order. */
  hands: string[];
  floor: Record<string, { video: boolean }>;
  broughtUp: string[];
  sentDown: string[];
}

/** T82: of one without a name nothing is kept that says whose it is. */
export interface KeptQuestion {
  id: string;
  text: string;
  name: string;
  /** '' : without a name. */
  by: string;
  isAnonymous: boolean;
  votes: number;
  /** personIds while the talk is on, so that a restart gives nobody a second vote; then nobody. */
  voters: string[];
  askedMs: number;
  answeredMs: number | null;
}

/** Who voted how is never kept: a vote that is open begins anew after a restart. */
export interface KeptPoll {
  id: string;
  text: string;
  options: string[];
  counts: number[];
  isOpen: boolean;
  openedMs: number;
}

export interface KeptDebate {
  phase: DebatePhase;
  sides: string[];
  /** personId -> index in sides; gone with the talk. */
  speakers: Record<string, number>;
  spokenMs: number[];
  before: number[];
  after: number[];
}

export interface KeptDocument {
  id: string;
  name: string;
  pages: number;
  /** personId. */
  by: string;
}

/** From then on this page was seen; document null: none. */
export interface Turn {
  atMs: number;
  document: string | null;
  page: number;
}

/** What its parts know of a talk that is on. */
export interface TalkParts {
  interaction: Interaction;
  notes: TalkNotes;
  documents: readonly KeptDocument[];
  turns: readonly Turn[];
  leaders: Record<string, string>;
  speakers: Record<string, string>;
}

export function recordOf(talk: LiveTalk, parts: TalkParts, seenMs: number): TalkRecord {
  const { questions, polls, debates, chapters } = parts.interaction;
  return {
    ...{
      version: 1,
      id: talk.id,
      auditorium: talk.auditorium,
      settings: { ...talk.settings },
      startedMs: talk.startedMs,
      endedMs: null,
      seenMs,
    },
    ...{ leaders: parts.leaders, speakers: parts.speakers, scribes: [...parts.notes.scribes], stage: keptStage(talk) },
    questions: [...questions.byId.values()].map(({ id, text, name, by, isAnonymous, votes, askedMs, answeredMs }) => ({
      ...{ id, text, name, by: isAnonymous ? '' : by, isAnonymous, votes: votes.size, voters: [...votes], askedMs, answeredMs },
    })),
    ...{ pinned: [...questions.pinned], onScreen: questions.onScreen },
    polls: [...polls.values()].map(({ id, text, options, votes, isOpen, openedMs }) => ({
      ...{ id, text, options, counts: countVotes(votes, options.length), isOpen, openedMs },
    })),
    debates: debates.map(keptDebate),
    ...{ chapters: [...chapters], notes: [...parts.notes.lines] },
    ...{ documents: [...parts.documents], turns: [...parts.turns] },
    ...{ summary: [], links: [], isKept: false, podcast: false },
  };
}

const keptStage = ({ hands, floor, broughtUp, sentDown }: LiveTalk): KeptStage => ({
  ...{ hands: [...hands.keys()], floor: Object.fromEntries(floor), broughtUp: [...broughtUp], sentDown: [...sentDown] },
});

/** T83 */
export function resumeStage(talk: LiveTalk, { hands, floor, broughtUp, sentDown }: KeptStage, nowTick: number): void {
  for (const personId of hands) talk.hands.set(personId, nowTick);
  for (const [personId, given] of Object.entries(floor)) talk.floor.set(personId, given);
  for (const personId of broughtUp) talk.broughtUp.add(personId);
  for (const personId of sentDown) talk.sentDown.add(personId);
}

const keptDebate = ({ phase, sides, speakers, spokenMs, before, after }: Debate): KeptDebate => ({
  ...{ phase, sides, speakers: Object.fromEntries(speakers), spokenMs: spokenMs.map(Math.round) },
  ...{ before: countVotes(before, sides.length), after: countVotes(after, sides.length) },
});

/** T82: what was only kept for going on goes. Polls that nobody closed are closed. */
export function endRecord({ stage: _stage, ...record }: TalkRecord, endedMs: number): TalkRecord {
  return {
    ...record,
    endedMs,
    scribes: [],
    onScreen: null,
    questions: record.questions.map((question) => ({ ...question, voters: [] })),
    polls: record.polls.map((poll) => ({ ...poll, isOpen: false })),
    debates: record.debates.map((debate) => ({ ...debate, speakers: {} })),
  };
}

/** T83: as it was told last. */
export function interactionOfRecord(record: TalkRecord): Interaction {
  const interaction = newInteraction();
  const { questions, polls } = interaction;
  for (const { voters, votes: _votes, ...question } of record.questions)
    questions.byId.set(question.id, { ...question, votes: new Set(voters) });
  for (const id of record.pinned) questions.pinned.add(id);
  questions.onScreen = record.onScreen;
  for (const { counts, ...poll } of record.polls) polls.set(poll.id, { ...poll, votes: poll.isOpen ? new Map() : nobodysVotes(counts) });
  interaction.debates = record.debates.map(({ before, after, speakers, ...debate }) => ({
    ...{ ...debate, speakers: new Map(Object.entries(speakers)) },
    before: debate.phase === 'before' ? new Map() : nobodysVotes(before),
    after: debate.phase === 'after' ? new Map() : nobodysVotes(after),
  }));
  interaction.chapters = record.chapters.map((chapter) => ({ ...chapter }));
  return interaction;
}

/** Votes of which nobody knows any more whose they were. */
function nobodysVotes(counts: readonly number[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const [choice, count] of counts.entries()) for (let n = 0; n < count; n++) votes.set(`${choice}/${n}`, choice);
  return votes;
}
