// The talk I am in, and which talks are on, as the server tells: part of the World, written by net and session only.
import type {
  AuditoriumServerMessages,
  ChapterView,
  QuestionView,
  Reaction,
  SlidesView,
  StageView,
  TalkOverView,
  TalkSummary,
} from '@comptoir/shared/protocol/auditorium';
import type { RecordingServerMessages, RecordingView } from '@comptoir/shared/protocol/recording';
import type { NoteLine, PastTalk } from '@comptoir/shared/protocol/replay';
import { signal } from '@preact/signals-core';
import type { VotesAhead } from './votesAhead.ts';

/** What the panel of a talk shows. */
export type TalkTab = 'questions' | 'hands' | 'polls' | 'debate' | 'chapters' | 'notes';

/** A chapter that I have just marked and may name: its id once the office has answered. */
export interface Naming {
  /** Since the talk began, by this computer's clock. */
  atMs: number;
  id: string | undefined;
}

export class Auditorium {
  /** All talks of this office. */
  readonly talks = signal<readonly TalkSummary[]>([]);
  /** Those that are over, when somebody looked last. */
  readonly past = signal<readonly PastTalk[] | undefined>(undefined);
  /** The one I am in: on the stage or in the audience. */
  readonly stage = signal<StageView | undefined>(undefined);
  /** By id. */
  readonly questions = signal<ReadonlyMap<string, QuestionView>>(new Map());
  /** Ids of questions that I voted for, and that I asked. */
  readonly myVotes = signal<ReadonlySet<string>>(new Set());
  readonly myQuestions = signal<ReadonlySet<string>>(new Set());
  /** What I voted and the numbers do not know yet. */
  readonly votesAhead = signal<VotesAhead>(new Map());
  readonly tab = signal<TalkTab>('questions');
  /** Counts the wishes to ask: at each, the field of a question takes the focus. */
  readonly wishesToAsk = signal(0);
  readonly naming = signal<Naming | undefined>(undefined);
  readonly polls = signal<Required<AuditoriumServerMessages['polls']>>({ list: [], mine: {} });
  readonly debate = signal<Required<NonNullable<AuditoriumServerMessages['debate']>> | undefined>(undefined);
  readonly chapters = signal<readonly ChapterView[]>([]);
  /** In the order of their times. */
  /** Asked for, or on; and when (ms, performance.now) that was told. */
  readonly recording = signal<{ view: RecordingView; toldMs: number } | undefined>(undefined);
  /** Id of what stays of the recording of the meeting room I was in, until that is put away. */
  readonly meetingRecorded = signal<string | undefined>(undefined);
  /** Of leaders, or of the room: it stopped by itself. */
  readonly recordingProblem = signal<RecordingServerMessages['recordingProblem']['problem'] | undefined>(undefined);
  readonly notes = signal<readonly NoteLine[]>([]);
  /** Ids of those that were written before I came. */
  readonly notesBefore = signal<readonly string[]>([]);
  /** personIds, beside whoever leads. */
  readonly scribes = signal<readonly string[]>([]);
  readonly slides = signal<SlidesView | undefined>(undefined);
  /** The page that was drawn last, for the screen of the hall: by the document's id. Written by the panels. */
  readonly slidePicture = signal<{ of: string; page: number; picture: HTMLCanvasElement } | undefined>(undefined);
  /** The last time that I was given the floor, or lost it: for a card and a note. */
  readonly floor = signal<AuditoriumServerMessages['floor'] | undefined>(undefined);
  /** Ids of green rooms that are shut to me. */
  readonly shutRooms = signal<readonly string[]>([]);
  /** The talk I was in is over: where to stay. */
  readonly over = signal<TalkOverView | undefined>(undefined);
  /** Leaders: how what each speaker sends arrives. */
  readonly links = signal<AuditoriumServerMessages['stageLinks']>([]);

  readonly #applauseListeners = new Set<(applause: Partial<Record<Reaction, number>>) => void>();

  /** Of everybody in my talk together. @returns ends it */
  onApplause(listener: (applause: Partial<Record<Reaction, number>>) => void): () => void {
    this.#applauseListeners.add(listener);
    return () => this.#applauseListeners.delete(listener);
  }

  hearApplause(applause: Partial<Record<Reaction, number>>): void {
    for (const listener of this.#applauseListeners) listener(applause);
  }
}
