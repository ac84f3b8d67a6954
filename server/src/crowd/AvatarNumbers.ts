// Hands out the u16 that stands for an avatar on the crowd wire, and lets a used one rest before it names somebody else.
import { tuning } from '@comptoir/shared/tuning';

/** As many as a u16 can name. */
const MOST = 65_536;

export class AvatarNumbers {
  #next = 0;
  /** Freed numbers, the longest resting first. */
  #resting: { avatarNumber: number; freedMs: number }[] = [];

  /** The smallest number that nobody had within the last minute, as far as used ones go first. @throws RangeError when all are in use */
  take(nowMs: number): number {
    const [oldest] = this.#resting;
    if (oldest && nowMs - oldest.freedMs >= tuning.avatarNumberRestMs) {
      this.#resting.shift();
      return oldest.avatarNumber;
    }
    if (this.#next === MOST) throw new RangeError('no avatar number is free');
    return this.#next++;
  }

  free(avatarNumber: number, nowMs: number): void {
    this.#resting.push({ avatarNumber, freedMs: nowMs });
  }
}
