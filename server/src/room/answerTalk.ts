// The table of conversations, calls and words: message or request -> rule. Parsed and counted by answerMessages.ts.
import type { ClientMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { talkMessages, talkRequests } from '@comptoir/shared/protocol/talk';
import { approach } from '../office/approach.ts';
import { answerAsk, openAsk } from '../office/asks.ts';
import { setState, split } from '../office/doors.ts';
import type { Occupant } from '../office/Office.ts';
import { sayGoodbye } from '../office/tendTalkers.ts';
import { stopWalking } from '../office/walkTogether.ts';
import type { OfficeClient, OfficeRoom } from './OfficeRoom.ts';
import { askViewOf } from './OfficeTalk.ts';

/** Whoever sent it. */
type Sender = { occupant: Occupant };
type TalkMessageRules = { [T in keyof typeof talkMessages]: (sender: Sender, message: ClientMessages[T]) => void };
type TalkRequestRules = {
  [R in keyof typeof talkRequests]: (sender: Sender, ask: Ask<R>, client: OfficeClient) => Answer<R> | Promise<Answer<R>>;
};

export function talkMessageRules(room: OfficeRoom): TalkMessageRules {
  const { talk } = room;
  const { talks } = talk;
  const now = (): number => Math.floor(room.tickNow());
  return {
    goodbye({ occupant }) {
      sayGoodbye(talks, talk.talkerOf(occupant), now());
      talk.settle(now());
    },
    absorbed({ occupant }, { absorbed, hidden }) {
      const talker = talk.talkerOf(occupant);
      talker.absorbed = absorbed;
      const wasHidden = talker.hiddenSinceTick !== undefined;
      if (!hidden) delete talker.hiddenSinceTick;
      else talker.hiddenSinceTick ??= now();
      if (wasHidden !== hidden) talk.tellLater(talker);
    },
    publishing({ occupant }, sends) {
      talk.publishes(talk.talkerOf(occupant), sends, now());
    },
    typing: ({ occupant }, { to }) => talk.words.typing(occupant, to),
    signal: ({ occupant }, { to, epoch, data }) => talk.calls.signal(occupant.personId, to, epoch, data),
    media: ({ occupant }, { epoch, signal }) => talk.calls.media(occupant.personId, epoch, signal),
    callReport: ({ occupant }, { epoch, problem }) => talk.calls.report(occupant.personId, epoch, problem),
    endWalk({ occupant }) {
      stopWalking(talk.floor, talk.talkerOf(occupant));
      talk.settle(now());
    },
    withdraw({ occupant }, { ask: id }) {
      const ask = talk.asks.open.get(id);
      if (ask?.from !== occupant.personId) return;
      talk.asks.open.delete(id);
      for (const personId of [...ask.waiting, ...ask.agreed]) talk.tell(personId, 'askGone', { ask: id });
    },
  };
}

export function talkRequestRules(room: OfficeRoom): TalkRequestRules {
  const { talk } = room;
  const now = (): number => Math.floor(room.tickNow());
  /** What the rule changed is told before its answer. */
  const settled = <A>(answer: A): A => {
    talk.settle(now());
    return answer;
  };
  return {
    approach({ occupant }, { personId }) {
      const other = talk.talks.talkers.get(personId);
      if (!other) return { refused: 'notHere' };
      return settled(approach(talk.floor, talk.talkerOf(occupant), other, now()));
    },
    ask({ occupant }, { kind, person }) {
      const asked = openAsk(talk.floor, talk.asks, talk.talkerOf(occupant), kind, person, now());
      if ('refused' in asked) return asked;
      const { ask } = asked;
      for (const personId of ask.waiting) talk.tell(personId, 'asked', askViewOf(ask));
      return { ok: true, ask: ask.id, untilTick: ask.untilTick };
    },
    answerAsk({ occupant }, { ask: id, answer }) {
      const ask = talk.asks.open.get(id);
      if (!ask) return { refused: 'notThere' };
      const answered = answerAsk(talk.floor, talk.asks, ask, talk.talkerOf(occupant), answer, now());
      if (typeof answered === 'object') return answered;
      if (answered === 'yes') room.auditorium.greenRooms.admitted([ask.from, ask.person ?? '']);
      if (answered !== 'waits') talk.endAsk(ask, { yes: answered === 'yes', inFive: answered === 'inFive' });
      return settled({ ok: true });
    },
    setState: ({ occupant }, { state }) => settled(setState(talk.floor, talk.talkerOf(occupant), state)),
    split: ({ occupant }) => settled(split(talk.floor, talk.talkerOf(occupant), now())),
    say: ({ occupant }, { to, text, ...more }) => talk.words.say(occupant, to, text, more),
    eraseLine: ({ occupant }, { line }) => room.threads.channels.eraseLine(occupant, line),
    eraseMine: ({ occupant }) => room.threads.channels.eraseMine(occupant),
    iceServers: ({ occupant }, _ask, client) => talk.calls.iceServersFor(occupant.personId, client.auth?.host),
  };
}
