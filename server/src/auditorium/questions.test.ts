import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedBy,
  askQuestion,
  markQuestion,
  newQuestions,
  pinQuestion,
  type Question,
  questionView,
  voteQuestion,
  votesOf,
} from './questions.ts';

const questions = newQuestions();
const MINUTE = 60_000;

/** Asked by somebody, each in a minute of their own. */
function ask(asking: Partial<Parameters<typeof askQuestion>[1]> = {}, nowMs = questions.byId.size * MINUTE, of = questions): Question {
  const id = `q${of.byId.size}`;
  const asked = askQuestion(of, { id, personId: 'ada', name: 'Ada', text: 'Why?', anonymous: false, ...asking }, true, nowMs);
  if ('refused' in asked) throw new Error(`refused: ${asked.refused}`);
  return asked;
}
const refusalOf = (text: string, anonymous = false, mayBeAnonymous = true) =>
  askQuestion(newQuestions(), { id: 'q', personId: 'ada', name: 'Ada', text, anonymous }, mayBeAnonymous, 0);

describe('asking', () => {
  it('[T20] a question is one clean line', () => {
    expect(ask({ text: '  What \n\n about\tthis\u200b?  ' }).text).toBe('What about this?');
    expect(ask({ text: 'abc\u202edef' }).text).toBe('abc\ufffddef');
    expect(ask({ text: '<b>bold</b>' }).text).toBe('<b>bold</b>');
  });

  it('[T20] it has 1 to 400 characters as a person counts them', () => {
    const family = '👨‍👩‍👧‍👦';
    const most = tuning.questionLength;
    expect(ask({ text: family.repeat(most) }).text).toBe(family.repeat(most));
    expect(refusalOf(family.repeat(most + 1))).toEqual({ refused: 'textTooLong' });
    for (const empty of ['', ' \n ', '\u200b\u00ad', '\u0301']) expect(refusalOf(empty)).toEqual({ refused: 'textEmpty' });
  });

  it('[T20] one asks three a minute, all together 120, and a talk holds 500', () => {
    const of = newQuestions();
    let id = 0;
    const tries = (personId: string, nowMs: number) =>
      askQuestion(of, { id: `q${++id}`, personId, name: '', text: 'Why?', anonymous: false }, true, nowMs);
    const counts = (many: object[]) => many.filter((answer) => !('refused' in answer)).length;
    expect(counts(Array.from({ length: 9 }, () => tries('ada', 0)))).toBe(3);
    // whoever removes theirs may not ask more for it
    const [first] = of.byId.values();
    if (first) markQuestion(of, first, 'removed', 0);
    expect(tries('ada', 59_999)).toEqual({ refused: 'tooMany' });
    expect(tries('ada', 60_000)).not.toHaveProperty('refused');
    expect(counts(Array.from({ length: 200 }, (_, n) => tries(`p${n}`, 60_000)))).toBe(119);
    for (let minute = 2; minute < 10; minute++) for (let n = 0; n < 120; n++) tries(`p${n}`, minute * MINUTE);
    expect(of.byId.size).toBe(tuning.questionsMost);
  });

  it('[T21] without a name only where the leaders allow it', () => {
    expect(refusalOf('Why?', true, false)).toEqual({ refused: 'namesOnly' });
    expect(refusalOf('Why?', true, true)).not.toHaveProperty('refused');
  });

  it('[T21] nothing that is told of an anonymous question depends on who asked it', () => {
    const of = (personId: string, name: string) => {
      const all = newQuestions();
      const question = ask({ id: 'q', personId, name, anonymous: true }, 5, all);
      return JSON.stringify(questionView(all, question));
    };
    fc.assert(
      fc.property(fc.string(), fc.string(), (personId, name) => {
        expect(of(personId, name)).toBe(of('somebody', 'Somebody'));
      }),
    );
    const mine = ask({ personId: 'zoe', anonymous: true });
    expect(askedBy(questions, 'zoe')).toEqual([mine.id]);
  });
});

describe('votes', () => {
  it('[T22] each person counts once, whatever they press, their own question too', () => {
    const presses = fc.array(fc.record({ who: fc.constantFrom('ada', 'bob', 'cem', 'dee'), on: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(presses, (pressed) => {
        const all = newQuestions();
        const question = ask({}, 0, all);
        for (const { who, on } of pressed) voteQuestion(all, question, who, on);
        const last = new Map(pressed.map(({ who, on }) => [who, on]));
        expect(questionView(all, question).votes).toBe([...last.values()].filter((on) => on).length);
        for (const [who, on] of last) expect(votesOf(all, who)).toEqual(on ? [question.id] : []);
      }),
    );
  });

  it('[T22] a vote that changes nothing is no news', () => {
    const all = newQuestions();
    const question = ask({}, 0, all);
    expect(voteQuestion(all, question, 'bob', true)).toBe(true);
    all.changed.clear();
    expect(voteQuestion(all, question, 'bob', true)).toBe(false);
    expect(all.changed.size).toBe(0);
  });
});

describe('what leaders do', () => {
  it('[T24] answered is stamped, and the first stamp stays until it is open again', () => {
    const all = newQuestions();
    const question = ask({}, 0, all);
    markQuestion(all, question, 'answered', 7000);
    markQuestion(all, question, 'answered', 9000);
    expect(questionView(all, question).answeredMs).toBe(7000);
    markQuestion(all, question, 'open', 9500);
    expect(questionView(all, question).answeredMs).toBeNull();
    markQuestion(all, question, 'answered', 9900);
    expect(questionView(all, question).answeredMs).toBe(9900);
  });

  it('[T25] one is on the screen; those that were are remembered, in their order, unless they are removed', () => {
    const all = newQuestions();
    const [one, two, three] = ['bob', 'cem', 'dee'].map((personId) => ask({ personId }, 0, all)) as [Question, Question, Question];
    for (const next of [two, one, three, two, null]) pinQuestion(all, next);
    expect([...all.pinned]).toEqual([two.id, one.id, three.id]);
    expect([one, two, three].filter((question) => questionView(all, question).pinned)).toEqual([]);
    pinQuestion(all, one);
    all.changed.clear();
    pinQuestion(all, three);
    expect([...all.changed].sort()).toEqual([one.id, three.id].sort());
    markQuestion(all, three, 'removed', 0);
    expect(all.onScreen).toBeNull();
    expect([...all.pinned]).toEqual([two.id, one.id]);
    expect([...all.gone]).toEqual([three.id]);
    expect(all.changed.has(three.id)).toBe(false);
  });
});
