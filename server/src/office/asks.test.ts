import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { type Asks, answerAsk, endedAsks, newAsks, type OpenAsk, openAsk } from './asks.ts';
import { setState } from './doors.ts';
import { pair, TalkTest } from './testTalk.ts';

class AskTest {
  readonly test: TalkTest;
  readonly asks: Asks;

  constructor(test = pair()) {
    this.test = test;
    let id = 0;
    this.asks = newAsks(() => `a${++id}`);
  }

  ask(from: string, kind: OpenAsk['kind'], person?: string) {
    return openAsk(this.test.floor, this.asks, this.test.talker(from), kind, person, this.test.tick);
  }

  /** @throws when refused */
  asked(from: string, kind: OpenAsk['kind'], person?: string): OpenAsk {
    const asked = this.ask(from, kind, person);
    if ('refused' in asked) throw new Error(`refused: ${asked.refused}`);
    return asked.ask;
  }

  answer(who: string, ask: OpenAsk, answer: 'yes' | 'notNow' | 'inFive') {
    return answerAsk(this.test.floor, this.asks, ask, this.test.talker(who), answer, this.test.tick);
  }

  ended(): OpenAsk[] {
    return endedAsks(this.test.floor, this.asks, this.test.tick);
  }
}

function closedPair(): AskTest {
  const here = new AskTest();
  setState(here.test.floor, here.test.talker('ada'), 'closed');
  here.test.enter('cyril', 13, 10);
  return here;
}

