// When rings appeared, around me and around others: no voice is heard before it was seen where it comes from.
import { tuning } from '@comptoir/shared/tuning';
import type { World } from '../world/World.ts';

export class RingWatch {
  readonly #world: World;
  readonly #since = new Map<string, number>();
  #ownSinceMs: number | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Looked at a few times a second. */
  look(nowMs: number): void {
    const { ownRing, avatars, personIds } = this.#world;
    this.#ownSinceMs = ownRing ? (this.#ownSinceMs ?? nowMs) : undefined;
    for (const [avatarNumber, { ring }] of avatars) {
      const personId = personIds.get(avatarNumber);
      if (personId === undefined) continue;
      if (!ring) this.#since.delete(personId);
      else if (!this.#since.has(personId)) this.#since.set(personId, nowMs);
    }
  }

  get hasRing(): boolean {
    return this.#ownSinceMs !== undefined;
  }

  /** Since when (ms) the ring is around both of us; now, when it was not seen yet. */
  ringOf(personId: string, nowMs: number): number {
    return Math.max(this.#ownSinceMs ?? nowMs, this.#since.get(personId) ?? nowMs);
  }

  /** With whom a link may be needed in a moment: the ring around us has been filling for a while, theirs or mine. More than a mesh: nobody. */
  aboutToTalkWith(nowMs: number): string[] {
    const { ownRing } = this.#world;
    if (!ownRing || ownRing.role === 'listener') return [];
    const fills = (sinceMs: number | undefined): boolean => nowMs - (sinceMs ?? nowMs) >= tuning.gatherAfterMs - EARLY_MS;
    const about: string[] = [];
    let others = 0;
    for (const [avatarNumber, { ring }] of this.#world.avatars) {
      if (ring?.number !== ownRing.number || ring.role === 'listener') continue;
      others++;
      const personId = this.#world.personIds.get(avatarNumber);
      if (personId === undefined) continue;
      const since = ownRing.role === 'dwelling' ? this.#ownSinceMs : ring.role === 'dwelling' ? this.#since.get(personId) : undefined;
      if (fills(since)) about.push(personId);
    }
    return others < tuning.meshMax ? about : [];
  }
}

/** The ring is noticed a little late: half a look, and the way here. */
const EARLY_MS = 100;
