// A remote avatar in view: its trail (hot, read each frame) and what it shows.
import type { Ring } from '@comptoir/shared/conversation';
import type { WalkGrid } from '@comptoir/shared/movement';
import { EMOTES, type Emote } from '@comptoir/shared/people';
import type { AvatarRecord } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { Trail } from './Trail.ts';

export class Avatar {
  readonly avatarNumber: number;
  readonly trail: Trail;
  seated: boolean;
  cup: boolean;
  ring: Ring | undefined;
  emote: { kind: Emote; untilMs: number } | undefined;
  /** The crowd cell that last spoke of it; a leave from another cell is old news. */
  cell: number;

  constructor(record: AvatarRecord, frameTick: number, cell: number) {
    this.avatarNumber = record.avatarNumber;
    this.trail = new Trail(Avatar.#recordOf(record, frameTick));
    this.seated = record.seated;
    this.cup = record.cup;
    this.ring = record.ring;
    this.cell = cell;
  }

  static #recordOf(record: AvatarRecord, frameTick: number) {
    return { tick: frameTick, x: record.x, y: record.y, direction: record.direction, gait: record.gait };
  }

  learn(record: AvatarRecord, frameTick: number, cell: number): void {
    this.trail.add(Avatar.#recordOf(record, frameTick));
    this.seated = record.seated;
    this.cup = record.cup;
    this.ring = record.ring;
    this.cell = cell;
  }

  show(emote: number, nowMs: number): void {
    const kind = EMOTES[emote];
    if (kind) this.emote = { kind, untilMs: nowMs + tuning.emoteMs };
  }

  place(nowTick: number, nowMs: number, grid: WalkGrid): void {
    if (this.emote && this.emote.untilMs <= nowMs) this.emote = undefined;
    this.trail.place(nowTick, nowMs, grid);
  }
}
