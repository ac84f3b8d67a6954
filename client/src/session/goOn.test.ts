import { tuning } from '@comptoir/shared/tuning';
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Entry, EntryOutcome, OfficeProblem } from '../ui/UiPort.ts';
import { goOn } from './goOn.ts';

const visit = { office: 'office', personId: 'ada', ticket: 'hers', inside: true, crossing: true };

function coming(answers: (EntryOutcome | undefined)[]) {
  const stored = new Map([['comptoir.visit', JSON.stringify(visit)]]);
  const visits = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  } as unknown as Storage;
  const join = vi.fn(async (_entry: Entry, _ticket: string) => answers.shift() ?? ({ refused: 'unreachable' } as const));
  const problem = signal<OfficeProblem | undefined>(undefined);
  const wanted = { yes: true };
  const remembered = { name: 'Ada', trade: '', appearance: '' };
  const going = goOn({ visits, officeId: 'office', remembered, join, isWanted: () => wanted.yes, problem });
  return { going, join, problem, wanted };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[R10] an office that does not answer is asked again, and the entrance says so', async () => {
  const { going, join, problem } = coming([undefined, undefined, { ok: true }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(join).toHaveBeenCalledTimes(1);
  expect(problem.value).toBe('unreachable');
  await vi.advanceTimersByTimeAsync(2 * tuning.retryMs);
  await going;
  expect(join).toHaveBeenCalledTimes(3);
  expect(join).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'Ada', as: { personId: 'ada' } }), 'hers');
});

it('[R10] not for ever, and not when the person does it themselves', async () => {
  const late = coming([]);
  await vi.advanceTimersByTimeAsync(tuning.holdSeatMs + tuning.retryMs);
  await late.going;
  const asked = late.join.mock.calls.length;
  expect(asked).toBeGreaterThan(20);
  const impatient = coming([]);
  await vi.advanceTimersByTimeAsync(0);
  impatient.wanted.yes = false;
  await vi.advanceTimersByTimeAsync(tuning.retryMs);
  await impatient.going;
  expect(impatient.join).toHaveBeenCalledTimes(1);
});

it('[R10] a refusal is an answer', async () => {
  const { going, join } = coming([{ refused: 'full' }]);
  await going;
  expect(join).toHaveBeenCalledTimes(1);
});
