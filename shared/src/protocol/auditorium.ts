// A talk in the auditorium: who leads it, hands and the floor, questions, polls, a debate, chapters, slides. Merged into requests.ts and messages.ts.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Counted as people count characters by the rule; this only bounds what is read. */
const words = (characters: number) => v.pipe(v.string(), v.maxLength(characters * 8));
const flag = v.boolean();
/** BCP 47, as the page's own language is named: 'fr', 'en', 'pt-BR'. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/));
/** Titles of chapters that are to come. */
const programme = v.pipe(v.array(words(tuning.chapterLength)), v.maxLength(tuning.programmeMost));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

export const REACTIONS = ['clap', 'laugh', 'heart', 'wow', 'idea'] as const;
export type Reaction = (typeof REACTIONS)[number];

export const auditoriumMessages = {
  /** `n` times since the last one. */
  applaud: v.strictObject({ reaction: v.picklist(REACTIONS), n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)) }),
} as const;

/** "Of leaders": of whoever leads this talk, and of hosts of the office who are in it. */
export const auditoriumRequests = {
  /** Where I stand: on the stage of an auditorium in which no talk is on. I lead it. `record`: it is to be recorded, everybody who speaks is asked. */
  startTalk: v.strictObject({
    title: words(tuning.talkTitleLength),
    language,
    record: v.optional(flag),
    programme: v.optional(programme),
  }),
  /** Of leaders. */
  endTalk: v.strictObject({}),
  changeTalk: v.strictObject({
    title: v.optional(words(tuning.talkTitleLength)),
    language: v.optional(language),
    programme: v.optional(programme),
    /** Questions may be asked without a name. */
    anonymous: v.optional(flag),
    /** Whoever walks on the stage speaks; otherwise only those whom a leader asked up. */
    openStage: v.optional(flag),
  }),
  /** Of leaders: makes somebody in the talk lead it too, or no longer; the last one stays. */
  leadTalk: v.strictObject({ personId: id, leads: flag }),
  /** Of leaders: closes a speaker's microphone now; they may open it again. */
  hushSpeaker: v.strictObject({ personId: id }),
  /** Of leaders: on the stage they speak no more (`up` false), or may again. */
  bringUp: v.strictObject({ personId: id, up: flag }),
  /** In a talk, and in a meeting room. */
  raiseHand: v.strictObject({ up: flag }),
  /** Somebody else's hand: of leaders, and in a meeting room of hosts. */
  lowerHand: v.strictObject({ personId: id }),
  /** Of leaders, to somebody with a raised hand: they speak from their seat, with a picture if `video`. */
  giveFloor: v.strictObject({ personId: id, video: flag }),
  /** Of leaders; everybody gives their own back. */
  takeFloor: v.strictObject({ personId: id }),
  /** Everybody who is in my talk: "who hears me" of a hall. */
  whoListens: v.strictObject({}),

  askQuestion: v.strictObject({ text: words(tuning.questionLength), anonymous: flag }),
  voteQuestion: v.strictObject({ question: id, on: flag }),
  /** Of leaders: answered live (stamped), open again, or removed; whoever asked it may remove it. */
  markQuestion: v.strictObject({ question: id, as: v.picklist(['answered', 'open', 'removed']) }),
  /** Of leaders; null: none. Several may be pinned one after the other; the last one is on the screen. */
  pinQuestion: v.strictObject({ question: v.nullable(id) }),

  /** Of leaders. */
  openPoll: v.strictObject({
    text: words(tuning.questionLength),
    options: v.pipe(v.array(words(tuning.pollOptionLength)), v.minLength(2), v.maxLength(tuning.pollOptions)),
  }),
  votePoll: v.strictObject({ poll: id, option: count(tuning.pollOptions - 1) }),
  /** Of leaders: nobody votes any more, everybody sees the counts. */
  closePoll: v.strictObject({ poll: id }),

  /** Of leaders: the vote before opens. */
  openDebate: v.strictObject({
    sides: v.pipe(v.array(words(tuning.pollOptionLength)), v.minLength(2), v.maxLength(tuning.debateSides)),
  }),
  /** Of leaders: the vote before, then the clocks, then the vote after, then over. Named, since two of them may press at once. */
  advanceDebate: v.strictObject({ to: v.picklist(['debate', 'after', 'over']) }),
  /** Of leaders: for which side a speaker speaks; null: none. */
  takeSide: v.strictObject({ personId: id, side: v.nullable(count(tuning.debateSides - 1)) }),
  /** My own, told to nobody; while a vote is open. */
  voteSide: v.strictObject({ side: count(tuning.debateSides - 1) }),

  /** Of leaders: begins now. The title may be empty, and come later; then the next one of the programme is taken. */
  markChapter: v.strictObject({ title: words(tuning.chapterLength) }),
  /** Of leaders. */
  changeChapter: v.strictObject({ chapter: id, title: words(tuning.chapterLength), remove: flag }),

  /** Of speakers: a document of mine that was sent to the office; null: no slides any more. */
  showSlides: v.strictObject({ slides: v.nullable(id) }),
  /** Of whoever shows the slides, and of leaders. Pages count from 0. */
  turnPage: v.strictObject({ page: count(tuning.slidePages - 1) }),
} as const;

export type AuditoriumRefusal =
  /** I am in no talk. */
  | 'noTalk'
  /** One is on in this auditorium. */
  | 'talkOn'
  | 'notOnStage'
  | 'notLeading'
  /** Twelve speak. */
  | 'stageFull'
  /** They have no raised hand: nobody is given the floor who did not ask for it. */
  | 'noHand'
  /** Questions have names here. */
  | 'namesOnly'
  /** That vote, or that part of the debate, is over or has not begun. */
  | 'voteClosed'
  /** Chapters lie at least three seconds apart. */
  | 'tooSoon'
  /** None are shown, or that document is not mine, not of this talk, or gone. */
  | 'noSlides'
  /** Somebody else shows these slides. */
  | 'notShowing'
  /** A green room, of a talk in which I neither speak nor lead. */
  | 'backstage';

