// Who wants nothing to do with whom, in one office: kept in the store by person, looked up as somebody comes in, told to nobody but who wants it.
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { dropAsksBetween } from '../office/asks.ts';
import { partTheApart } from '../office/blocks.ts';
import type { Occupant } from '../office/Office.ts';
import { areApart, forgetBlocks, knowBlocks, setBlock } from '../office/reachable.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export class OfficeBlocking {
  readonly #room: OfficeRoom;

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** To be waited for before they have a place here. */
  async lookUp(personId: string): Promise<void> {
    knowBlocks(this.#apart, personId, await this.#room.parts.store.blocks.of({ personId }));
  }

  /** After each welcome. */
  cameIn(occupant: Occupant): void {
    const mine = this.#apart.get(occupant.personId)?.mine;
    if (mine?.size) this.#room.tell(occupant, 'blocks', [...mine]);
  }

  left({ personId }: Occupant): void {
    forgetBlocks(this.#apart, personId);
  }

  /** P37 */
  async block(occupant: Occupant, { personId: other, blocked }: Ask<'block'>): Promise<Answer<'block'>> {
    const { personId } = occupant;
    const { store } = this.#room.parts;
    if (other === personId) return { refused: 'invalid' };
    if (!blocked) {
      this.#set(occupant, other, false);
      await store.blocks.lift({ personId, blockedId: other });
      this.#tellOthers(personId, other);
      return { ok: true };
    }
    if ((this.#apart.get(personId)?.mine.size ?? 0) >= tuning.blocksMost) return { refused: 'tooMany' };
    // also somebody who has left: what they wrote is still there
    const isKnown = this.#room.floor.office.occupants.has(other) || (await store.persons.find({ personId: other })) !== undefined;
    if (!isKnown) return { refused: 'notHere' };
    this.#set(occupant, other, true);
    await store.blocks.add({ personId, blockedId: other, atMs: Date.now() });
    this.#tellOthers(personId, other);
    return { ok: true };
  }

  /** P37: `personId` blocks `other`, or does so no more, and said so in another office. */
  async changedElsewhere(personId: string, other: string): Promise<void> {
    const { floor, parts } = this.#room;
    for (const id of [personId, other]) {
      if (!floor.office.occupants.has(id)) continue;
      const known = await parts.store.blocks.of({ personId: id });
      forgetBlocks(this.#apart, id);
      knowBlocks(this.#apart, id, known);
    }
    const occupant = floor.office.occupants.get(personId);
    if (occupant) this.#room.tell(occupant, 'blocks', [...(this.#apart.get(personId)?.mine ?? [])]);
    this.#part(personId, other);
  }

  get #apart() {
    return this.#room.talk.talks.apart;
  }

  /** Now: from this moment on neither hears or reads the other. */
  #set(occupant: Occupant, other: string, blocked: boolean): void {
    const { personId } = occupant;
    setBlock(this.#apart, personId, other, blocked, this.#room.floor.office.occupants.has(other));
    this.#room.tell(occupant, 'blocks', [...(this.#apart.get(personId)?.mine ?? [])]);
    this.#part(personId, other);
  }

  #tellOthers(personId: string, other: string): void {
    this.#room.parts.people.elsewhere(this.#room, { kind: 'blocks', personId, other });
  }

  #part(personId: string, other: string): void {
    const { talk } = this.#room;
    const nowTick = Math.floor(this.#room.tickNow());
    for (const id of [personId, other]) {
      const talker = talk.talks.talkers.get(id);
      for (const is of [talker?.conversation, talker?.hears]) if (is) talk.talks.changed.add(is);
    }
    if (areApart(this.#apart, personId, other))
      for (const { id, whom } of dropAsksBetween(talk.asks, personId, other))
        for (const asked of whom) talk.tell(asked, 'askGone', { ask: id });
    partTheApart(talk.talks, nowTick);
    talk.settle(nowTick);
  }
}
