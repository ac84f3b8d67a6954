// A call of few people: everybody linked with everybody. One of each pair opens the link; both mend it.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import { beginning, connected, lost, nextRemedy, progressed, type Recovery, retried } from './linkRecovery.ts';
import type { LinkCounts, MediaSession, SessionEvents, Wish } from './MediaSession.ts';
import { MeshLink, type Shown } from './MeshLink.ts';

/** What goes through the office from one browser to the other. */
type Letter =
  /** Parts of link number `link`, opened by the one who sends or answered by them. */
  | { from: string; link: number; signals: unknown[] }
  /** I am here and have no link with you yet, or mine is broken: open a new one, or look for another way. */
  | { from: string; please: 'open' | 'restart' };

export interface MeshParts {
  myId: string;
  iceServers: RTCIceServer[];
  discontinuous: boolean;
  lowData: boolean;
  /** This page was just loaded: the others may still hold links with the one before. */
  isFresh: boolean;
  events: SessionEvents;
  /** A link with this person that was made ready before, if there is one: it opens as `opensLink` says. */
  prepared(personId: string): MeshLink | undefined;
  send(personId: string, letter: string): void;
}

const LOOK_MS = 250;
/** Signals of a moment go in one letter. */
const GATHER_MS = 15;
/** An offer that old has arrived, or never will. */
const CROSSING_MS = 400;
/** Letters of people who are not known to be in the call: more than all of a mesh write while they open. */
const MOST_EARLY = 100;
/** Counts in a row, one a second, in which the processor was what limited the picture. */
const OVERLOADED_COUNTS = 10;

interface StatsEntry {
  type: string;
  kind?: string;
  packetsReceived?: number;
  framesDecoded?: number;
  qualityLimitationReason?: string;
}

interface Member {
  /** Of the link we have: the later one counts. */
  number: number;
  link: MeshLink | undefined;
  recovery: Recovery;
  /** Which page of theirs the link is with. */
  page: string | undefined;
  letter: unknown[];
  openedMs: number;
}

/** One of the two opens their link, and both know which. */
export const opensLink = (myId: string, personId: string): boolean => myId < personId;

export class MeshSession implements MediaSession {
  readonly transport = 'mesh';
  readonly #parts: MeshParts;
  readonly #members = new Map<string, Member>();
  readonly #tracks: Partial<Record<TrackKind, MediaStreamTrack | undefined>> = {};
  /** Tells my pages apart: a reloaded one knows nothing of the links of the one before. */
  readonly #page = Math.random().toString(36).slice(2, 10);
  readonly #looking: ReturnType<typeof setInterval>;
  #wishes: readonly Wish[] | undefined;
  #lowData: boolean;
  #limitedCounts = 0;
  /** Letters that were here before it was said that they are in the call. */
  #early: [from: string, text: string][] = [];

  constructor(parts: MeshParts) {
    this.#parts = parts;
    this.#lowData = parts.lowData;
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
  }