type Done = { ok: true };
export interface AuditoriumAnswers {
  startTalk: { ok: true; talk: string };
  endTalk: Done;
  changeTalk: Done;
  leadTalk: Done;
  hushSpeaker: Done;
  bringUp: Done;
  raiseHand: Done;
  lowerHand: Done;
  giveFloor: Done;
  takeFloor: Done;
  whoListens: { ok: true; people: string[] };
  askQuestion: { ok: true; question: string };
  voteQuestion: Done;
  markQuestion: Done;
  pinQuestion: Done;
  openPoll: { ok: true; poll: string };
  votePoll: Done;
  closePoll: Done;
  openDebate: Done;
  advanceDebate: Done;
  takeSide: Done;
  voteSide: Done;
  markChapter: { ok: true; chapter: string };
  changeChapter: Done;
  showSlides: Done;
  turnPage: Done;
}

/** The talk I am in. Speakers, their microphones and pictures are in my ConversationView. */
export interface StageView {
  /** Of the talk and of its conversation. */
  talk: string;
  auditorium: string;
  title: string;
  language: string;
  /** ms since 1970. */
  startedMs: number;
  /** personIds, whoever began it first. */
  leaders: string[];
  /** How many listen. */
  audience: number;
  /** Raised hands in their order, the first `tuning.handsShown`; `handCount` is all. */
  hands: string[];
  handCount: number;
  /** My place among them, from 1; 0: down. */
  myHand: number;
  /** On the stage I speak: it is open, or a leader asked me up, and none sent me down. */
  mayStage: boolean;
  /** Whoever speaks from their seat. */
  floor: { personId: string; video: boolean }[];
  anonymous: boolean;
  openStage: boolean;
  /** Titles of chapters as they were planned, the marked ones too. */
  programme: string[];
  /** Nobody is on the stage, or no leader is left: it ends by itself then (office tick). */
  endsTick: number | null;
}

/** Of each talk that is on, to everybody in the office. */
export interface TalkSummary {
  talk: string;
  auditorium: string;
  title: string;
  language: string;
  startedMs: number;
  /** personIds on the stage. */
  speakers: string[];
  audience: number;
  /** It is recorded, or is to be. */
  recorded?: true;
}

export interface QuestionView {
  id: string;
  text: string;
  /** '' : asked without a name. `by` then is ''. */
  name: string;
  by: string;
  votes: number;
  /** Since the talk began. */
  askedMs: number;
  /** When it was answered live; null: open. */
  answeredMs: number | null;
  pinned: boolean;
}

export interface PollView {
  id: string;
  text: string;
  options: string[];
  /** How many voted; how for what, once it is closed, and to leaders before. */
  voters: number;
  counts: number[] | null;
  open: boolean;
  openedMs: number;
}

export const DEBATE_PHASES = ['before', 'debate', 'after', 'over'] as const;
export type DebatePhase = (typeof DEBATE_PHASES)[number];

export interface DebateView {
  phase: DebatePhase;
  sides: string[];
  /** personId -> index in sides. */
  speakers: Record<string, number>;
  /** Spoken by each side so far. */
  spokenMs: number[];
  /** How many voted in the vote before, and after. */
  voters: [before: number, after: number];
  /** Shown when it is over. */
  before: number[] | null;
  after: number[] | null;
}

export interface ChapterView {
  id: string;
  title: string;
  /** Since the talk began. */
  atMs: number;
}

export interface SlidesView {
  id: string;
  /** Path on this server, to be read by whoever is in the talk. */
  url: string;
  name: string;
  /** Whoever shows them. */
  by: string;
  page: number;
  pages: number;
}

/** Where one stays after a talk. */
export interface TalkOverView {
  title: string;
  /** Area to stay in. */
  lounge: string | null;
  /** One table per pinned question. */
  tables: { question: string; text: string; seat: string }[];
  /** Its id, when it was recorded. */
  recorded?: string;
  /** Path of its page, unless nothing stays of talks here. */
  page?: string;
}

export const LINK_QUALITIES = ['good', 'poor', 'lost'] as const;
export type LinkQuality = (typeof LINK_QUALITIES)[number];

export interface AuditoriumServerMessages {
  /** null: I am in none. */
  stage: StageView | null;
  /** After each welcome when there are any, and when they change. */
  talks: TalkSummary[];
  /** `all`: nothing that was told before counts; `myVotes` and `mine` are told then. */
  questions: { all: boolean; changed: QuestionView[]; gone: string[]; myVotes?: string[]; mine?: string[] };
  /** Whole, when they change; `mine`: poll -> what I chose, told when it changes. */
  polls: { list: PollView[]; mine?: Record<string, number> };
  /** `mine`: how I voted before, and after; told when it changes. */
  debate: { view: DebateView; mine?: [before: number | null, after: number | null] } | null;
  /** Since the last one, of all together. */
  applause: Partial<Record<Reaction, number>>;
  chapters: ChapterView[];
  slides: SlidesView | null;
  /** I was given the floor, or it was taken; `by`: who did. */
  floor: { given: boolean; video: boolean; by: string };
  /** After each welcome, and when they change: ids of green rooms that are walls to me while a talk is on. */
  shutRooms: string[];
  /** The talk I was in is over. */
  talkOver: TalkOverView;
  /** To leaders: how what each speaker sends arrives. */
  stageLinks: { personId: string; quality: LinkQuality }[];
}
