// An announcement: for a while one host's voice goes to everybody who may be disturbed. One at a time in an office.
import { randomBytes } from 'node:crypto';
import { isAbove, may } from '@comptoir/shared/permissions';
import type { AnnouncementView } from '@comptoir/shared/protocol/hosting';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, Listener } from '../office/Conversation.ts';
import { ticksOf } from '../office/mayTalk.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { NOTHING_SENT } from '../office/Talks.ts';
import type { OfficeCalls } from './OfficeCalls.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const VOICE = { ...NOTHING_SENT, microphone: true };
const READY_TICKS = ticksOf(tuning.announceReadyMs);
const ANNOUNCE_TICKS = ticksOf(tuning.announceMs);
const LOST_TICKS = ticksOf(tuning.announceLostMs);
const WINDOW_TICKS = ticksOf(tuning.announceWindowMs);
/** What nobody tells of, a new rank say, is seen within this. */
const LOOK_TICKS = ticksOf(500);

export interface AnnouncementParts {
  occupants: ReadonlyMap<string, Occupant>;
  /** Something that stands for the page somebody is connected with, another one for each page; undefined: for none. */
  pageOf(personId: string): unknown;
  /** Visitors of one area: nothing of the rest of the office reaches them. */
  isConfined(occupant: Occupant): boolean;
  nameOf(personId: string): string | undefined;
  calls: Pick<OfficeCalls, 'follow' | 'callOf'>;
  tell(personId: string, view: AnnouncementView | null): void;
  /** For the book of what hosts did. `target`: whose announcement somebody else ended; empty: it began. */
  note(by: Occupant, target: string, whose?: string): void;
}

interface Announcement {
  by: string;
  name: string;
  fromTick: number;
  untilTick: number;
  /** To the media it is a talk of one speaker with everybody else for listeners. */
  conversation: Conversation;
  /** The time has come. */
  isOn: boolean;
  epoch: number | null;
  lookedTick: number;
  /** Which page was told what. */
  told: Map<string, { page: unknown; epoch: number | null }>;
}

/**
 * K41: not to be disturbed, or gone by their own word, is not spoken to. Whom five idle minutes made away is: they work in another
 * window.
 */
export const mayBeDisturbed = ({ availability, idle }: Occupant): boolean =>
  availability !== 'doNotDisturb' && (availability !== 'away' || idle);

const newTalk = (by: string, nowTick: number): Conversation => ({
  id: `announcement-${randomBytes(9).toString('base64url')}`,
  // no ring: nobody sees it on the floor
  ...{ number: 0, kind: 'talk', state: 'outLoud', place: { kind: 'near' }, area: -1, bornTick: nowTick },
  members: new Map([[by, { personId: by, role: 'speaker', sinceTick: nowTick }]]),
  ...{ listeners: new Map<string, Listener>(), admitted: new Map<string, number>() },
});

export class OfficeAnnouncement {
  readonly #parts: AnnouncementParts;
  #now: Announcement | undefined;
  #isStale = false;
  /** When the latest ones began. */
  #begunTicks: readonly number[] = [];

  constructor(parts: AnnouncementParts) {
    this.#parts = parts;
  }

