// Questions, polls, debate, applause and chapters of the talks of one office: kept while a talk is on, told to everybody in it a few times a second.
import type { QuestionView } from '@comptoir/shared/protocol/auditorium';
import { tuning } from '@comptoir/shared/tuning';
import { takeApplause } from '../auditorium/applause.ts';
import { debateView, runClocks, votesOfOne } from '../auditorium/debate.ts';
import { type Interaction, newInteraction, takeNews } from '../auditorium/Interaction.ts';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { choicesOf, pollView } from '../auditorium/polls.ts';
import { askedBy, type Question, questionView, votesOf } from '../auditorium/questions.ts';
import { ticksOf } from '../office/mayTalk.ts';
import { areApart } from '../office/reachable.ts';
import type { PinnedQuestion, TalkPart } from './OfficeAuditorium.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { tellMany } from './tellMany.ts';

const TELL_TICKS = ticksOf(tuning.stageTellMs);
const CLOCK_TICKS = ticksOf(1000);
/** How often the media server says who spoke. */
const VOICES_MS = 200;

/** What decided how somebody was told the last time. */
interface Told {
  /** The counts of open polls are for leaders. */
  leads: boolean;
  /** P37: from whom they are apart. */
  apart: string;
}

interface ChangedQuestions {
  gone: string[];
  changed: Question[];
  views: QuestionView[];
}

interface Course {
  interaction: Interaction;
  /** By personId, of everybody who was told all of it. */
  told: Map<string, Told>;
  toldTick: number;
  clocksTick: number;
  lookedTick: number;
}

