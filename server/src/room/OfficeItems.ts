// The shared shelf of one office, and those of its topics: links and files that stay at hand.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { ShelfItem } from '@comptoir/shared/protocol/channels';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { type Occupant, rankOf } from '../office/Office.ts';
import { newId } from '../ops/identity.ts';
import { officeChannel, topicChannel, topicOf } from '../store/channelKeys.ts';
import type { ShelvedItem } from '../store/shelf.ts';
import { fileViewOf } from './lineOf.ts';
import { mayReadFile } from './mayReadFile.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export class OfficeItems {
  readonly #room: OfficeRoom;

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  async list({ visit }: Occupant, { topic }: Ask<'shelf'>): Promise<Answer<'shelf'>> {
    if (visit) return { refused: 'notAllowed' };
    const channel = this.#channelOf(topic);
    if (channel === undefined) return { refused: 'notThere' };
    const items = await this.#room.parts.store.shelf.of({ channel });
    return { ok: true, items: items.flatMap((item) => viewOf(item) ?? []) };
  }

  /** W45 */
  async shelve(who: Occupant, { topic, title: asked, what }: Ask<'shelve'>): Promise<Answer<'shelve'>> {
    if (who.visit) return { refused: 'notAllowed' };
    const { store } = this.#room.parts;
    const channel = this.#channelOf(topic);
    if (channel === undefined) return { refused: 'notThere' };
    if (topic !== undefined && this.#room.threads.topics.find(topic)?.closed) return { refused: 'topicClosed' };
    const title = normaliseWords(asked);
    if (title === '') return { refused: 'titleEmpty' };
    if (lengthOf(title) > tuning.topicTitleLength) return { refused: 'titleTooLong' };
    const url = what.kind === 'link' ? linkOf(what.url) : null;
    if (url === undefined) return { refused: 'badLink' };
    const held = what.kind === 'file' ? await store.files.find({ fileId: what.file }) : undefined;
    if (what.kind === 'file' && !(held && mayReadFile(this.#room, who.personId, held))) return { refused: 'notThere' };
    if (!this.#room.talk.words.breathes(who.personId)) return { refused: 'tooMany' };
    const byName = this.#room.state.people.get(who.personId)?.name ?? '';
    const fileId = held?.file.fileId ?? null;
    const item = { itemId: newId(), channel, title, url, fileId, byId: who.personId, byName, atMs: Date.now() };
    const added = await store.shelf.add({ item, most: tuning.itemsOfShelf }).catch(() => 'notKept' as const);
    if (added !== 'added') return { refused: added === 'noFile' ? 'notThere' : added };
    const view = viewOf({ ...item, file: held?.file });
    return view ? { ok: true, item: view } : { refused: 'notThere' };
  }

  async unshelve(who: Occupant, { item: itemId }: Ask<'unshelve'>): Promise<Answer<'unshelve'>> {
    if (who.visit) return { refused: 'notAllowed' };
    const { store, removeFiles } = this.#room.parts;
    const item = await store.shelf.find({ itemId });
    if (!item || this.#channelOf(topicOf(item.channel)) !== item.channel) return { refused: 'notThere' };
    if (item.byId !== who.personId && !may(rankOf(who), 'tendTopics')) return { refused: 'notYours' };
    const gone = await store.shelf.remove({ itemId }).catch(() => undefined);
    if (!gone) return { refused: 'notKept' };
    removeFiles(gone);
    if (item.byId !== who.personId) this.#room.hosting.audit({ by: who, act: 'unshelve', target: item.title });
    return { ok: true };
  }

  /** Undefined: no such topic here. */
  #channelOf(topic: string | undefined): string | undefined {
    if (topic === undefined) return officeChannel(this.#room.parts.officeId);
    return this.#room.threads.topics.find(topic) && topicChannel(topic);
  }
}

/** As it is opened; undefined where it is no address of a page, or shows one host and goes to another. */
function linkOf(text: string): string | undefined {
  const url = URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}

function viewOf({ itemId, title, url, file, byId, byName, atMs }: ShelvedItem): ShelfItem | undefined {
  const what = url === null ? file && { kind: 'file' as const, file: fileViewOf(file) } : { kind: 'link' as const, url };
  return what && { id: itemId, title, what, by: byId, byName, atMs };
}
