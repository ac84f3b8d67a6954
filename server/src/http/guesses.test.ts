import { expect, test } from 'vitest';
import { createGuesses } from './guesses.ts';

const wrong = async (): Promise<boolean> => false;
const right = async (): Promise<boolean> => true;

test('[P14] after ten wrong tries none of that address is looked at, not even the right one', async () => {
  const guesses = createGuesses('test', 10);
  for (let n = 0; n < 10; n++) expect(await guesses.attempt('a', wrong)).toBe('wrong');
  expect(await guesses.attempt('a', right)).toEqual({ retryAfterS: expect.any(Number) });
  expect(await guesses.attempt('b', right)).toBe('right');
});

test('[P14] fifty at the same moment get no more tries than one after the other', async () => {
  const guesses = createGuesses('test', 10);
  let looked = 0;
  const slow = async (): Promise<boolean> => {
    looked++;
    await new Promise((resolve) => setTimeout(resolve, 1));
    return false;
  };
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => guesses.attempt('a', slow)));
  expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(10);
  expect(looked).toBe(10);
});

test('[P14] a whole table of people behind one address knows the password', async () => {
  const guesses = createGuesses('test', 10);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => guesses.attempt('a', right)));
  expect(new Set(outcomes)).toEqual(new Set(['right']));
});

test('[P14] a check that fails says so, and the next is tried', async () => {
  const guesses = createGuesses('test', 10);
  await expect(guesses.attempt('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await guesses.attempt('a', right)).toBe('right');
});
