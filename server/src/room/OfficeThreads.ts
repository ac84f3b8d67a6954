// What is written in one office and stays, put together: its channels, topics and shelf. The lines themselves go through OfficeWords.
import type { Occupant } from '../office/Office.ts';
import { OfficeChannels } from './OfficeChannels.ts';
import { OfficeItems } from './OfficeItems.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { OfficeTopics } from './OfficeTopics.ts';

export class OfficeThreads {
  readonly topics: OfficeTopics;
  readonly channels: OfficeChannels;
  readonly items: OfficeItems;

  constructor(room: OfficeRoom) {
    this.topics = new OfficeTopics(room);
    this.channels = new OfficeChannels(room);
    this.items = new OfficeItems(room);
  }

  /** As the office opens. */
  async restore(): Promise<void> {
    await this.topics.restore();
  }

  /** Somebody is erased, with all they wrote. */
  forget(personId: string, lineIds: readonly string[]): void {
    this.topics.forget(personId);
    this.channels.forget(lineIds);
  }

  /** After each welcome. */
  cameIn(occupant: Occupant): void {
    this.topics.cameIn(occupant);
    this.channels.cameIn(occupant);
  }
}
