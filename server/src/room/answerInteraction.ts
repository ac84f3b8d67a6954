// The table of what people do with one another in a talk: questions, polls, debate, applause, chapters. Part of answerAuditorium.ts.
import { randomBytes } from 'node:crypto';
import { programmeLeft } from '@comptoir/shared/programme';
import type { auditoriumRequests } from '@comptoir/shared/protocol/auditorium';
import type { ClientMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { applaud } from '../auditorium/applause.ts';
import { changeChapter, markChapter } from '../auditorium/chapters.ts';
import { advanceDebate, openDebate, takeSide, voteSide } from '../auditorium/debate.ts';
import type { Interaction } from '../auditorium/Interaction.ts';
import { type LiveTalk, sinceStart } from '../auditorium/LiveTalk.ts';
import { openPoll, votePoll } from '../auditorium/polls.ts';
import { askQuestion, markQuestion, pinQuestion, type Question, voteQuestion } from '../auditorium/questions.ts';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type Sender = { occupant: Occupant };
type Requests =
  | ('askQuestion' | 'voteQuestion' | 'markQuestion' | 'pinQuestion')
  | ('openPoll' | 'votePoll' | 'closePoll')
  | ('openDebate' | 'advanceDebate' | 'takeSide' | 'voteSide')
  | ('markChapter' | 'changeChapter');
type Rules = { [R in Requests & keyof typeof auditoriumRequests]: (sender: Sender, ask: Ask<R>) => Answer<R> };

/** Where somebody asks for something. */
interface Here {
  talk: LiveTalk;
  is: Interaction;
  personId: string;
  leads: boolean;
  /** Since the talk began. */
  nowMs: number;
}

const newId = (): string => randomBytes(9).toString('base64url');
const DONE = { ok: true } as const;

/** T34 */
const nextPlanned = ({ settings }: LiveTalk, { chapters }: Interaction): string => programmeLeft(settings.programme, chapters)[0] ?? '';

export function takeApplauding(room: OfficeRoom, { occupant: { personId } }: Sender, { reaction, n }: ClientMessages['applaud']): void {
  const talk = room.auditorium.talkOf(personId);
  if (talk) applaud(room.auditorium.interaction.of(talk).applause, personId, reaction, n);
}

export function interactionRules(room: OfficeRoom): Rules {
  const { auditorium } = room;
  const { interaction } = auditorium;

  const inTalk =
    <R extends Requests>(rule: (here: Here, ask: Ask<R>) => Answer<R>) =>
    ({ occupant }: Sender, ask: Ask<R>): Answer<R> => {
      const talk = auditorium.talkOf(occupant.personId);
      if (!talk) return { refused: 'noTalk' };
      const nowMs = sinceStart(talk, Math.floor(room.tickNow()), tuning.tickMs);
      const leads = auditorium.leads(talk, occupant);
      return rule({ talk, is: interaction.of(talk), personId: occupant.personId, leads, nowMs }, ask);
    };
  const ofLeaders = <R extends Requests>(rule: (here: Here, ask: Ask<R>) => Answer<R>) =>
    inTalk<R>((here, ask) => (here.leads ? rule(here, ask) : { refused: 'notLeading' }));
  /** One that this person knows of. */
  const questionFor = ({ is, personId }: Here, id: string): Question | undefined => {
    const question = is.questions.byId.get(id);
    return question && interaction.sees(personId, question) ? question : undefined;
  };

  return {
    askQuestion: inTalk<'askQuestion'>((here, { text, anonymous }) => {
      const { talk, is, personId, nowMs } = here;
      const name = room.state.people.get(personId)?.name ?? '';
      const asked = askQuestion(is.questions, { id: newId(), personId, name, text, anonymous }, talk.settings.anonymous, nowMs);
      if ('refused' in asked) return asked;
      interaction.tellOwnQuestions(talk, personId, 'mine', asked);
      return { ok: true, question: asked.id };
    }),
    voteQuestion: inTalk<'voteQuestion'>((here, { question: id, on }) => {
      const question = questionFor(here, id);
      if (!question) return { refused: 'notThere' };
      if (voteQuestion(here.is.questions, question, here.personId, on)) interaction.tellOwnQuestions(here.talk, here.personId, 'myVotes');
      return DONE;
    }),
    markQuestion: inTalk<'markQuestion'>((here, { question: id, as }) => {
      const question = questionFor(here, id);
      const isMine = question?.by === here.personId && as === 'removed';
      if (!here.leads && !isMine) return { refused: 'notLeading' };
      if (!question) return { refused: 'notThere' };
      markQuestion(here.is.questions, question, as, here.nowMs);
      return DONE;
    }),
    pinQuestion: ofLeaders<'pinQuestion'>((here, { question: id }) => {
      const question = id === null ? null : questionFor(here, id);
      if (question === undefined) return { refused: 'notThere' };
      pinQuestion(here.is.questions, question);
      return DONE;
    }),

    openPoll: ofLeaders<'openPoll'>(({ is, nowMs }, { text, options }) => {
      const opened = openPoll(is.polls, { id: newId(), text, options }, nowMs);
      if ('refused' in opened) return opened;
      is.news.add('polls');
      return { ok: true, poll: opened.id };
    }),
    votePoll: inTalk<'votePoll'>(({ talk, is, personId }, { poll: id, option }) => {
      const poll = is.polls.get(id);
      if (!poll) return { refused: 'notThere' };
      const refusal = votePoll(poll, personId, option);
      if (refusal) return refusal;
      is.news.add('polls');
      interaction.tellPolls(talk, personId);
      return DONE;
    }),
    closePoll: ofLeaders<'closePoll'>(({ is }, { poll: id }) => {
      const poll = is.polls.get(id);
      if (!poll) return { refused: 'notThere' };
      poll.isOpen = false;
      is.news.add('polls');
      return DONE;
    }),

    openDebate: ofLeaders<'openDebate'>(({ is }, { sides }) => {
      const opened = openDebate(is.debates, sides);
      if ('refused' in opened) return opened;
      is.news.add('debate').add('newDebate');
      return DONE;
    }),
    advanceDebate: ofLeaders<'advanceDebate'>(({ is }, { to }) => {
      const debate = is.debates.at(-1);
      const refusal = debate ? advanceDebate(debate, to) : ({ refused: 'voteClosed' } as const);
      if (refusal) return refusal;
      is.news.add('debate');
      return DONE;
    }),
    takeSide: ofLeaders<'takeSide'>(({ talk, is }, { personId: speaker, side }) => {
      if (side !== null && !auditorium.isSpeaker(talk, speaker)) return { refused: 'notHere' };
      const debate = is.debates.at(-1);
      const refusal = debate ? takeSide(debate, speaker, side) : ({ refused: 'voteClosed' } as const);
      if (refusal) return refusal;
      is.news.add('debate');
      return DONE;
    }),
    voteSide: inTalk<'voteSide'>(({ talk, is, personId }, { side }) => {
      const debate = is.debates.at(-1);
      const refusal = debate ? voteSide(debate, personId, side) : ({ refused: 'voteClosed' } as const);
      if (refusal) return refusal;
      is.news.add('debate');
      interaction.tellDebate(talk, personId);
      return DONE;
    }),

    markChapter: ofLeaders<'markChapter'>(({ talk, is, nowMs }, { title }) => {
      const marked = markChapter(is.chapters, newId(), title || nextPlanned(talk, is), nowMs);
      if ('refused' in marked) return marked;
      is.news.add('chapters');
      return { ok: true, chapter: marked.id };
    }),
    changeChapter: ofLeaders<'changeChapter'>(({ is }, change) => {
      const refusal = changeChapter(is.chapters, change);
      if (refusal) return refusal;
      is.news.add('chapters');
      return DONE;
    }),
  };
}
