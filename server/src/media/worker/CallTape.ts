// The tape of a call: a file for each track, and one of what the hall shows when. It follows whatever is published until it is told to end.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { tuning } from '@comptoir/shared/tuning';
import type { StageSight } from '../relayWords.ts';
import type { SightLine, TapeHead, TapeOrder, TapeProblem } from '../tapeFormat.ts';
import type { PublishedTrack } from './PublishedTrack.ts';
import { TapeAppender, type TapeDisk } from './TapeAppender.ts';
import { TapeTrack } from './TapeTrack.ts';

const FLUSH_MS = 500;
/** How often the room on the disk is looked at. */
const ROOM_MS = 5000;
const MB = 1_000_000;
/** From 1900, where NTP begins, to 1970. */
const NTP_MS = 2_208_988_800_000;

export interface CallTapeParts {
  order: TapeOrder;
  disk: TapeDisk;
  ntpMs(): number;
  /** Once: it has ended by itself; what was written stays. */
  onProblem(problem: TapeProblem): void;
}

export class CallTape {
  readonly #parts: CallTapeParts;
  /** Of this call: a recording may go on in another one. */
  readonly #part: string;
  readonly #sights: TapeAppender;
  readonly #tracks = new Map<PublishedTrack, TapeTrack>();
  #pictures: readonly string[] = [];
  #toldSight = '';
  #files = 0;
  #flushedMs = 0;
  #roomMs = Number.NEGATIVE_INFINITY;
  #isOver = false;

  constructor(parts: CallTapeParts) {
    this.#parts = parts;
    this.#part = `${Math.round(parts.ntpMs() - NTP_MS).toString(36)}-${randomBytes(3).toString('hex')}`;
    this.#sights = this.#file(`${this.#part}.jsonl`);
  }

  /** Whenever tracks come and go, layers begin and stop, or the hall shows something else. */
  follow(tracks: readonly PublishedTrack[], sight: StageSight, nowMs: number): void {
    if (this.#isOver) return;
    const { people } = this.#parts.order;
    const taped = people ? tracks.filter(({ personId }) => people.includes(personId)) : tracks;
    const there = new Set(taped);
    for (const [track, tape] of this.#tracks)
      if (!there.has(track)) {
        this.#tracks.delete(track);
        void tape.end();
      }
    for (const track of taped) {
      // before anything came of it there is nothing to tape
      if (!this.#tracks.has(track) && (track.streams.length === 0 || !track.isAllowed)) continue;
      const tape = this.#tracks.get(track) ?? this.#begin(track);
      tape.choose(nowMs);
    }
    this.#look(sight, nowMs);
  }

  /** Of what it shows the largest layer has to flow. */
  showsLarge(key: string): boolean {
    return !this.#isOver && this.#pictures[0] === key;
  }

  /** Every 20 ms. */
  care(nowMs: number): void {
    if (this.#isOver) return;
    for (const tape of this.#tracks.values()) tape.care(nowMs, this.#pictures[0] === tape.track.key);
    if (nowMs - this.#flushedMs < FLUSH_MS) return;
    this.#flushedMs = nowMs;
    for (const file of this.#appenders.values()) void file.flush();
    if (nowMs - this.#roomMs < ROOM_MS) return;
    this.#roomMs = nowMs;
    void this.#lookForRoom();
  }

  /** @returns when all of it is written */
  async end(): Promise<void> {
    this.#isOver = true;
    const ending = [...this.#tracks.values()].map((tape) => tape.end());
    this.#tracks.clear();
    await Promise.all([...ending, this.#sights.end()]);
    this.#appenders.clear();
  }

  readonly #appenders = new Set<TapeAppender>();

  #begin(track: PublishedTrack): TapeTrack {
    const { ntpMs, order } = this.#parts;
    const file = this.#file(`${this.#part}-${this.#files++}.tape`);
    const tape = new TapeTrack({ track, file, ntpMs, beganNtpMs: order.beganMs + NTP_MS });
    this.#tracks.set(track, tape);
    return tape;
  }

  #file(name: string): TapeAppender {
    const { disk, order } = this.#parts;
    const file = new TapeAppender(disk, join(order.dir, name), () => this.#stop('cannotWrite'));
    this.#appenders.add(file);
    return file;
  }

  #look(sight: StageSight, nowMs: number): void {
    const text = JSON.stringify(sight);
    if (text === this.#toldSight) return;
    this.#toldSight = text;
    const { pictures, active = null, presenter = null } = sight;
    if (pictures[0] !== this.#pictures[0])
      for (const tape of this.#tracks.values()) if (tape.track.key === pictures[0]) tape.wantKeyframe(nowMs);
    this.#pictures = pictures;
    const { ntpMs, order } = this.#parts;
    const atMs = Math.max(0, Math.round(ntpMs() - NTP_MS - order.beganMs));
    const line: SightLine = { atMs, active, presenter, pictures: pictures.map(partsOf) };
    this.#sights.add(Buffer.from(`${JSON.stringify(line)}\n`));
  }

  /** The database needs its room more. */
  async #lookForRoom(): Promise<void> {
    const { disk, order } = this.#parts;
    const free = await disk.freeBytes(order.dir).catch(() => 0);
    if (free < tuning.diskReserveMb * MB) this.#stop('noRoom');
  }

  #stop(problem: TapeProblem): void {
    if (this.#isOver) return;
    void this.end();
    this.#parts.onProblem(problem);
  }
}

const partsOf = (key: string): TapeHead => {
  const at = key.lastIndexOf(' ');
  return { personId: key.slice(0, at), as: key.slice(at + 1) as TapeHead['as'] };
};
