// Whose desk is whose in one office, who may sit there, and the notes left on them, which lie sealed on the disk.
import { lengthOf } from '@comptoir/shared/people';
import type { DeskNoteKind } from '@comptoir/shared/protocol/desks';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';
import type { Occupant } from '../office/Office.ts';
import { areApart } from '../office/reachable.ts';
import { newId } from '../ops/identity.ts';
import { openText, sealText } from '../ops/sealText.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const DAY_MS = 86_400_000;
export const deskNoteSeal = (noteId: string): string => `deskNote:${noteId}`;

interface Owner {
  personId: string;
  /** As last seen: they may not be here. */
  name: string;
}

export class OfficeDesks {
  readonly #room: OfficeRoom;
  /** By desk, in the order they were claimed. */
  readonly #owners = new Map<string, Owner>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** As the office opens. */
  async restore(): Promise<void> {
    const { store, officeId } = this.#room.parts;
    for (const { desk, personId, name } of await store.desks.of({ office: officeId })) this.#owners.set(desk, { personId, name });
  }

  /** P113: with each new day. Whoever stays away for long has no desk any more; those who are here have been seen. */
  async forgetOld(): Promise<void> {
    const { store } = this.#room.parts;
    await store.desks.lapse({ beforeMs: Date.now() - tuning.deskKeptMs });
    await store.desks.pruneNotes({ beforeMs: Date.now() - tuning.deskNoteKeptMs });
  }