export class OfficeInteraction implements TalkPart {
  readonly #room: OfficeRoom;
  /** By talk. */
  readonly #courses = new Map<string, Course>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  of(talk: LiveTalk): Interaction {
    return this.#courseOf(talk).interaction;
  }

  began(talk: LiveTalk): void {
    this.#courseOf(talk);
  }

  /** T83: what a talk had when the office was closed. */
  resume(talk: LiveTalk, interaction: Interaction): void {
    this.#courseOf(talk).interaction = interaction;
  }

  /** T33: everything at once. */
  entered(talk: LiveTalk, personId: string): void {
    const { told } = this.#courseOf(talk);
    told.set(personId, this.#standingOf(talk, personId));
    this.#tellAllQuestions(talk, personId);
    this.tellPolls(talk, personId);
    this.tellDebate(talk, personId);
    this.#room.auditorium.tell(personId, 'chapters', this.of(talk).chapters);
  }

  left(talk: LiveTalk, personId: string): void {
    this.#courseOf(talk).told.delete(personId);
  }

  ended({ id }: LiveTalk): void {
    this.#courses.delete(id);
  }

  tick(talk: LiveTalk, nowTick: number): void {
    const course = this.#courseOf(talk);
    if (nowTick - course.lookedTick >= TELL_TICKS) {
      course.lookedTick = nowTick;
      this.#lookAtStandings(talk, course);
    }
    if (nowTick - course.toldTick < TELL_TICKS) return;
    const { interaction, clocksTick } = course;
    if (interaction.haveClocksRun && nowTick - clocksTick >= CLOCK_TICKS) interaction.news.add('debate');
    if (this.#tellNews(talk, course, nowTick)) course.toldTick = nowTick;
  }

  /** T25: what was ever on the screen of this talk and was not removed, in that order. */
  pinnedOf(talk: LiveTalk): PinnedQuestion[] {
    const { byId, pinned } = this.of(talk).questions;
    return [...pinned].flatMap((id) => {
      const question = byId.get(id);
      return question ? [{ question: id, text: question.text, mayRead: (personId) => this.sees(personId, question) }] : [];
    });
  }

  /** T29 @param spoken personId -> ms of speech since the last time, within one short time for all */
  spoke(talk: LiveTalk, spoken: Readonly<Record<string, number>>): void {
    const interaction = this.of(talk);
    const debate = interaction.debates.at(-1);
    const { auditorium, clientOf } = this.#room;
    const heard = Object.entries(spoken).filter(([personId]) => clientOf.has(personId) && auditorium.isSpeaker(talk, personId));
    if (debate && runClocks(debate, Object.fromEntries(heard), VOICES_MS)) interaction.haveClocksRun = true;
  }

  /** P37: nobody reads who is apart from them, but what has no name is everybody's: otherwise they would learn whose it is. */
  sees(personId: string, { by, isAnonymous }: Question): boolean {
    return isAnonymous || !areApart(this.#room.talk.talks.apart, personId, by);
  }

  /** To one, now: what they did, before everybody hears of it. */
  tellOwnQuestions(talk: LiveTalk, personId: string, which: 'myVotes' | 'mine', question?: Question): void {
    const { questions } = this.of(talk);
    const changed = question ? [questionView(questions, question)] : [];
    const own = which === 'mine' ? { mine: askedBy(questions, personId) } : { myVotes: votesOf(questions, personId) };
    this.#room.auditorium.tell(personId, 'questions', { all: false, changed, gone: [], ...own });
  }

  tellPolls(talk: LiveTalk, personId: string): void {
    const { polls } = this.of(talk);
    const { leads } = this.#standingOf(talk, personId);
    const list = [...polls.values()].map((poll) => pollView(poll, leads));
    this.#room.auditorium.tell(personId, 'polls', { list, mine: choicesOf(polls, personId) });
  }

  tellDebate(talk: LiveTalk, personId: string): void {
    const debate = this.of(talk).debates.at(-1);
    const told = debate ? { view: debateView(debate), mine: votesOfOne(debate, personId) } : null;
    this.#room.auditorium.tell(personId, 'debate', told);
  }

  #courseOf({ id }: LiveTalk): Course {
    const known = this.#courses.get(id);
    if (known) return known;
    const never = Number.NEGATIVE_INFINITY;
    const course: Course = { interaction: newInteraction(), told: new Map(), toldTick: never, clocksTick: never, lookedTick: never };
    this.#courses.set(id, course);
    return course;
  }

  #standingOf(talk: LiveTalk, personId: string): Told {
    const occupant = this.#room.floor.office.occupants.get(personId);
    const { mine = [], ofMe = [] } = this.#room.talk.talks.apart.get(personId) ?? {};
    return { leads: occupant !== undefined && this.#room.auditorium.leads(talk, occupant), apart: [...mine, '|', ...ofMe].join(' ') };
  }

  /** Whoever leads now, or no longer, or has blocked somebody, is told anew what that changes. */
  #lookAtStandings(talk: LiveTalk, { told }: Course): void {
    for (const personId of this.#listeners(talk, told)) {
      const before = told.get(personId);
      const is = this.#standingOf(talk, personId);
      told.set(personId, is);
      if (before?.leads !== is.leads) this.tellPolls(talk, personId);
      if (before?.apart !== is.apart) this.#tellAllQuestions(talk, personId);
    }
  }

  /** In it, and told of it before. */
  #listeners(talk: LiveTalk, told: ReadonlyMap<string, Told>): string[] {
    return [...this.#room.auditorium.peopleIn(talk)].filter((personId) => told.has(personId));
  }

  /** T30 @returns whether there was anything */
  #tellNews(talk: LiveTalk, course: Course, nowTick: number): boolean {
    const { interaction, told } = course;
    const { chapters } = interaction;
    const news = takeNews(interaction);
    const applause = takeApplause(interaction.applause);
    const questions = this.#takeQuestions(interaction);
    if (!applause && !questions && news.size === 0) return false;
    if (news.has('debate')) course.clocksTick = nowTick;
    const people = this.#listeners(talk, told);
    if (questions) this.#tellChangedQuestions(people, questions);
    if (news.has('polls')) this.#tellPollsToAll(people, course);
    const debate = interaction.debates.at(-1);
    // of the one before a new one, nothing is theirs in it
    if (news.has('newDebate')) for (const personId of people) this.tellDebate(talk, personId);
    else if (news.has('debate') && debate) tellMany(this.#room, people, 'debate', { view: debateView(debate) });
    if (applause) tellMany(this.#room, people, 'applause', applause);
    if (news.has('chapters')) tellMany(this.#room, people, 'chapters', chapters);
    return true;
  }

  /** Those that changed since the last time; undefined: none. */
  #takeQuestions({ questions }: Interaction): ChangedQuestions | undefined {
    const { byId } = questions;
    const gone = [...questions.gone];
    const changed = [...questions.changed].flatMap((id) => byId.get(id) ?? []);
    questions.gone.clear();
    questions.changed.clear();
    if (gone.length + changed.length === 0) return undefined;
    return { gone, changed, views: changed.map((question) => questionView(questions, question)) };
  }

  #tellChangedQuestions(people: readonly string[], { gone, changed, views }: ChangedQuestions): void {
    const { apart } = this.#room.talk.talks;
    const message = { all: false, changed: views, gone };
    tellMany(
      this.#room,
      people.filter((personId) => !apart.has(personId)),
      'questions',
      message,
    );
    for (const personId of people.filter((one) => apart.has(one))) {
      const seen = this.#viewsFor(personId, changed, views);
      if (seen.length + gone.length > 0) this.#room.auditorium.tell(personId, 'questions', { ...message, changed: seen });
    }
  }

  /** What somebody chose they were told when they chose it. */
  #tellPollsToAll(people: readonly string[], { interaction: { polls }, told }: Course): void {
    for (const leads of [true, false]) {
      const whom = people.filter((personId) => told.get(personId)?.leads === leads);
      tellMany(this.#room, whom, 'polls', { list: [...polls.values()].map((poll) => pollView(poll, leads)) });
    }
  }

  #tellAllQuestions(talk: LiveTalk, personId: string): void {
    const { questions } = this.of(talk);
    const all = [...questions.byId.values()];
    const changed = this.#viewsFor(
      personId,
      all,
      all.map((question) => questionView(questions, question)),
    );
    const own = { myVotes: votesOf(questions, personId), mine: askedBy(questions, personId) };
    this.#room.auditorium.tell(personId, 'questions', { all: true, changed, gone: [], ...own });
  }

  #viewsFor(personId: string, questions: readonly Question[], views: QuestionView[]): QuestionView[] {
    if (!this.#room.talk.talks.apart.has(personId)) return views;
    const seen = new Set(questions.filter((question) => this.sees(personId, question)).map(({ id }) => id));
    return views.filter(({ id }) => seen.has(id));
  }
}
