// The numbers of rings on the crowd wire: which are in use, and the next one.
import type { Conversation } from './Conversation.ts';

export interface RingNumbers {
  nextNumber: number;
  /** In use: the conversation it has become, and by how many (that conversation, dwelling people). */
  numbers: Map<number, { users: number; conversation?: Conversation }>;
}

const MOST_NUMBERS = 65_535;

/** Numbers go round, so that a late frame does not speak of another conversation. @throws RangeError when all are in use */
export function newNumber(talks: RingNumbers): number {
  for (let tries = 0; tries < MOST_NUMBERS; tries++) {
    const number = talks.nextNumber;
    talks.nextNumber = (number % MOST_NUMBERS) + 1;
    if (!talks.numbers.has(number)) return number;
  }
  throw new RangeError('no conversation number is free');
}

export function useNumber(talks: RingNumbers, number: number): { users: number; conversation?: Conversation } {
  const use = talks.numbers.get(number) ?? { users: 0 };
  use.users++;
  talks.numbers.set(number, use);
  return use;
}

export function freeNumber(talks: RingNumbers, number: number): void {
  const use = talks.numbers.get(number);
  if (use && --use.users === 0) talks.numbers.delete(number);
}