  cameIn(occupant: Occupant): void {
    const { personId } = occupant;
    this.#room.tell(occupant, 'desks', this.#views());
    if (this.#deskOf(personId) !== undefined) void this.#tellCount(personId);
  }

  /** P110: a desk that is somebody's is for them alone. */
  isOthers(seatId: string, personId: string): boolean {
    const desk = this.#room.floor.office.ground.map.seats.find(({ id }) => id === seatId)?.desk;
    const owner = desk === undefined ? undefined : this.#owners.get(desk);
    return owner !== undefined && owner.personId !== personId;
  }

  async claim({ personId }: Occupant, { desk }: Ask<'claimDesk'>): Promise<Answer<'claimDesk'>> {
    const { store, officeId: office } = this.#room.parts;
    if (!this.#room.floor.office.ground.map.seats.some((seat) => seat.desk === desk)) return { refused: 'notThere' };
    const isFree = await store.desks.claim({ office, desk, personId, claimedMs: Date.now() });
    if (!isFree) return { refused: 'deskTaken' };
    this.#drop(personId);
    this.#owners.set(desk, { personId, name: this.#room.state.people.get(personId)?.name ?? '' });
    this.#tellAll();
    void this.#tellCount(personId);
    return { ok: true };
  }

  async giveUp({ personId }: Pick<Occupant, 'personId'>): Promise<Answer<'giveUpDesk'>> {
    if (this.#deskOf(personId) === undefined) return { refused: 'noDesk' };
    await this.#room.parts.store.desks.giveUp({ office: this.#room.parts.officeId, personId });
    this.#drop(personId);
    this.#tellAll();
    return { ok: true };
  }

  /** P121: erased, with their desk and what lay on it. */
  forget(personId: string): void {
    if (this.#deskOf(personId) === undefined) return;
    this.#drop(personId);
    this.#tellAll();
  }

  async free(by: Occupant, { desk }: Ask<'freeDesk'>): Promise<Answer<'freeDesk'>> {
    const owner = this.#owners.get(desk);
    if (!owner) return { refused: 'noDesk' };
    await this.giveUp(owner);
    this.#room.hosting.audit({ by, act: 'freeDesk', target: owner.name, details: desk, whose: [owner.personId] });
    return { ok: true };
  }

  async leaveNote(
    { personId: fromId }: Occupant,
    { personId: ownerId, kind, text }: Ask<'leaveDeskNote'>,
  ): Promise<Answer<'leaveDeskNote'>> {
    const { store, officeId, instanceKey } = this.#room.parts;
    if (ownerId === fromId) return { refused: 'invalid' };
    if (this.#deskOf(ownerId) === undefined) return { refused: 'noDesk' };
    const cleaned = cleanText(text);
    if (cleaned === '') return { refused: 'textEmpty' };
    if (lengthOf(cleaned) > tuning.deskNoteLength) return { refused: 'textTooLong' };
    const noteId = newId();
    // P37: whoever writes across a block does not learn of it
    if (await this.#isApart(fromId, ownerId)) return { ok: true, note: noteId };
    const atMs = Date.now();
    const name = this.#room.state.people.get(fromId)?.name ?? '';
    const sealed = sealText(instanceKey, cleaned, deskNoteSeal(noteId));
    const isLeft = await store.desks.leaveNote({
      note: { noteId, office: officeId, ownerId, fromId, name, kind, sealed, atMs, readMs: null },
      most: tuning.deskNotesMost,
      sinceMs: atMs - DAY_MS,
      mostOfWriter: tuning.deskNotesPerDay,
    });
    if (!isLeft) return { refused: 'tooMany' };
    void this.#tellCount(ownerId);
    return { ok: true, note: noteId };
  }

  async notes({ personId }: Occupant): Promise<Answer<'deskNotes'>> {
    const { store, officeId: office, instanceKey } = this.#room.parts;
    if (this.#deskOf(personId) === undefined) return { refused: 'noDesk' };
    const kept = await store.desks.notesOf({ office, ownerId: personId });
    const notes = kept.flatMap(({ noteId, kind, sealed, fromId, name, atMs, readMs }) => {
      const text = openText(instanceKey, sealed, deskNoteSeal(noteId));
      if (text === undefined) return [];
      return [{ id: noteId, kind: kind as DeskNoteKind, text, from: fromId, name, atMs, isNew: readMs === null }];
    });
    if (notes.some(({ isNew }) => isNew)) {
      void store.desks.read({ office, ownerId: personId, atMs: Date.now() });
      void this.#tellCount(personId);
    }
    return { ok: true, notes };
  }

  async eraseNote({ personId }: Occupant, { note: noteId }: Ask<'eraseDeskNote'>): Promise<Answer<'eraseDeskNote'>> {
    const ownerId = await this.#room.parts.store.desks.eraseNote({ noteId, personId });
    if (ownerId === undefined) return { refused: 'notThere' };
    void this.#tellCount(ownerId);
    return { ok: true };
  }

  /** Also of an owner who is not here, whose blocks are not in memory. */
  async #isApart(fromId: string, ownerId: string): Promise<boolean> {
    if (areApart(this.#room.talk.talks.apart, fromId, ownerId)) return true;
    const { mine, ofMe } = await this.#room.parts.store.blocks.of({ personId: fromId });
    return mine.includes(ownerId) || ofMe.includes(ownerId);
  }

  #deskOf(personId: string): string | undefined {
    for (const [desk, owner] of this.#owners) if (owner.personId === personId) return desk;
    return undefined;
  }

  #drop(personId: string): void {
    const desk = this.#deskOf(personId);
    if (desk !== undefined) this.#owners.delete(desk);
  }

  #views() {
    const nameOf = ({ personId, name }: Owner): string => this.#room.state.people.get(personId)?.name ?? name;
    return [...this.#owners].map(([desk, owner]) => ({ desk, personId: owner.personId, name: nameOf(owner) }));
  }

  #tellAll(): void {
    const views = this.#views();
    for (const occupant of this.#room.floor.office.occupants.values()) this.#room.tell(occupant, 'desks', views);
  }

  async #tellCount(ownerId: string): Promise<void> {
    const { store, officeId: office } = this.#room.parts;
    const count = await store.desks.countOf({ office, ownerId });
    const occupant = this.#room.floor.office.occupants.get(ownerId);
    if (occupant) this.#room.tell(occupant, 'notesOnDesk', count);
  }
}