  /** Whoever asks may: `may(rank, 'announce')` was looked at. */
  begin(host: Occupant, nowTick: number): { ok: true } | { refused: 'announcing' | 'tooMany' } {
    const { personId } = host;
    if (this.#now) return this.#now.by === personId ? { ok: true } : { refused: 'announcing' };
    const begun = this.#begunTicks.filter((tick) => nowTick - tick < WINDOW_TICKS);
    if (begun.length >= tuning.announcements) return { refused: 'tooMany' };
    this.#begunTicks = [...begun, nowTick];
    const fromTick = nowTick + READY_TICKS;
    this.#now = {
      ...{ by: personId, name: this.#parts.nameOf(personId) ?? '', fromTick, untilTick: fromTick + ANNOUNCE_TICKS },
      ...{ conversation: newTalk(personId, nowTick), isOn: false, epoch: null, lookedTick: nowTick, told: new Map() },
    };
    this.#parts.note(host, '');
    this.#look(this.#now, nowTick);
    return { ok: true };
  }

  /** Their own, or one of somebody below them. */
  end(by: Occupant, nowTick: number): { ok: true } | { refused: 'aboveYou' } {
    if (!this.#now) return { ok: true };
    const host = this.#parts.occupants.get(this.#now.by);
    if (host && host !== by && !isAbove(rankOf(by), rankOf(host))) return { refused: 'aboveYou' };
    if (host && host !== by) this.#parts.note(by, this.#now.name, this.#now.by);
    this.#finish(this.#now, nowTick);
    return { ok: true };
  }

  /** Their voice is taken from them. */
  endOf(personId: string, nowTick: number): void {
    if (this.#now?.by === personId) this.#finish(this.#now, nowTick);
  }

  /** Somebody came, left, or is available in another way: looked at with the next tick. */
  changed(): void {
    this.#isStale = true;
  }

  tick(nowTick: number): void {
    const now = this.#now;
    if (!now) return;
    if (nowTick >= now.untilTick || !this.#hasHost(now.by, nowTick)) return this.#finish(now, nowTick);
    const begins = !now.isOn && nowTick >= now.fromTick;
    if (begins) now.isOn = true;
    // a media worker may have died, and the call have gone on as another one
    const isMoved = (this.#parts.calls.callOf(now.conversation.id)?.epoch ?? null) !== now.epoch;
    if (begins || isMoved || this.#isStale || nowTick - now.lookedTick >= LOOK_TICKS) this.#look(now, nowTick);
  }

  close(nowTick: number): void {
    if (this.#now) this.#finish(this.#now, nowTick);
  }

  #hasHost(personId: string, nowTick: number): boolean {
    const host = this.#parts.occupants.get(personId);
    if (!host || !may(rankOf(host), 'announce')) return false;
    return host.lostTick === undefined || nowTick - host.lostTick < LOST_TICKS;
  }

  /** Brings the call up to who is here, then tells everybody what is new to them. */
  #look(now: Announcement, nowTick: number): void {
    const { occupants, pageOf, isConfined } = this.#parts;
    const { by, conversation } = now;
    this.#isStale = false;
    now.lookedTick = nowTick;
    const before = conversation.listeners;
    conversation.listeners = new Map();
    const there = [...occupants.values()].filter((occupant) => !isConfined(occupant));
    for (const occupant of there) {
      const { personId } = occupant;
      if (personId === by || !mayBeDisturbed(occupant)) continue;
      const known = before.get(personId);
      // whose line is cut for a moment hears on: media goes another way
      if (known) conversation.listeners.set(personId, known);
      else if (pageOf(personId) !== undefined)
        conversation.listeners.set(personId, { personId, sinceTick: nowTick, hearsFromTick: now.fromTick });
    }
    now.epoch = this.#follow(now, nowTick);
    const told: Announcement['told'] = new Map();
    for (const { personId } of there) {
      const page = pageOf(personId);
      if (page === undefined) continue;
      const epoch = personId === by || conversation.listeners.has(personId) ? now.epoch : null;
      const last = now.told.get(personId);
      told.set(personId, { page, epoch });
      if (last?.page === page && last?.epoch === epoch) continue;
      this.#parts.tell(personId, { by, name: now.name, fromTick: now.fromTick, untilTick: now.untilTick, epoch });
    }
    // shut in meanwhile: it is over for them
    for (const personId of now.told.keys()) if (!told.has(personId) && pageOf(personId) !== undefined) this.#parts.tell(personId, null);
    now.told = told;
  }

  /** K43: nothing of the host goes on before the time. */
  #follow(now: Announcement, nowTick: number): number | null {
    const call = this.#parts.calls.follow(now.conversation, () => (now.isOn ? VOICE : NOTHING_SENT), nowTick);
    return call?.epoch ?? null;
  }

  #finish(now: Announcement, nowTick: number): void {
    this.#now = undefined;
    now.conversation.members.clear();
    now.conversation.listeners.clear();
    this.#follow(now, nowTick);
    for (const personId of now.told.keys()) this.#parts.tell(personId, null);
  }
}

export const announcementOf = (room: OfficeRoom): OfficeAnnouncement =>
  new OfficeAnnouncement({
    occupants: room.floor.office.occupants,
    pageOf(personId) {
      const client = room.clientOf.get(personId);
      // nothing is said before the welcome
      return client?.userData && client;
    },
    isConfined: ({ visit }) => visit !== undefined,
    nameOf: (personId) => room.state.people.get(personId)?.name,
    calls: room.talk.calls,
    tell: (personId, view) => room.clientOf.get(personId)?.send('announcement', view),
    note: (by, target, whose) => {
      const noted = { by, act: 'announce', target, details: target === '' ? '' : 'off' };
      room.hosting.audit({ ...noted, ...(whose === undefined ? {} : { whose: [whose] }) });
    },
  });