describe('knock', () => {
  it('[B12] a yes of any member lets in, through the closed door and without a dwell', () => {
    const here = closedPair();
    const ask = here.asked('cyril', 'knock', 'bob');
    expect(ask.waiting).toEqual(new Set(['ada', 'bob']));
    expect(here.answer('ada', ask, 'notNow')).toBe('waits');
    expect(here.answer('bob', ask, 'yes')).toBe('yes');
    here.test.walk('cyril', 12, 10);
    here.test.wait(100);
    expect(here.test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
    expect(here.test.talker('ada').conversation?.state).toBe('closed');
  });

  it('[B12] nobody says no: the time is over', () => {
    const here = closedPair();
    const ask = here.asked('cyril', 'knock', 'ada');
    expect(here.answer('ada', ask, 'notNow')).toBe('waits');
    expect(here.answer('bob', ask, 'notNow')).toBe('waits');
    here.test.wait(tuning.askMs - 100);
    expect(here.ended()).toEqual([]);
    here.test.wait(200);
    expect(here.ended()).toEqual([ask]);
    here.test.walk('cyril', 12, 10);
    here.test.wait(2000);
    expect(here.test.circle('cyril')).toEqual([]);
  });

  it('[B12] three times in ten minutes at one door, by whomever of it', () => {
    const here = closedPair();
    for (const member of ['ada', 'bob', 'ada']) here.asks.open.delete(here.asked('cyril', 'knock', member).id);
    expect(here.ask('cyril', 'knock', 'bob')).toEqual({ refused: 'tooMany' });
    here.test.wait(tuning.askWindowMs);
    expect(here.ask('cyril', 'knock', 'bob')).toHaveProperty('ask');
  });

  it('[P6] only who was asked answers, once, and only while in the conversation', () => {
    const here = closedPair();
    here.test.enter('dora', 20, 10);
    const ask = here.asked('cyril', 'knock', 'ada');
    expect(here.answer('cyril', ask, 'yes')).toEqual({ refused: 'notAllowed' });
    expect(here.answer('dora', ask, 'yes')).toEqual({ refused: 'notAllowed' });
    here.test.enter('emil', 12, 12);
    expect(here.answer('ada', ask, 'notNow')).toBe('waits');
    expect(here.answer('ada', ask, 'yes')).toEqual({ refused: 'notAllowed' });
  });

  it('[B12] ends with the conversation, and with its asker', () => {
    const here = closedPair();
    const ask = here.asked('cyril', 'knock', 'ada');
    here.test.setOut('ada', 25, 3, 'run');
    here.test.wait(200);
    expect(here.ended()).toEqual([ask]);
    expect(here.ask('cyril', 'knock', 'ada')).toEqual({ refused: 'notInConversation' });
  });
});

describe('talk', () => {
  const office = () => {
    const test = new TalkTest([
      '####################',
      '#..................#',
      '#.d..............d.#',
      '#..................#',
      '####################',
    ]);
    test.enter('ada', 1, 2);
    test.enter('bob', 16, 2);
    test.sit('ada', 2, 2);
    test.sit('bob', 17, 2);
    return new AskTest(test);
  };

  it('[B2] a yes opens a conversation at both desks, that ends when one walks off', () => {
    const here = office();
    expect(here.answer('bob', here.asked('ada', 'talk', 'bob'), 'yes')).toBe('yes');
    here.test.wait(5000);
    expect(here.test.circle('ada')).toEqual(['ada', 'bob']);
    expect(here.test.talker('ada').conversation?.place).toEqual({ kind: 'desk' });
    here.test.standUp('ada');
    here.test.setOut('ada', 8, 2);
    here.test.wait(3000);
    expect(here.test.circle('bob')).toEqual([]);
  });

  it('[B2] walking over to the other desk keeps it; others ask', () => {
    const here = office();
    here.answer('bob', here.asked('ada', 'talk', 'bob'), 'yes');
    here.test.standUp('ada');
    here.test.put('ada', 15 * 32, 48);
    here.test.wait(3000);
    expect(here.test.circle('ada')).toEqual(['ada', 'bob']);
    const cyril = here.test.enter('cyril', 14, 2);
    here.test.wait(3000);
    expect(here.test.circle('cyril')).toEqual([]);
    expect(approach(here.test.floor, cyril, here.test.talker('bob'), here.test.tick)).toEqual({ refused: 'askFirst' });
    here.answer('bob', here.asked('cyril', 'talk', 'bob'), 'yes');
    expect(here.test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
  });

  it('[B12] in five minutes is an answer; away and do not disturb are not asked; one is asked once at a time', () => {
    const here = office();
    const ask = here.asked('ada', 'talk', 'bob');
    expect(here.ask('ada', 'talk', 'bob')).toEqual({ refused: 'busy' });
    expect(here.answer('bob', ask, 'inFive')).toBe('inFive');
    expect(here.ended()).toEqual([]);
    here.test.talker('bob').occupant.availability = 'doNotDisturb';
    expect(here.ask('ada', 'talk', 'bob')).toEqual({ refused: 'doNotDisturb' });
    here.test.talker('bob').occupant.availability = 'away';
    expect(here.ask('ada', 'talk', 'bob')).toEqual({ refused: 'away' });
    expect(here.ask('ada', 'talk', 'nobody')).toEqual({ refused: 'notHere' });
  });

  it('[B12] three invitations of one person in ten minutes', () => {
    const here = office();
    for (let times = 0; times < tuning.invitationsPerPerson; times++) here.answer('bob', here.asked('ada', 'talk', 'bob'), 'inFive');
    expect(here.ask('ada', 'talk', 'bob')).toEqual({ refused: 'tooMany' });
  });
});

describe('join', () => {
  it('[B12] who is invited comes in through a closed door', () => {
    const here = closedPair();
    expect(here.answer('cyril', here.asked('ada', 'join', 'cyril'), 'yes')).toBe('yes');
    expect(approach(here.test.floor, here.test.talker('cyril'), here.test.talker('ada'), here.test.tick)).toEqual({ ok: true });
    expect(here.test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
  });

  it('[P6] only a member invites', () => {
    const here = closedPair();
    here.test.enter('dora', 20, 10);
    expect(here.ask('cyril', 'join', 'dora')).toEqual({ refused: 'notInConversation' });
    expect(here.ask('cyril', 'walk')).toEqual({ refused: 'notInConversation' });
    expect(setState(here.test.floor, here.test.talker('cyril'), 'amongUs')).toEqual({ refused: 'notInConversation' });
  });
});