  setMembers(personIds: readonly string[]): void {
    for (const [personId, member] of this.#members)
      if (!personIds.includes(personId)) {
        this.#members.delete(personId);
        member.link?.end();
      }
    for (const personId of personIds)
      if (!this.#members.has(personId)) {
        const recovery = beginning(performance.now());
        const member: Member = { number: 0, link: undefined, recovery, page: undefined, letter: [], openedMs: 0 };
        this.#members.set(personId, member);
        this.#parts.events.link(personId, recovery.state);
        if (this.#opens(personId)) this.#open(personId, member, this.#parts.prepared(personId));
        else if (this.#parts.isFresh) this.#send(personId, { from: this.#page, please: 'open' });
      }
    const early = this.#early;
    this.#early = [];
    for (const [from, text] of early) if (this.#members.has(from)) this.receive(from, text);
  }

  publish(as: TrackKind, track: MediaStreamTrack | undefined): void {
    this.#tracks[as] = track;
    for (const { link } of this.#members.values()) link?.send(this.#tracks);
  }

  want(list: readonly Wish[]): void {
    this.#wishes = list;
    for (const [personId, { link }] of this.#members) link?.show(this.#shownOf(personId, list));
  }

  setLowData(on: boolean): void {
    this.#lowData = on;
    for (const { link } of this.#members.values()) link?.setLowData(on);
  }

  retry(personId: string): void {
    const member = this.#members.get(personId);
    if (!member) return;
    member.recovery = retried(member.recovery, performance.now());
    this.#rebuild(personId, member);
    this.#tell(personId, member);
  }

  /** A letter of a member came. */
  receive(from: string, text: string): void {
    const member = this.#members.get(from);
    if (!member) {
      if (this.#early.length < MOST_EARLY) this.#early.push([from, text]);
      return;
    }
    let letter: Letter;
    try {
      letter = JSON.parse(text) as Letter;
    } catch {
      return;
    }
    if ('please' in letter) return this.#please(from, member, letter);
    const { link: number, signals, from: page } = letter;
    if (typeof number !== 'number' || !Array.isArray(signals)) return;
    if (this.#opens(from)) {
      // an answer to a link that is no more
      if (number !== member.number) return;
    } else if (number > member.number) {
      member.number = number;
      this.#make(from, member, this.#parts.prepared(from) ?? this.#newLink(false));
    } else if (number < member.number) return;
    member.page = page;
    member.recovery = progressed(member.recovery, performance.now());
    for (const signal of signals) member.link?.take(signal);
  }

  async stats(): Promise<ReadonlyMap<string, LinkCounts>> {
    const counts = new Map<string, LinkCounts>();
    let isLimited = false;
    for (const [personId, { link }] of this.#members) {
      const report = await link?.stats().catch(() => undefined);
      const count = { audioPackets: 0, framesDecoded: 0 };
      report?.forEach((entry: StatsEntry) => {
        isLimited ||= entry.qualityLimitationReason === 'cpu';
        if (entry.type !== 'inbound-rtp') return;
        if (entry.kind === 'audio') count.audioPackets += entry.packetsReceived ?? 0;
        else count.framesDecoded += entry.framesDecoded ?? 0;
      });
      counts.set(personId, count);
    }
    this.#limitedCounts = isLimited ? this.#limitedCounts + 1 : 0;
    if (this.#limitedCounts === OVERLOADED_COUNTS && this.#members.size > 1) this.#parts.events.overloaded();
    return counts;
  }

  close(): void {
    clearInterval(this.#looking);
    this.setMembers([]);
  }

  #opens(personId: string): boolean {
    return opensLink(this.#parts.myId, personId);
  }

  #open(personId: string, member: Member, prepared?: MeshLink): void {
    // later than any before, also than those of the page that was here before a reload
    member.number = Math.max(member.number + 1, Date.now());
    member.page = undefined;
    member.openedMs = performance.now();
    this.#make(personId, member, prepared ?? this.#newLink(true));
  }

  #newLink(initiator: boolean): MeshLink {
    const { iceServers, discontinuous } = this.#parts;
    return new MeshLink({ initiator, iceServers, discontinuous });
  }

  #make(personId: string, member: Member, link: MeshLink): void {
    member.link?.end();
    member.letter = [];
    member.link = link;
    const { events } = this.#parts;
    link.begin({
      ...{ lowData: this.#lowData, tracks: this.#tracks },
      signal: (data) => this.#post(personId, member, link, data),
      track: (as, track) => events.track(personId, as, track),
      state: (state) => {
        if (member.link !== link) return;
        member.recovery = state === 'connected' ? connected(member.recovery) : lost(member.recovery, performance.now());
        this.#tell(personId, member);
      },
    });
    if (this.#wishes) link.show(this.#shownOf(personId, this.#wishes));
  }

  #post(personId: string, member: Member, link: MeshLink, data: unknown): void {
    if (member.link !== link) return;
    member.letter.push(data);
    if (member.letter.length > 1) return;
    const { number } = member;
    setTimeout(() => {
      if (member.number !== number || member.letter.length === 0) return;
      this.#send(personId, { from: this.#page, link: number, signals: member.letter });
      member.letter = [];
    }, GATHER_MS);
  }

  #send(personId: string, letter: Letter): void {
    this.#parts.send(personId, JSON.stringify(letter));
  }

  #please(personId: string, member: Member, letter: Extract<Letter, { please: string }>): void {
    if (!this.#opens(personId)) return;
    const isSamePage = member.page === letter.from;
    if (letter.please === 'restart' && isSamePage) return member.link?.restart();
    // it crossed with my offer
    if (member.page === undefined && performance.now() - member.openedMs < CROSSING_MS) return;
    this.#open(personId, member);
    member.page = letter.from;
  }

  /** A few times a second: mends what is not well. */
  #look(): void {
    for (const [personId, member] of this.#members) {
      const { recovery, remedy, report } = nextRemedy(member.recovery, performance.now());
      member.recovery = recovery;
      if (report) this.#parts.events.iceFailed();
      if (remedy === 'rebuild') this.#rebuild(personId, member);
      if (remedy === 'restart') {
        if (this.#opens(personId)) member.link?.restart();
        else this.#send(personId, { from: this.#page, please: 'restart' });
      }
      if (remedy) this.#tell(personId, member);
    }
  }

  #rebuild(personId: string, member: Member): void {
    if (this.#opens(personId)) this.#open(personId, member);
    else this.#send(personId, { from: this.#page, please: 'open' });
  }

  #tell(personId: string, { recovery }: Member): void {
    this.#parts.events.link(personId, recovery.state);
  }

  #shownOf(personId: string, list: readonly Wish[]): Shown {
    const of = (as: 'camera' | 'screen') => list.find((wish) => wish.personId === personId && wish.as === as)?.quality ?? 'none';
    return { camera: of('camera'), screen: of('screen') };
  }
}
