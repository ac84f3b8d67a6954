// The cards of people, in one office: keeps them sealed, and says with office/cards.ts what of one goes to whom.
import { type Card, type CardView, EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { isPicture } from '../files/typeOf.ts';
import { cardFor, cardShown, type KeptCard, ownCard, readCard } from '../office/cards.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { areApart } from '../office/reachable.ts';
import { areElsewhere } from '../office/visits.ts';
import { openText, sealText } from '../ops/sealText.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const MINUTE_MS = 60_000;
const NONE: KeptCard = { card: EMPTY_CARD, nowUntilMs: 0 };
export const cardSeal = (personId: string): string => `card:${personId}`;

/** Who they are to somebody who sees their card. */
interface Sticker {
  name: string;
  trade: string;
  appearance: string;
}

export class OfficeCards {
  readonly #room: OfficeRoom;
  /** personId -> when they showed theirs, ms. */
  readonly #shows = new Map<string, number[]>();
  /** personId -> whom they showed it to, while they are here: the picture is theirs to see, whomever else it is for. */
  readonly #shownTo = new Map<string, Set<string>>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  async mine({ personId }: Occupant): Promise<Answer<'myCard'>> {
    return { ok: true, ...ownCard(await this.#keptOf(personId), Date.now()) };
  }

  async save({ personId }: Occupant, { card }: Ask<'saveCard'>): Promise<Answer<'saveCard'>> {
    const { store, instanceKey } = this.#room.parts;
    const nowMs = Date.now();
    const read = readCard(card, await this.#keptOf(personId), nowMs);
    if (typeof read === 'string') return { refused: read };
    if (!(await this.#isPictureOf(personId, read.card.image))) return { refused: 'cardImage' };
    const sealed = sealText(instanceKey, JSON.stringify(read), cardSeal(personId));
    this.#room.parts.removeFiles(await store.cards.save({ personId, sealed, imageId: read.card.image, changedMs: nowMs }));
    return { ok: true, ...ownCard(read, nowMs) };
  }

  /** Of somebody who is here; or who is not, to people they met and among members. */
  async of(occupant: Occupant, { personId }: Ask<'cardOf'>): Promise<Answer<'cardOf'>> {
    const { store } = this.#room.parts;
    const other = this.#room.floor.office.occupants.get(personId);
    if (other && areElsewhere(occupant, other)) return { refused: 'notAllowed' };
    if (areApart(this.#room.talk.talks.apart, occupant.personId, personId)) return { refused: 'notHere' };
    const [met, sticker] = await Promise.all([
      store.met.among({ personId: occupant.personId, others: [personId] }).then((found) => found.length > 0),
      this.#stickerOf(personId),
    ]);
    if (!sticker || (!other && !met && !(rankOf(occupant) !== 'visitor' && sticker.isMember))) return { refused: 'notHere' };
    const isMe = personId === occupant.personId;
    const kept = await this.#keptOf(personId);
    const { name, trade, appearance } = sticker;
    const card = isMe ? cardShown(kept, Date.now()) : cardFor(kept, { rank: rankOf(occupant), met }, Date.now());
    return { ok: true, personId, name, trade, appearance, card, met };
  }

  /** N60: to the members of my conversation only, and of them to nobody who is apart from me. */
  async show(occupant: Occupant): Promise<Answer<'showCard'>> {
    const { personId } = occupant;
    const { talks } = this.#room.talk;
    const conversationOf = () => talks.talkers.get(personId)?.conversation;
    const before = conversationOf();
    if (!before?.members.has(personId)) return { refused: 'notInConversation' };
    const nowMs = Date.now();
    const lately = (this.#shows.get(personId) ?? []).filter((atMs) => nowMs - atMs < MINUTE_MS);
    if (lately.length >= tuning.cardShowsPerMinute) return { refused: 'tooMany' };
    const card: CardView = cardShown(await this.#keptOf(personId), nowMs);
    if (Object.keys(card).length === 0) return { refused: 'cardEmpty' };
    const sticker = await this.#stickerOf(personId);
    // they may have walked on meanwhile: nobody else is to have it
    const conversation = conversationOf();
    if (!sticker || conversation !== before) return { refused: 'notInConversation' };
    this.#shows.set(personId, [...lately, nowMs]);
    const shownTo = this.#shownTo.get(personId) ?? new Set();
    this.#shownTo.set(personId, shownTo);
    const { name, trade, appearance } = sticker;
    const others = [...conversation.members.keys()].filter((id) => id !== personId && !areApart(talks.apart, personId, id));
    for (const id of others) {
      const other = this.#room.floor.office.occupants.get(id);
      if (!other) continue;
      shownTo.add(id);
      this.#room.tell(other, 'cardShown', { personId, name, trade, appearance, card });
    }
    return { ok: true, shown: others.length };
  }

  /** P106: the picture of a card, for whoever reads it there, or was shown it. */
  async maySeePicture(occupant: Occupant, ownerId: string, imageId: string): Promise<boolean> {
    if (!(await this.#room.parts.store.cards.hasImage({ personId: ownerId, imageId }))) return false;
    const answer = await this.of(occupant, { personId: ownerId });
    if (!('ok' in answer)) return false;
    if (answer.card.image === imageId) return true;
    if (!this.#shownTo.get(ownerId)?.has(occupant.personId)) return false;
    return cardShown(await this.#keptOf(ownerId), Date.now()).image === imageId;
  }

  left({ personId }: Occupant): void {
    this.#shows.delete(personId);
    this.#shownTo.delete(personId);
  }

  /** One's own, of a kind that is shown, and not too large; none is well, too. */
  async #isPictureOf(personId: string, image: string | null): Promise<boolean> {
    if (image === null) return true;
    const held = await this.#room.parts.store.files.find({ fileId: image });
    return held !== undefined && held.file.byId === personId && isPicture(held.file.type) && held.file.bytes <= tuning.cardImageBytes;
  }

  /** As they are seen here; of somebody who is not here, as they were last seen. */
  async #stickerOf(personId: string): Promise<(Sticker & { isMember: boolean }) | undefined> {
    const person = this.#room.state.people.get(personId);
    const occupant = this.#room.floor.office.occupants.get(personId);
    if (person && occupant) {
      const { name, trade, appearance } = person;
      return { name, trade, appearance, isMember: rankOf(occupant) !== 'visitor' };
    }
    const known = await this.#room.parts.store.persons.find({ personId });
    return known && { name: known.name, trade: known.trade, appearance: known.appearance, isMember: known.rank !== 'visitor' };
  }

  async #keptOf(personId: string): Promise<KeptCard> {
    const { store, instanceKey } = this.#room.parts;
    const row = await store.cards.find({ personId });
    const text = row && openText(instanceKey, row.sealed, cardSeal(personId));
    if (text === undefined) return NONE;
    const { card, nowUntilMs } = JSON.parse(text) as KeptCard;
    // fields that came later than this card
    const whole: Card = { ...EMPTY_CARD, ...card, seenBy: { ...EMPTY_CARD.seenBy, ...card.seenBy } };
    return { card: whole, nowUntilMs };
  }
}
