import type { QuestionView } from '@comptoir/shared/protocol/auditorium';
import { describe, expect, test } from 'vitest';
import { arrangeQuestions, orderOf } from './arrangeQuestions.ts';

const question = (id: string, votes: number, askedMs: number, more: Partial<QuestionView> = {}): QuestionView => ({
  ...{ id, text: id, name: 'Noor', by: 'noor', votes, askedMs, answeredMs: null, pinned: false },
  ...more,
});
const byId = (...questions: QuestionView[]): Map<string, QuestionView> => new Map(questions.map((one) => [one.id, one]));
const told = ({ votes }: QuestionView): number => votes;

describe('[U91] questions', () => {
  test('stand by votes, then by time; the one on the screen first, answered ones apart, the last one first', () => {
    const questions = byId(
      question('late', 3, 900),
      question('early', 3, 100),
      question('most', 7, 500),
      question('pinned', 0, 950, { pinned: true }),
      question('done', 9, 50, { answeredMs: 2000 }),
      question('doneLater', 1, 60, { answeredMs: 3000 }),
    );
    expect(orderOf(questions, told)).toEqual({ open: ['pinned', 'most', 'early', 'late'], answered: ['doneLater', 'done'] });
  });

  test('count my vote before the office has told of it', () => {
    const questions = byId(question('a', 3, 1), question('b', 3, 2));
    expect(orderOf(questions, ({ id, votes }) => votes + Number(id === 'b')).open).toEqual(['b', 'a']);
  });

  test('stay where they are while somebody reads, whatever is voted, answered, removed or asked', () => {
    const before = byId(question('a', 3, 1), question('b', 2, 2), question('c', 1, 3));
    const held = orderOf(before, told);
    const now = byId(question('a', 3, 1, { answeredMs: 9 }), question('c', 8, 3), question('d', 0, 4), question('e', 0, 5));
    const arranged = arrangeQuestions(now, held);
    expect(arranged.open.map(({ id, question }) => [id, question?.votes])).toEqual([
      ['a', 3],
      ['b', undefined],
      ['c', 8],
    ]);
    expect(arranged.fresh).toBe(2);
    expect(arrangeQuestions(now, orderOf(now, told))).toMatchObject({
      open: [{ id: 'c' }, { id: 'd' }, { id: 'e' }],
      answered: [{ id: 'a' }],
      fresh: 0,
    });
  });
});
