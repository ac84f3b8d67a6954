// The slides of talks: who shows which document, at which page. Told at once to everybody in the talk, and to whoever comes.
import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import type { Slides } from '../http/slideRoutes.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import type { TalkPart } from './OfficeAuditorium.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

interface Shown {
  view: SlidesView | null;
  toldTick: number;
  /** Turned since then. */
  isNew: boolean;
  /** Where each document was left: shown again it goes on there. */
  pageOf: Map<string, number>;
}

const TELL_TICKS = ticksOf(tuning.slideTellMs);
const urlOf = (id: string): string => `/slides/${id}`;

export class OfficeSlides implements TalkPart {
  readonly #room: OfficeRoom;
  /** By talk. */
  readonly #shown = new Map<string, Shown>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** What a talk shows now. */
  viewOf({ id }: Pick<LiveTalk, 'id'>): SlidesView | null {
    return this.#shown.get(id)?.view ?? null;
  }

  show(occupant: Occupant, { slides }: Ask<'showSlides'>): Answer<'showSlides'> {
    const { auditorium, parts } = this.#room;
    const { personId } = occupant;
    const talk = auditorium.talkOf(personId);
    if (!talk) return { refused: 'noTalk' };
    // T6: the floor is for a voice
    const isUp = auditorium.isOnStage(talk, personId);
    if (slides === null) {
      if (!isUp && !auditorium.leads(talk, occupant)) return { refused: 'notOnStage' };
      const shown = this.#shown.get(talk.id);
      if (shown?.view) this.#change(talk, shown, null);
      return { ok: true };
    }
    if (!isUp) return { refused: 'notOnStage' };
    const file = parts.slides.find(slides);
    if (file?.talk !== talk.id || file.by !== personId) return { refused: 'noSlides' };
    const shown = this.#shown.get(talk.id) ?? { view: null, toldTick: Number.NEGATIVE_INFINITY, isNew: false, pageOf: new Map() };
    this.#shown.set(talk.id, shown);
    const { id, name, pages } = file;
    this.#change(talk, shown, { id, url: urlOf(id), name, by: personId, page: shown.pageOf.get(id) ?? 0, pages });
    return { ok: true };
  }

  /** T83: as they were shown when the office was closed. @param pageOf document -> where it was left */
  resume({ id: talk }: LiveTalk, { id, name, by, pages }: Omit<SlidesView, 'url' | 'page'>, pageOf: Map<string, number>): void {
    const view = { id, url: urlOf(id), name, by, page: pageOf.get(id) ?? 0, pages };
    this.#shown.set(talk, { view, toldTick: Number.NEGATIVE_INFINITY, isNew: true, pageOf });
    this.#room.talk.calls.present(talk, by);
  }

  turn(occupant: Occupant, { page }: Ask<'turnPage'>): Answer<'turnPage'> {
    const { auditorium } = this.#room;
    const { personId } = occupant;
    const talk = auditorium.talkOf(personId);
    if (!talk) return { refused: 'noTalk' };
    const shown = this.#shown.get(talk.id);
    if (!shown?.view) return { refused: 'noSlides' };
    const { view } = shown;
    const shows = view.by === personId && auditorium.isSpeaker(talk, personId);
    if (!shows && !auditorium.leads(talk, occupant)) return { refused: 'notShowing' };
    const turned = { ...view, page: Math.min(page, view.pages - 1) };
    if (turned.page !== view.page) this.#change(talk, shown, turned);
    return { ok: true };
  }

  /** P124: whoever sent it is erased. */
  forget(talk: LiveTalk, id: string): void {
    const shown = this.#shown.get(talk.id);
    if (shown?.view?.id === id) this.#change(talk, shown, null);
    shown?.pageOf.delete(id);
    const { slides, log } = this.#room.parts;
    slides.remove(id).catch((err: unknown) => log.error({ err }, 'slides could not be deleted'));
  }

  began(): void {
    // nothing is shown at first
  }

  entered({ id }: LiveTalk, personId: string): void {
    const view = this.#shown.get(id)?.view;
    if (view) this.#room.auditorium.tell(personId, 'slides', view);
  }

  left(): void {
    // their slides stay until somebody changes them
  }

  tick(talk: LiveTalk, nowTick: number): void {
    const shown = this.#shown.get(talk.id);
    if (shown?.isNew && nowTick - shown.toldTick >= TELL_TICKS) this.#tell(talk, shown, nowTick);
  }

  ended({ id }: LiveTalk): void {
    this.#shown.delete(id);
    this.#room.talk.calls.present(id, undefined);
    const { slides, log } = this.#room.parts;
    slides.removeOf(id).catch((err: unknown) => log.error({ err }, 'slides could not be deleted'));
  }

  #change(talk: LiveTalk, shown: Shown, view: SlidesView | null): void {
    if (shown.view) shown.pageOf.set(shown.view.id, shown.view.page);
    if (shown.view?.by !== view?.by) this.#room.talk.calls.present(talk.id, view?.by);
    shown.view = view;
    shown.isNew = true;
    // a key that is held down turns thirty pages a second, for hundreds
    const nowTick = Math.floor(this.#room.tickNow());
    if (nowTick - shown.toldTick >= TELL_TICKS) this.#tell(talk, shown, nowTick);
  }

  #tell(talk: LiveTalk, shown: Shown, nowTick: number): void {
    shown.isNew = false;
    shown.toldTick = nowTick;
    for (const personId of this.#room.auditorium.peopleIn(talk)) this.#room.auditorium.tell(personId, 'slides', shown.view);
  }
}

/** Of all offices, for HTTP. */
export function slidesOfAll(rooms: ReadonlyMap<string, OfficeRoom>): Slides {
  return {
    speaksIn(personId) {
      for (const { auditorium } of rooms.values()) {
        const talk = auditorium.talkOf(personId);
        if (talk) return auditorium.isOnStage(talk, personId) ? talk.id : undefined;
      }
      return undefined;
    },
    isIn(talk, { personId, deviceId }) {
      for (const { auditorium, clientOf } of rooms.values()) {
        if (personId !== undefined && auditorium.talkOf(personId)?.id === talk) return true;
        if (deviceId === undefined) continue;
        for (const [here, { auth }] of clientOf) if (auth?.deviceId === deviceId && auditorium.talkOf(here)?.id === talk) return true;
      }
      return false;
    },
  };
}
