// What conversations change in how people look: which side their tag is on, their microphone, and whom they turn to.
import type { Point } from '@comptoir/shared/geometry';
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import type { World } from '../world/World.ts';
import type { AvatarView } from './AvatarView.ts';
import { ringSum } from './gatherRings.ts';
import { VOICE_FROM } from './RingMarks.ts';
import type { Company } from './Tags.ts';
import { outerSide, type Side, type Talker, towardsSpeaker } from './talkFacing.ts';

export class TalkLook implements Company {
  readonly #world: World;
  #sum = Number.NaN;
  readonly #middles = new Map<number, Point>();
  #known: ConversationView | undefined;
  readonly #microphones = new Map<string, 'open' | 'muted'>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Once a frame, after everybody has been placed. @param inRings whoever shows a ring */
  update(inRings: readonly AvatarView[]): void {
    const sum = ringSum(inRings);
    if (sum !== this.#sum) {
      this.#sum = sum;
      this.#findMiddles(inRings);
    }
    const conversation = this.#world.talk.conversation.peek();
    if (conversation !== this.#known) {
      this.#known = conversation;
      this.#microphones.clear();
      for (const { personId, role, microphone } of conversation?.members ?? [])
        if (role !== 'listener') this.#microphones.set(personId, microphone ? 'open' : 'muted');
    }
    this.#turn(inRings);
  }

  sideOf({ ring, x, y, seat }: AvatarView): Side | undefined {
    if (ring?.role !== 'member' || ring.room) return undefined;
    const middle = this.#middles.get(ring.number);
    if (!middle) return undefined;
    const side = outerSide({ x, y }, middle);
    // whoever sits at a table's north side has the table below them
    return seat && side === 'above' && seat.facing === 'up' ? 'below' : side;
  }

  microphoneOf(personId: string): 'open' | 'muted' | undefined {
    return this.#microphones.get(personId);
  }

  #findMiddles(inRings: readonly AvatarView[]): void {
    this.#middles.clear();
    const counts = new Map<number, number>();
    for (const { ring, x, y } of inRings) {
      if (ring?.role !== 'member') continue;
      const sum = this.#middles.get(ring.number) ?? { x: 0, y: 0 };
      this.#middles.set(ring.number, { x: sum.x + x, y: sum.y + y });
      counts.set(ring.number, (counts.get(ring.number) ?? 0) + 1);
    }
    for (const [number, count] of counts) {
      const sum = this.#middles.get(number);
      if (count < 2 || !sum) this.#middles.delete(number);
      else this.#middles.set(number, { x: sum.x / count, y: sum.y / count });
    }
  }

  #turn(inRings: readonly AvatarView[]): void {
    const { levels } = this.#world.talk;
    const number = this.#world.ownRing?.number;
    if (levels.size === 0 || number === undefined) return;
    const mine = inRings.filter(({ ring }) => ring?.number === number);
    const talkers: Talker[] = [];
    for (const { personId, x, y } of mine) {
      const level = levels.get(personId) ?? 0;
      if (level > VOICE_FROM) talkers.push({ personId, x, y, level });
    }
    if (talkers.length === 0) return;
    for (const view of mine) {
      const direction = towardsSpeaker(view, talkers);
      if (direction !== undefined) view.turn(direction);
    }
  }
}
