// The topics of one office: what people write about over days, and the corner of the map where it is at hand.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { TopicView } from '@comptoir/shared/protocol/channels';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';
import { type Occupant, rankOf } from '../office/Office.ts';
import { newId } from '../ops/identity.ts';
import type { StoredTopic } from '../store/topics.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { tellMany } from './tellMany.ts';

type Refused = { refused: 'titleEmpty' | 'titleTooLong' | 'textTooLong' | 'areaTaken' | 'notThere' };

export class OfficeTopics {
  readonly #room: OfficeRoom;
  /** The oldest first. */
  readonly #topics = new Map<string, StoredTopic>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  async restore(): Promise<void> {
    const { store, officeId } = this.#room.parts;
    for (const topic of await store.topics.of({ office: officeId })) this.#topics.set(topic.topicId, topic);
  }

  cameIn(occupant: Occupant): void {
    if (!occupant.visit && this.#topics.size > 0) this.#room.tell(occupant, 'topics', this.#views());
  }

  /** Topics go on without the name of whoever opened them. */
  forget(personId: string): void {
    const theirs = [...this.#topics.values()].filter(({ byId }) => byId === personId);
    for (const topic of theirs) this.#topics.set(topic.topicId, { ...topic, byId: '', byName: '' });
    if (theirs.length > 0) tellMany(this.#room, this.#room.talk.words.everywhere(), 'topics', this.#views());
  }

  ids(): string[] {
    return [...this.#topics.keys()];
  }

  find(id: string): { closed: boolean } | undefined {
    const topic = this.#topics.get(id);
    return topic && { closed: topic.closed !== 0 };
  }

  /** W30 */
  async open({ personId }: Occupant, { title, about, area }: Ask<'openTopic'>): Promise<Answer<'openTopic'>> {
    const words = this.#wordsOf({ title, about }, area, undefined);
    if ('refused' in words) return words;
    if (this.#topics.size >= tuning.topicsOfOffice || !this.#room.talk.words.breathes(personId)) return { refused: 'tooMany' };
    const byName = this.#room.state.people.get(personId)?.name ?? '';
    const topic = {
      topicId: newId(),
      office: this.#room.parts.officeId,
      ...words,
      closed: 0,
      byId: personId,
      byName,
      createdMs: Date.now(),
    };
    return await this.#save(topic);
  }

  /** W31 */
  async change(who: Occupant, { topic: id, closed, area, ...words }: Ask<'changeTopic'>): Promise<Answer<'changeTopic'>> {
    if (who.visit) return { refused: 'notAllowed' };
    const topic = this.#topics.get(id);
    if (!topic) return { refused: 'notThere' };
    if (topic.byId !== who.personId && !may(rankOf(who), 'tendTopics')) return { refused: 'notAllowed' };
    const changed = this.#wordsOf(
      { title: words.title ?? topic.title, about: words.about ?? topic.about },
      area === undefined ? topic.area : area,
      topic,
    );
    if ('refused' in changed) return changed;
    if (!this.#room.talk.words.breathes(who.personId)) return { refused: 'tooMany' };
    const saved = await this.#save({ ...topic, ...changed, closed: closed === undefined ? topic.closed : Number(closed) });
    const isTheirs = topic.byId === who.personId;
    if ('ok' in saved && !isTheirs) this.#room.hosting.audit({ by: who, act: 'changeTopic', target: changed.title });
    return saved;
  }

  #wordsOf(
    words: Pick<StoredTopic, 'title' | 'about'>,
    area: string | null,
    topic: StoredTopic | undefined,
  ): Pick<StoredTopic, 'title' | 'about' | 'area'> | Refused {
    const title = normaliseWords(words.title);
    const about = cleanText(words.about);
    if (title === '') return { refused: 'titleEmpty' };
    if (lengthOf(title) > tuning.topicTitleLength) return { refused: 'titleTooLong' };
    if (lengthOf(about) > tuning.topicAboutLength) return { refused: 'textTooLong' };
    if (area !== null && area !== topic?.area) {
      if (!this.#hasArea(area)) return { refused: 'notThere' };
      for (const other of this.#topics.values()) if (other.area === area) return { refused: 'areaTaken' };
    }
    return { title, about, area };
  }

  async #save(topic: StoredTopic): Promise<{ ok: true; topic: TopicView } | { refused: 'notKept' }> {
    const before = this.#topics.get(topic.topicId);
    // at once: of two who ask for the same corner the second is told so
    this.#topics.set(topic.topicId, topic);
    const isKept = await this.#room.parts.store.topics.save(topic).then(
      () => true,
      () => false,
    );
    if (!isKept) {
      if (before) this.#topics.set(topic.topicId, before);
      else this.#topics.delete(topic.topicId);
      return { refused: 'notKept' };
    }
    tellMany(this.#room, this.#room.talk.words.everywhere(), 'topics', this.#views());
    return { ok: true, topic: this.#viewOf(topic) };
  }

  #views(): TopicView[] {
    return [...this.#topics.values()].map((topic) => this.#viewOf(topic));
  }

  /** The map may have lost an area since. */
  #viewOf({ topicId, title, about, area, closed, byId, byName, createdMs }: StoredTopic): TopicView {
    const corner = area !== null && this.#hasArea(area) ? area : null;
    return { id: topicId, title, about, area: corner, closed: closed !== 0, by: byId, byName, createdMs };
  }

  #hasArea(id: string): boolean {
    return this.#room.floor.office.ground.areas.areas.some((area) => area.id === id);
  }
}
