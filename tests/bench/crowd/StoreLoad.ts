// People beside a crowd who have something kept on the disk again and again: what the store does must not be felt by those who walk.
import { FrontDoor } from '../../bots/FrontDoor.ts';
import { A_CARD, type Acknowledged, Chatter } from '../store/Chatter.ts';
import { spread } from '../store/spread.ts';

const EVERY_MS = 1500;

export class StoreLoad {
  readonly #door: FrontDoor;
  readonly #savers: readonly Chatter[];
  readonly #book: Acknowledged;

  private constructor(door: FrontDoor, savers: readonly Chatter[], book: Acknowledged) {
    this.#door = door;
    this.#savers = savers;
    this.#book = book;
  }

  static async begin({ url, roomId }: { url: string; roomId: string }, count: number): Promise<StoreLoad> {
    const door = new FrontDoor(url);
    const book: Acknowledged = { ackMs: [], refused: 0 };
    const savers: Chatter[] = [];
    for (let number = 0; number < count; number++) savers.push(await Chatter.enter(door, roomId, 100_000 + number, book, A_CARD));
    savers.forEach((saver, number) => void saver.chat(EVERY_MS, (number / count) * EVERY_MS));
    return new StoreLoad(door, savers, book);
  }

  /** What was kept before does not count. */
  restart(): void {
    this.#book.ackMs.length = 0;
  }

  /** @throws Error when something was not kept */
  end(passedS: number): { keptPerS: number; keptP99Ms: number } {
    for (const saver of this.#savers) saver.leave();
    this.#door.close();
    if (this.#book.refused > 0) throw new Error(`${this.#book.refused} were refused`);
    return { keptPerS: this.#book.ackMs.length / passedS, keptP99Ms: spread(this.#book.ackMs).p99Ms };
  }
}
